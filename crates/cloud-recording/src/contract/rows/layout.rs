use super::build::{LAYOUT_PAGE, MIX, integer, is, number, objects, share, shown, text};
use crate::contract::field::{Choice, Field, Form, Preset, Show};

const LAYOUTS: &[Choice] = &[
    number(0, "floating"),
    number(1, "bestFit"),
    number(2, "vertical"),
    number(3, "custom"),
];
const FITS: &[Choice] = &[number(0, "crop"), number(1, "fit")];

const fn here(field: Field) -> Field {
    field.only(MIX).while_recording().page(LAYOUT_PAGE)
}

const VERTICAL: &[Show] = &[shown("mixedVideoLayout", &[is(2)])];
const CUSTOM: &[Show] = &[shown("mixedVideoLayout", &[is(3)])];

const IMAGES: &str = "HTTP was allowed in older text, the June 2026 page says HTTPS: HTTP is a \
    warning.";

/// The layout, alike in start's `transcodingConfig` and in updateLayout's `clientRequest`.
pub(super) const ROWS: &[Field] = &[
    here(text("maxResolutionUid", Form::Uid)).when(VERTICAL),
    here(integer("mixedVideoLayout"))
        .options(LAYOUTS)
        .preset_number(0),
    here(text("backgroundColor", Form::Color)).preset(Preset::Text("#000000")),
    here(text("backgroundImage", Form::Image))
        .since("2021")
        .decided(IMAGES),
    here(text("defaultUserBackgroundImage", Form::Image))
        .since("2021")
        .decided(IMAGES),
    here(objects("layoutConfig")).at_most(17).when(CUSTOM).decided(
        "With layouts 0 to 2 \"do not pass\" it: taken, with a warning. Empty or over 17 entries \
         is assumed to be refused.",
    ),
    here(text("layoutConfig[].uid", Form::UidOrEmpty))
        .decided(
            "Empty counts as left out. The same user twice is not spelt out: a warning. So is a \
             text that is no number: the service has nobody of that ID to show. A JSON number is \
             refused, as for every ID.",
        ),
    here(share("layoutConfig[].x_axis")).required(),
    here(share("layoutConfig[].y_axis")).required(),
    here(share("layoutConfig[].width")).required(),
    here(share("layoutConfig[].height")).required(),
    here(share("layoutConfig[].alpha")).preset_number(1),
    here(integer("layoutConfig[].render_mode"))
        .options(FITS)
        .preset_number(0),
    here(objects("backgroundConfig")).since("2021"),
    here(text("backgroundConfig[].uid", Form::Uid))
        .required()
        .since("2021"),
    here(text("backgroundConfig[].image_url", Form::Image))
        .required()
        .since("2021")
        .decided(IMAGES),
    here(integer("backgroundConfig[].render_mode"))
        .options(FITS)
        .preset_number(0)
        .since("2021"),
];
