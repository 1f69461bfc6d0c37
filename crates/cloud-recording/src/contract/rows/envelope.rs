use super::build::{object, text};
use crate::contract::field::{Field, Form};

pub(super) const ROWS: &[Field] = &[
    text("cname", Form::ChannelName)
        .required()
        .at_most(64)
        .decided(
            "64 bytes pass in individual and mix although pages say \"under 64\": published \
             64-byte names work. In web it is a label: over 128 bytes is a warning (older and \
             Chinese pages), over 1024 an error (June 2026 page).",
        ),
    text("uid", Form::Uid).required(),
    object("clientRequest").required(),
];
