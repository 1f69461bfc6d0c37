use super::build::{OVERVIEW_PAGE, text, word};
use crate::contract::field::{Choice, Field, Form};

const MODES: &[Choice] = &[
    word("individual", "individual"),
    word("mix", "mix"),
    word("web", "web"),
];

const fn part(path: &'static str, form: Form) -> Field {
    text(path, form).required().page(OVERVIEW_PAGE)
}

/// What stands in the addresses of the calls.
pub(super) const ROWS: &[Field] = &[
    part("appid", Form::Filled).decided(
        "32 hex digits by the console; the service's own check is not spelt out, so only an empty \
         one is refused here.",
    ),
    part("resourceid", Form::Filled)
        .decided("Lower case in the path, resourceId in bodies. Five minutes to start, one use."),
    part("sid", Form::Filled),
    part("mode", Form::Any).options(MODES).decided(
        "A fourth mode, raw, stands in an unpublished draft only: it is not known here. A mode \
         other than the one started is answered with 404.",
    ),
];
