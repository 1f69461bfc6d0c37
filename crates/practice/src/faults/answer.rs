use cloud_recording::Call;

use super::Fault;

/// An answer in place of the service's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reply {
    /// The service's: HTTP status, `code`, `reason`.
    Service(u16, i64, &'static str),
    /// What stands before it: HTTP status and `message`.
    Gateway(u16, &'static str),
}

/// What a fault with a number answers to a call. Where the service's pages give this number for
/// this call it is their answer; elsewhere it is the bare status, as a load balancer gives it.
pub(crate) fn reply(fault: Fault, call: Call) -> Option<Reply> {
    use Reply::{Gateway, Service};
    let is_later = matches!(
        call,
        Call::Query | Call::Update | Call::UpdateLayout | Call::Stop
    );
    Some(match fault {
        Fault::Unfinished => Service(206, 65, "request not completed"),
        Fault::TooMany => Gateway(429, "API rate limit exceeded"),
        Fault::Internal if call != Call::ChannelUsers => Service(500, 500, "internal_error"),
        Fault::Internal => Gateway(500, "An unexpected error occurred"),
        Fault::NoManager if call == Call::Acquire => {
            Service(500, 501, "no_worker_manager_available")
        }
        Fault::NoManager => Gateway(501, "Not implemented"),
        Fault::NoWorker if call == Call::Start => Service(500, 502, "Failed to allocate worker"),
        Fault::NoWorker => Gateway(502, "Bad gateway"),
        Fault::Unavailable => Gateway(503, "Service unavailable"),
        Fault::TimedOut if call == Call::Acquire => Service(500, 504, "allocate_timeout"),
        Fault::TimedOut if call == Call::Start => Service(500, 62, "request timeout"),
        Fault::TimedOut if is_later => Service(504, 62, "request timeout"),
        Fault::TimedOut => Gateway(504, "The upstream server is timing out"),
        _ => return None,
    })
}
