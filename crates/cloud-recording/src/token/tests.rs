use serde_json::Value;

use super::*;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../tests/data/token-vectors.json")).unwrap()
}

fn text<'a>(vector: &'a Value, name: &str) -> &'a str {
    vector[name].as_str().unwrap()
}

fn number(vector: &Value, name: &str) -> u32 {
    u32::try_from(vector[name].as_u64().unwrap()).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn is_rtc_alone(vector: &Value) -> bool {
    let services = vector["services"].as_array().unwrap();
    services.len() == 1 && services[0]["type"] == 1
}

#[test]
fn payloads_equal_those_of_the_published_builders() {
    let vectors = vectors();
    let mut compared = 0;
    for vector in vectors["vectors"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|v| is_rtc_alone(v))
    {
        let service = &vector["services"][0];
        let privileges = service["privileges"].as_object().unwrap().iter();
        let content = Content {
            app_id: text(vector, "app_id"),
            channel: text(service, "channel"),
            account: text(service, "account"),
            issued_at: number(vector, "issue_ts"),
            salt: number(vector, "salt"),
            expires_in: number(vector, "expire"),
            privileges: privileges
                .map(|(name, seconds)| {
                    (
                        name.parse().unwrap(),
                        u32::try_from(seconds.as_u64().unwrap()).unwrap(),
                    )
                })
                .collect(),
        };
        let certificate = Secret::from(text(vector, "app_certificate"));
        let payload = content.payload(&certificate).unwrap();
        assert_eq!(
            hex(&payload),
            text(vector, "inflated_hex"),
            "vector {}",
            vector["id"]
        );
        compared += 1;
    }
    assert!(compared >= 10, "only {compared} vectors are for RTC alone");
}

#[test]
fn a_made_token_reads_back_and_verifies() {
    let app_id = "0123456789abcdef0123456789abcdef";
    let certificate = Secret::from("fedcba9876543210fedcba9876543210");
    let token = rtc(app_id, &certificate, "town hall", 527_841, 1_000, 77, 7_200).unwrap();
    let read = read(&token).unwrap();
    assert_eq!(
        (read.app_id.as_str(), read.channel.as_str()),
        (app_id, "town hall")
    );
    assert_eq!(read.ends_at(), Some(8_200), "issued at plus its life");
    assert!(
        read.allows(527_841) && !read.allows(1),
        "it is for one recorder only"
    );
    assert!(
        read.is_signed_by(&certificate),
        "its own certificate signed it"
    );
    let other = Secret::from("00000000000000000000000000000000");
    assert!(!read.is_signed_by(&other), "another certificate did not");
}

#[test]
fn published_tokens_are_read_and_verified() {
    let vectors = vectors();
    for vector in vectors["vectors"].as_array().unwrap() {
        let has_rtc = vector["services"]
            .as_array()
            .unwrap()
            .iter()
            .any(|s| s["type"] == 1);
        for token in vector["tokens"].as_array().unwrap() {
            let token = Secret::from(token.as_str().unwrap());
            match read(&token) {
                Ok(read) => {
                    let certificate = Secret::from(text(vector, "app_certificate"));
                    assert!(
                        has_rtc && read.is_signed_by(&certificate),
                        "vector {}",
                        vector["id"]
                    );
                }
                Err(error) => {
                    assert!(
                        !has_rtc,
                        "vector {} is for RTC and must be read",
                        vector["id"]
                    );
                    let why = error.to_string();
                    assert!(why.contains("other services"), "{}: {why}", vector["id"]);
                }
            }
        }
    }
}

#[test]
fn damaged_tokens_do_not_verify() {
    for bad in vectors()["must_not_verify"].as_array().unwrap() {
        let certificate = Secret::from(text(bad, "app_certificate"));
        let valid = read(&Secret::from(text(bad, "token")))
            .is_ok_and(|token| token.is_signed_by(&certificate));
        assert!(!valid, "{} must not pass", bad["id"]);
    }
}

#[test]
fn a_token_of_the_old_form_is_said_to_be_one() {
    let app_id = "970CA35de60c44645bbae8a215061b33";
    let old = format!("006{app_id}IACV0fZUBw+72cVoL9eyGGh3Q6Poi8bgjwVLnyKSJyOXR7dIfRBXoFHl");
    let why = |token: String| read(&Secret::from(token)).unwrap_err().to_string();
    assert!(
        why(old.clone()).contains("old form (006)"),
        "{}",
        why(old.clone())
    );
    assert!(!why(old).contains(app_id), "a token is not quoted");
    for other in ["006", "006tooshort", "007", "", "Bearer x"] {
        assert!(
            !why(other.to_owned()).contains("006"),
            "{other} is no old token"
        );
    }
}

#[test]
fn what_cannot_be_a_project_is_refused() {
    for bad in vectors()["builder_must_refuse"].as_array().unwrap() {
        let certificate = Secret::from(text(bad, "app_certificate"));
        let made = rtc(text(bad, "app_id"), &certificate, "c", 1, 1, 1, 60);
        assert!(
            made.is_err_and(|error| error.is_input()),
            "{} must be refused",
            bad["id"]
        );
    }
    let short = rtc(
        "0123456789abcdef0123456789abcdef",
        &Secret::from("ab"),
        "c",
        1,
        1,
        1,
        60,
    );
    let error = short.unwrap_err();
    assert!(error.is_input(), "a short certificate cannot sign");
    assert!(
        !error.to_string().contains("ab,"),
        "the certificate is not in the text"
    );
}

#[test]
fn a_long_channel_name_is_refused_and_not_cut() {
    let certificate = Secret::from("fedcba9876543210fedcba9876543210");
    let name = "c".repeat(70_000);
    let made = rtc(
        "0123456789abcdef0123456789abcdef",
        &certificate,
        &name,
        1,
        1,
        1,
        60,
    );
    assert!(
        made.is_err_and(|error| error.is_input()),
        "its length does not fit 16 bits"
    );
}
