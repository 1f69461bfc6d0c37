//! What stands before the service and answers with `message` only: where from, who, for which
//! App ID, how often. A wrong path or method is found out even before this.

use std::net::{IpAddr, Ipv6Addr};
use std::sync::Arc;

use axum::extract::{FromRequestParts, RawPathParams, Request, State};
use axum::http::header::{AUTHORIZATION, HOST};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::Desk;
use super::reply::{message, no_route};

/// Refuses what names another host than the loopback: a web page whose name was made to point
/// here would otherwise be let in by the browser.
pub(super) async fn loopback_only(request: Request, next: Next) -> Response {
    let host = request
        .headers()
        .get(HOST)
        .and_then(|value| value.to_str().ok());
    if !host.is_some_and(is_loopback) {
        let said = "the practice service answers to loopback names only";
        return message(StatusCode::FORBIDDEN, said);
    }
    next.run(request).await
}

/// The sign-in, which every path needs.
pub(super) async fn signs_in(
    State(desk): State<Arc<Desk>>,
    request: Request,
    next: Next,
) -> Response {
    // A GET route also takes HEAD, which the service does not have.
    if request.method() == Method::HEAD {
        return no_route().await;
    }
    if let Err(said) = signed_in(&desk, request.headers()) {
        return message(StatusCode::UNAUTHORIZED, said);
    }
    next.run(request).await
}

/// App ID and the number of calls, in this order, behind the sign-in.
pub(super) async fn admit(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let app_id = RawPathParams::from_request_parts(&mut parts, &())
        .await
        .ok()
        .and_then(|all| {
            all.iter()
                .find(|(name, _)| *name == "appid")
                .map(|(_, value)| value.to_owned())
        });
    if app_id.as_deref() != Some(desk.app_id.as_str()) {
        return message(StatusCode::BAD_REQUEST, "appid is invalid");
    }
    let is_list = parts.uri.path().starts_with("/dev/");
    let window = if is_list {
        &desk.list_calls
    } else {
        &desk.recording_calls
    };
    if !window.admit(desk.engine.now()) {
        return message(StatusCode::TOO_MANY_REQUESTS, "API rate limit exceeded");
    }
    next.run(Request::from_parts(parts, body)).await
}

fn signed_in(desk: &Desk, headers: &HeaderMap) -> Result<(), &'static str> {
    let Some(header) = headers.get(AUTHORIZATION) else {
        return Err("Unauthorized");
    };
    let pair = header.to_str().ok().and_then(|text| text.split_once(' '));
    let pair = pair.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("basic"));
    let given = pair.and_then(|(_, coded)| BASE64_STANDARD.decode(coded.trim()).ok());
    let wanted = format!("{}:{}", desk.customer_id, desk.customer_secret.expose());
    match given {
        Some(given) if is_same(&given, wanted.as_bytes()) => Ok(()),
        _ => Err("Invalid authentication credentials"),
    }
}

/// Compares in a time that does not depend on where the two differ or how long they are.
fn is_same(given: &[u8], wanted: &[u8]) -> bool {
    let (given, wanted) = (Sha256::digest(given), Sha256::digest(wanted));
    given
        .iter()
        .zip(wanted.iter())
        .fold(0, |differ, (a, b)| differ | (a ^ b))
        == 0
}

pub(super) fn is_loopback(host: &str) -> bool {
    let Ok(authority) = host.parse::<Authority>() else {
        return false;
    };
    // A user before the host has no place in this header.
    if host.contains('@') {
        return false;
    }
    let name = authority.host();
    let bare = name
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(name);
    match bare.parse::<IpAddr>() {
        Ok(IpAddr::V4(address)) => address.is_loopback(),
        Ok(IpAddr::V6(address)) => address == Ipv6Addr::LOCALHOST,
        Err(_) => bare.eq_ignore_ascii_case("localhost"),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_loopback, is_same};

    #[test]
    fn only_loopback_names_are_let_in() {
        for host in [
            "127.0.0.1",
            "127.0.0.1:80",
            "localhost",
            "LOCALHOST:1",
            "[::1]:8",
            "[::1]",
        ] {
            assert!(is_loopback(host), "{host} is the loopback");
        }
        let foreign = [
            "",
            "example.com",
            "127.0.0.1.example.com",
            "localhost.example",
            "10.0.0.1:80",
            "a@localhost",
        ];
        for host in foreign {
            assert!(!is_loopback(host), "{host} is not the loopback");
        }
    }

    #[test]
    fn only_the_same_bytes_are_the_same() {
        assert!(is_same(b"id:secret", b"id:secret"), "equal");
        for other in [&b"id:secreT"[..], b"id:secre", b"id:secret1", b""] {
            assert!(!is_same(other, b"id:secret"), "{other:?} differs");
        }
    }
}
