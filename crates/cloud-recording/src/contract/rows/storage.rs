use super::build::{STORAGE_PAGE, integer, number, object, text, texts, word};
use crate::contract::field::{Choice, Field, Form};

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
        .while_recording()
        .page(STORAGE_PAGE)
        .decided(
            "A number outside the vendor's table is a warning: lists grow, and published programs \
             use numbers that left the table. A negative one is refused.",
        ),
    text("bucket", Form::Literal).required().while_recording(),
    text("accessKey", Form::Literal).required().secret().while_recording(),
    text("secretKey", Form::Literal).required().secret().while_recording(),
    text("stsToken", Form::Literal).secret().while_recording().since("2024-08"),
    integer("stsExpiration")
        .at_least(0)
        .unit("unixSeconds")
        .while_recording()
        .since("2024-08")
        .decided(
            "Four hours ahead is the stated minimum; whether start refuses less is not, so less \
             is a warning.",
        ),
    texts("fileNamePrefix", Form::PathPart).while_recording(),
    object("extensionParams").while_recording().since("2022").decided(
        "Its table calls sse and tag required; every sample leaves them out, so they are optional.",
    ),
    text("extensionParams.sse", Form::Any).options(ENCRYPTION).while_recording().since("2022"),
    text("extensionParams.tag", Form::Any).while_recording().since("2022"),
    text("extensionParams.endpoint", Form::Host).while_recording().since("2025-06"),
];
