use super::build::{STORAGE_PAGE, integer, is, number, object, shown, text, texts, word};
use crate::contract::field::{Choice, Field, Form, Show};

const VENDORS: &[Choice] = &[
    number(1, "amazon"),
    number(2, "alibaba"),
    number(3, "tencent"),
    number(5, "azure"),
    number(6, "google"),
    number(7, "huawei"),
    number(8, "baidu"),
    number(11, "s3Compatible"),
    number(0, "qiniu"),
    number(4, "kingsoft"),
];

const ENCRYPTION: &[Choice] = &[word("kms", "kms"), word("aes256", "aes256")];

/// Vendors whose stores lie in regions.
const PLACED: &[Show] = &[shown(
    "vendor",
    &[is(1), is(2), is(3), is(7), is(8), is(0), is(4)],
)];
const STS: &[Show] = &[shown("vendor", &[is(1), is(2), is(3)])];
const AMAZON: &[Show] = &[shown("vendor", &[is(1)])];
const TAGGED: &[Show] = &[shown("vendor", &[is(1), is(2)])];
const OWN: &[Show] = &[shown("vendor", &[is(11)])];
const EXTENDED: &[Show] = &[shown("vendor", &[is(1), is(2), is(11)])];

pub(super) const ROWS: &[Field] = &[
    integer("vendor")
        .options(VENDORS)
        .required()
        .while_recording()
        .page(STORAGE_PAGE)
        .decided("0 and 4 left the table; whether they still work is unknown: a warning."),
    integer("region")
        .at_least(0)
        .required()
        .when(PLACED)
        .while_recording()
        .page(STORAGE_PAGE)
        .decided(
            "A number outside the vendor's table is a warning: lists grow, and published programs \
             use numbers that left the table. A negative one is refused.",
        ),
    text("bucket", Form::Literal).required().while_recording(),
    text("accessKey", Form::Literal).required().secret().while_recording(),
    text("secretKey", Form::Literal).required().secret().while_recording(),
    text("stsToken", Form::Literal).secret().when(STS).while_recording().since("2024-08"),
    integer("stsExpiration")
        .at_least(0)
        .unit("unixSeconds")
        .when(STS)
        .while_recording()
        .since("2024-08")
        .decided(
            "Four hours ahead is the stated minimum; whether start refuses less is not, so less \
             is a warning.",
        ),
    texts("fileNamePrefix", Form::PathPart).while_recording(),
    object("extensionParams").when(EXTENDED).while_recording().since("2022").decided(
        "Its table calls sse and tag required; every sample leaves them out, so they are optional.",
    ),
    text("extensionParams.sse", Form::Any).when(AMAZON).options(ENCRYPTION).while_recording().since("2022"),
    text("extensionParams.tag", Form::Any).when(TAGGED).while_recording().since("2022"),
    text("extensionParams.endpoint", Form::Host).when(OWN).while_recording().since("2025-06"),
];
