use super::build::{OVERVIEW_PAGE, object, text};
use crate::contract::field::{Field, Form};

pub(super) const ROWS: &[Field] = &[
    text("cname", Form::ChannelName)
        .required()
        .at_most(64)
        .page(OVERVIEW_PAGE)
        .decided(
            "64 bytes pass in individual and mix although pages say \"under 64\": published \
             64-byte names work. In web it is a label: over 128 bytes is a warning (older and \
             Chinese pages), over 1024 an error (June 2026 page). A published page gives acquire \
             an address as name: refused for its slashes, unless scene 1 says that it is a page.",
        ),
    text("uid", Form::Uid)
        .required()
        .page(OVERVIEW_PAGE)
        .decided(
            "Programs send a number, the reference wants text, and a refusal has been seen for a \
         number too large: an error.",
        ),
    object("clientRequest").required().page(OVERVIEW_PAGE),
];
