//! Rules of the bucket.

use super::*;

#[test]
fn storage_rules() {
    let at = "/storageConfig";
    let storage = |changes: Value| {
        let mut body = start();
        for (name, value) in changes.as_object().unwrap() {
            body["clientRequest"]["storageConfig"][name] = value.clone();
        }
        body
    };
    let path = |name: &str| format!("{at}/{name}");
    let stray = |changes, code, severity, name: &str| {
        breaks(Mode::Mix, &storage(changes), code, severity, &path(name));
    };
    stray(
        json!({"vendor": 9}),
        IssueCode::NotAnOption,
        ERROR,
        "vendor",
    );
    stray(
        json!({"vendor": 4, "region": 0}),
        IssueCode::Legacy,
        WARNING,
        "vendor",
    );
    stray(
        json!({"region": 27}),
        IssueCode::RegionUnlisted,
        WARNING,
        "region",
    );
    stray(
        json!({"region": -1}),
        IssueCode::OutOfRange,
        ERROR,
        "region",
    );
    stray(json!({"bucket": ""}), IssueCode::Empty, ERROR, "bucket");
    stray(
        json!({"accessKey": " k"}),
        IssueCode::SurroundingBlanks,
        WARNING,
        "accessKey",
    );
    stray(
        json!({"fileNamePrefix": ["a_b"]}),
        IssueCode::BadFormat,
        ERROR,
        "fileNamePrefix/0",
    );
    stray(
        json!({"fileNamePrefix": [""]}),
        IssueCode::Empty,
        ERROR,
        "fileNamePrefix/0",
    );
    stray(
        json!({"stsToken": "t"}),
        IssueCode::StsIncomplete,
        ERROR,
        "stsExpiration",
    );
    let milliseconds = json!({"stsToken": "t", "stsExpiration": 1_790_003_600_000_i64});
    stray(
        milliseconds,
        IssueCode::StsInMilliseconds,
        WARNING,
        "stsExpiration",
    );
    stray(
        json!({"vendor": 11, "region": 0}),
        IssueCode::Required,
        ERROR,
        "extensionParams/endpoint",
    );
    let host = json!({"vendor": 11, "region": 0,
        "extensionParams": {"endpoint": "https://s3.example.com"}});
    stray(
        host,
        IssueCode::BadFormat,
        ERROR,
        "extensionParams/endpoint",
    );
    let sse = json!({"vendor": 2, "region": 0, "extensionParams": {"sse": "kms", "tag": "t"}});
    stray(sse, IssueCode::NotForVendor, WARNING, "extensionParams/sse");
}

#[test]
fn temporary_credentials_must_outlive_four_hours() {
    let now = 1_790_000_000;
    let body = |end: i64| {
        let sts = [
            ("storageConfig/stsToken", json!("t")),
            ("storageConfig/stsExpiration", json!(end)),
        ];
        with(start(), &sts)
    };
    let short = check_at(Call::Start, Some(Mode::Mix), &body(now + 4 * 3600 - 1), now);
    assert_eq!(short.len(), 1, "{short:?}");
    assert_eq!(
        (short[0].code, short[0].severity),
        (IssueCode::StsTooShort, WARNING)
    );
    let enough = check_at(Call::Start, Some(Mode::Mix), &body(now + 4 * 3600), now);
    assert_eq!(enough, [], "four hours are enough");
}
