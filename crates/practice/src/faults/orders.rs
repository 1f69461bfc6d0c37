use super::Fault;

/// What the faults of a call do to its recording; the rest of a fault is a matter of HTTP. Times
/// are milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Orders {
    /// Its worker is replaced, which takes this long.
    pub(crate) switch_ms: Option<i64>,
    /// Saving the rest takes longer by this.
    pub(crate) slow_ms: Option<i64>,
    /// The bucket takes nothing for this long.
    pub(crate) refuse_ms: Option<i64>,
    /// The service's clock is off by this.
    pub(crate) skew_ms: Option<i64>,
    /// Nobody comes to the channel.
    pub(crate) nobody: bool,
}

impl Orders {
    pub(crate) fn of(faults: &[Fault]) -> Self {
        let mut orders = Self::default();
        for fault in faults {
            let ms = fault.number().map(|seconds| seconds * 1000);
            match fault {
                Fault::WorkerSwitch { .. } => orders.switch_ms = ms,
                Fault::SlowUpload { .. } => orders.slow_ms = ms,
                Fault::StorageRefused { .. } => orders.refuse_ms = ms,
                Fault::ClockSkew { .. } => orders.skew_ms = ms,
                Fault::NobodyJoins => orders.nobody = true,
                _ => {}
            }
        }
        orders
    }
}
