//! What a store says when it does not do what was asked: the few words of it that mean something, and none of the
//! rest, which carries addresses and headers.

use std::fmt;

use http::{HeaderMap, StatusCode};
use opendal::{Error, ErrorKind};

use crate::types::StorageTrouble;

/// A store's refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub status: u16,
    /// The store's own word, such as `SignatureDoesNotMatch`.
    pub code: Option<String>,
    /// Where the bucket really is.
    pub region: Option<String>,
    /// The bucket has another address, as Alibaba says it.
    moved: bool,
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the store answered {}", self.status)
    }
}

impl std::error::Error for Answer {}

impl Answer {
    pub fn read(status: StatusCode, headers: &HeaderMap, text: &str) -> Self {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let endpoint = element(text, "Endpoint");
        let region = header("x-amz-bucket-region")
            .or_else(|| element(text, "Region"))
            .or_else(|| endpoint.and_then(region_of))
            .filter(|region| is_word(region, "-_"))
            .map(str::to_owned);
        let code = element(text, "Code")
            .or_else(|| header("x-ms-error-code"))
            .filter(|code| is_word(code, ".-_"))
            .map(str::to_owned);
        Self {
            status: status.as_u16(),
            code,
            region,
            moved: endpoint.is_some(),
        }
    }

    /// What it comes to.
    pub fn trouble(&self) -> StorageTrouble {
        use StorageTrouble as T;
        match (self.code.as_deref().unwrap_or_default(), self.status) {
            (
                "PermanentRedirect"
                | "TemporaryRedirect"
                | "AuthorizationHeaderMalformed"
                | "IllegalLocationConstraintException"
                | "InvalidRegion",
                _,
            ) => T::WrongRegion,
            // Alibaba says AccessDenied with the right address beside it.
            (_, 301 | 307 | 400 | 403) if self.moved => T::WrongRegion,
            (_, 301 | 302 | 307 | 308) if self.region.is_some() => T::WrongRegion,
            (
                "InvalidAccessKeyId" | "InvalidAccessKeyID" | "InvalidSecurity"
                | "AccessKeyDisabled" | "NotSignedUp",
                _,
            ) => T::KeyUnknown,
            ("SignatureDoesNotMatch" | "AuthenticationFailed" | "InvalidSecretKey", _) => {
                T::Signature
            }
            ("RequestTimeTooSkewed" | "RequestExpired" | "RequestIsExpired", _) => T::ClockSkew,
            ("NoSuchBucket" | "ContainerNotFound" | "InvalidBucketName", _) => T::NoBucket,
            (_, 407) => T::Proxy,
            ("SlowDown" | "ServerBusy" | "TooManyRequests" | "Throttling", _) | (_, 429 | 503) => {
                T::Slow
            }
            (_, 500..) => T::StoreTrouble,
            ("NoSuchKey" | "BlobNotFound" | "", 404) => T::NotFound,
            ("", 412) | ("PreconditionFailed" | "ConditionNotMet", _) => T::Differs,
            // Whoever answers 401 or a redirect without a store's word is a login page or a proxy.
            ("", 300..400 | 401 | 405) => T::NotAStore,
            ("", 403) | ("AccessDenied" | "AllAccessDisabled" | "AuthorizationFailure", _) => {
                T::Denied
            }
            ("AuthorizationPermissionMismatch" | "AccountProblem" | "UserDisable", _) => T::Denied,
            (_, 403) => T::Denied,
            ("", _) => T::NotAStore,
            _ => T::Refused,
        }
    }

    /// The same as an error of the library, which passes it through.
    pub fn into_error(self) -> Error {
        let trouble = self.trouble();
        let kind = match trouble {
            StorageTrouble::NotFound => ErrorKind::NotFound,
            StorageTrouble::Differs => ErrorKind::ConditionNotMatch,
            StorageTrouble::Slow => ErrorKind::RateLimited,
            StorageTrouble::Denied | StorageTrouble::Signature | StorageTrouble::KeyUnknown => {
                ErrorKind::PermissionDenied
            }
            _ if self.status == 416 => ErrorKind::RangeNotSatisfied,
            _ => ErrorKind::Unexpected,
        };
        Error::new(kind, "the store refused").set_source(self)
    }
}

/// The text of the first element of that name. These answers are flat, and what is looked for in them is a word.
fn element<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(&format!("<{name}>"))?;
    let (found, _) = rest.split_once(&format!("</{name}>"))?;
    Some(found.trim())
}

fn is_word(text: &str, also: &str) -> bool {
    let fits = |sign: char| sign.is_ascii_alphanumeric() || also.contains(sign);
    (1..=64).contains(&text.len()) && text.chars().all(fits)
}

/// `eu-west-1` out of `bucket.s3.eu-west-1.amazonaws.com` or `oss-eu-west-1.aliyuncs.com`.
fn region_of(endpoint: &str) -> Option<&str> {
    let host = endpoint.strip_suffix(".aliyuncs.com");
    if let Some(host) = host {
        return host.rsplit('.').next()?.strip_prefix("oss-");
    }
    let host = endpoint.strip_suffix(".cn").unwrap_or(endpoint);
    let host = host.strip_suffix(".amazonaws.com")?;
    let last = host.rsplit('.').next()?;
    let region = last.strip_prefix("s3-").unwrap_or(last);
    (region != "s3").then_some(region)
}

#[cfg(test)]
mod tests {
    use super::*;
    use StorageTrouble as T;

    fn read(status: u16, text: &str) -> Answer {
        Answer::read(
            StatusCode::from_u16(status).unwrap(),
            &HeaderMap::new(),
            text,
        )
    }

    fn error(code: &str, rest: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>m</Message>{rest}</Error>"
        )
    }

    #[test]
    fn each_store_s_words_come_to_one_trouble() {
        let cases = [
            (403, "SignatureDoesNotMatch", T::Signature),
            (403, "InvalidAccessKeyId", T::KeyUnknown),
            (403, "AccessDenied", T::Denied),
            (403, "RequestTimeTooSkewed", T::ClockSkew),
            (403, "AuthenticationFailed", T::Signature),
            (403, "AuthorizationPermissionMismatch", T::Denied),
            (404, "NoSuchBucket", T::NoBucket),
            (404, "ContainerNotFound", T::NoBucket),
            (404, "NoSuchKey", T::NotFound),
            (400, "AuthorizationHeaderMalformed", T::WrongRegion),
            (301, "PermanentRedirect", T::WrongRegion),
            (503, "SlowDown", T::Slow),
            (500, "InternalError", T::StoreTrouble),
            (400, "InvalidArgument", T::Refused),
        ];
        for (status, code, trouble) in cases {
            let answer = read(status, &error(code, ""));
            assert_eq!(answer.trouble(), trouble, "{status} {code}");
            assert_eq!(answer.code.as_deref(), Some(code));
        }
    }

    #[test]
    fn the_right_region_is_read_wherever_a_store_puts_it() {
        let region = |text: &str| read(400, text).region;
        let malformed = error("AuthorizationHeaderMalformed", "<Region>eu-west-1</Region>");
        assert_eq!(region(&malformed).as_deref(), Some("eu-west-1"));
        for (endpoint, wanted) in [
            ("town.s3.eu-west-2.amazonaws.com", Some("eu-west-2")),
            ("s3-eu-west-3.amazonaws.com", Some("eu-west-3")),
            ("oss-cn-beijing.aliyuncs.com", Some("cn-beijing")),
            ("town.s3.amazonaws.com", None),
            ("elsewhere.example.com", None),
        ] {
            let answer = read(
                403,
                &error("AccessDenied", &format!("<Endpoint>{endpoint}</Endpoint>")),
            );
            assert_eq!(answer.trouble(), T::WrongRegion, "{endpoint}");
            assert_eq!(answer.region.as_deref(), wanted, "{endpoint}");
        }
        let mut headers = HeaderMap::new();
        headers.insert("x-amz-bucket-region", "ap-south-1".parse().unwrap());
        let answer = Answer::read(StatusCode::MOVED_PERMANENTLY, &headers, "");
        assert_eq!(
            (answer.trouble(), answer.region.as_deref()),
            (T::WrongRegion, Some("ap-south-1")),
            "an answer without a body still says it"
        );
    }

    #[test]
    fn whoever_is_no_store_is_not_taken_for_one() {
        assert_eq!(read(407, "<html>").trouble(), T::Proxy);
        assert_eq!(read(302, "<html>").trouble(), T::NotAStore);
        assert_eq!(read(400, "<html>").trouble(), T::NotAStore);
        let long = "x".repeat(80);
        assert_eq!(
            read(400, &error(&long, "")).code,
            None,
            "no text comes in as a word"
        );
        assert_eq!(
            read(400, &error("<b>", "<Region>a b</Region>")).region,
            None
        );
    }
}
