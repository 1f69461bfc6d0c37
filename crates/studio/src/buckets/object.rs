//! A file of a bucket as an answer to the player: whole or in part, piece by piece, never whole in memory.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::{Bucket, Trouble, within};
use crate::clock::Clock;
use crate::types::StorageTrouble;

/// Answers a request for the file at `path` out of the bucket, with ranges.
pub(crate) async fn stream(
    bucket: &Bucket,
    path: &str,
    method: &Method,
    headers: &HeaderMap,
    clock: &dyn Clock,
) -> Response {
    match begin(bucket, path, method, headers, clock).await {
        Ok(response) => response,
        Err(trouble) => {
            tracing::warn!(trouble = ?trouble.code, "a file could not be read for the player");
            let status = match trouble.code {
                StorageTrouble::NotFound => StatusCode::NOT_FOUND,
                StorageTrouble::Timeout => StatusCode::GATEWAY_TIMEOUT,
                _ => StatusCode::BAD_GATEWAY,
            };
            status.into_response()
        }
    }
}

async fn begin(
    bucket: &Bucket,
    path: &str,
    method: &Method,
    headers: &HeaderMap,
    clock: &dyn Clock,
) -> Result<Response, Trouble> {
    let size = bucket.size(path, clock).await?;
    let asked = headers
        .get(header::RANGE)
        .and_then(|value| value.to_str().ok());
    let part = match asked.map_or(Part::Whole, |text| part(text, size)) {
        Part::Beyond => {
            let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
            put(
                &mut response,
                header::CONTENT_RANGE,
                &format!("bytes */{size}"),
            );
            return Ok(response);
        }
        part => part,
    };
    let (from, to) = match part {
        Part::Of(from, to) => (from, to),
        _ => (0, size),
    };
    let body = if *method == Method::HEAD || from == to {
        Body::empty()
    } else {
        let reader = bucket.operator.reader(path).await?;
        Body::from_stream(reader.into_bytes_stream(from..to).await?)
    };
    let mut response = Response::new(body);
    if let Part::Of(..) = part {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        let range = format!("bytes {from}-{}/{size}", to - 1);
        put(&mut response, header::CONTENT_RANGE, &range);
    }
    put(
        &mut response,
        header::CONTENT_LENGTH,
        &(to - from).to_string(),
    );
    put(&mut response, header::ACCEPT_RANGES, "bytes");
    Ok(response)
}

fn put(response: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

impl Bucket {
    async fn size(&self, path: &str, clock: &dyn Clock) -> Result<u64, Trouble> {
        let about = within(clock, async { Ok(self.operator.stat(path).await?) });
        Ok(about.await?.content_length())
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Part {
    Whole,
    /// From the first byte up to, and without, the second; never empty.
    Of(u64, u64),
    Beyond,
}

/// What a Range header asks for. One that is not understood, or asks for several parts, is as good as none.
fn part(text: &str, size: u64) -> Part {
    let Some((from, to)) = text
        .strip_prefix("bytes=")
        .and_then(|range| range.trim().split_once('-'))
    else {
        return Part::Whole;
    };
    match (from.parse::<u64>(), to.parse::<u64>()) {
        (Err(_), Ok(0)) if from.is_empty() => Part::Beyond,
        (Err(_), Ok(last)) if from.is_empty() && size > 0 => {
            Part::Of(size.saturating_sub(last), size)
        }
        (Ok(from), _) if from >= size => Part::Beyond,
        (Ok(from), Err(_)) if to.is_empty() => Part::Of(from, size),
        (Ok(from), Ok(to)) if from <= to => Part::Of(from, to.saturating_add(1).min(size)),
        _ => Part::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_as_the_standard_has_it() {
        let cases = [
            ("bytes=0-0", Part::Of(0, 1)),
            ("bytes=2-5", Part::Of(2, 6)),
            ("bytes=2-", Part::Of(2, 10)),
            ("bytes=-3", Part::Of(7, 10)),
            ("bytes=-30", Part::Of(0, 10)),
            ("bytes=8-99", Part::Of(8, 10)),
            ("bytes=10-", Part::Beyond),
            ("bytes=-0", Part::Beyond),
            ("bytes=5-2", Part::Whole),
            ("bytes=0-1,4-5", Part::Whole),
            ("lines=0-1", Part::Whole),
            ("bytes=", Part::Whole),
        ];
        for (text, wanted) in cases {
            assert_eq!(part(text, 10), wanted, "{text}");
        }
        assert_eq!(
            part("bytes=0-", 0),
            Part::Beyond,
            "an empty file has no first byte"
        );
        assert_eq!(
            part("bytes=0-18446744073709551615", 10),
            Part::Of(0, 10),
            "the largest number overflows nothing"
        );
    }
}
