use super::build::{ACQUIRE_PAGE, integer, number, object, text, texts, word};
use crate::contract::field::{Choice, Field, Form, Preset};

const SCENES: &[Choice] = &[
    number(0, "realTime"),
    number(1, "webPage"),
    number(2, "postponedTranscoding"),
];

const REGIONS: &[Choice] = &[
    word("CN", "china"),
    word("AP", "asiaPacific"),
    word("EU", "europe"),
    word("NA", "northAmerica"),
];

const AFFINITIES: &[Choice] = &[
    number(0, "nearest"),
    number(1, "china"),
    number(2, "southEastAsia"),
    number(3, "europe"),
    number(4, "northAmerica"),
];

pub(super) const ROWS: &[Field] = &[
    integer("scene")
        .options(SCENES)
        .preset_number(0)
        .since("2020-12")
        .page(ACQUIRE_PAGE)
        .decided(
            "2 is still taken although pages since 2024 leave it out: whether the server refuses \
             it is unknown.",
        ),
    integer("resourceExpiredHour")
        .range(1, 720)
        .unit("hours")
        .preset_number(72)
        .page(ACQUIRE_PAGE),
    texts("excludeResourceIds", Form::Filled)
        .since("2022")
        .page(ACQUIRE_PAGE),
    text("region", Form::Any)
        .options(REGIONS)
        .since("2021-06")
        .page(ACQUIRE_PAGE),
    integer("regionAffinity")
        .options(AFFINITIES)
        .preset(Preset::Number(0))
        .since("2022")
        .page(ACQUIRE_PAGE)
        .decided("Only Chinese pages and official clients have it; it is taken."),
    object("startParameter")
        .since("2022")
        .page(ACQUIRE_PAGE)
        .decided(
            "Acquire does not check what is inside; start does. So what start would refuse is a \
             warning here.",
        ),
];
