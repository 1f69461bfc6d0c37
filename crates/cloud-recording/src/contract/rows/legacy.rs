use super::build::{INDIVIDUAL, OLD_START_PAGE, object, text, word};
use crate::contract::field::{Choice, Field, Form, Preset};

const POLICIES: &[Choice] = &[
    word("default", "default"),
    word("postpone_transcoding", "postponeTranscoding"),
];
const FORMATS: &[Choice] = &[
    word("mp3", "mp3"),
    word("m4a", "m4a"),
    word("aac", "aac"),
    word("mp4", "mp4"),
];
const TRANSCODINGS: &[Choice] = &[word("audioMix", "audioMix")];
const SAMPLE_RATES: &[Choice] = &[
    word("48000", "khz48"),
    word("32000", "khz32"),
    word("16000", "khz16"),
];
const CHANNELS: &[Choice] = &[word("1", "mono"), word("2", "stereo")];

const fn old(field: Field) -> Field {
    field.only(INDIVIDUAL).legacy("2022").page(OLD_START_PAGE)
}

pub(super) const ROWS: &[Field] = &[
    old(object("appsCollection")).decided(
        "Gone from the June 2026 page; whether the server takes it is unknown: a warning.",
    ),
    old(text("appsCollection.combinationPolicy", Form::Any))
        .options(POLICIES)
        .preset(Preset::Text("default")),
    old(object("transcodeOptions")).decided(
        "Gone from the June 2026 page; whether the server takes it is unknown: a warning.",
    ),
    old(object("transcodeOptions.container")),
    old(text("transcodeOptions.container.format", Form::Any))
        .options(FORMATS)
        .preset(Preset::Text("mp3")),
    old(object("transcodeOptions.transConfig")),
    old(text("transcodeOptions.transConfig.transMode", Form::Any))
        .options(TRANSCODINGS)
        .required(),
    old(object("transcodeOptions.audio")),
    old(text("transcodeOptions.audio.sampleRate", Form::Any))
        .options(SAMPLE_RATES)
        .preset(Preset::Text("48000")),
    old(text("transcodeOptions.audio.bitrate", Form::Any)).preset(Preset::Text("48000")),
    old(text("transcodeOptions.audio.channels", Form::Any))
        .options(CHANNELS)
        .preset(Preset::Text("2")),
];
