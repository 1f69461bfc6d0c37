use super::build::{INDIVIDUAL, MIX, RTC, integer, is, number, object, shown, text, texts, word};
use crate::contract::field::{Choice, Field, Form, Preset, Show};

const CHANNEL_TYPES: &[Choice] = &[number(0, "communication"), number(1, "live")];
const STREAM_TYPES: &[Choice] = &[number(0, "sound"), number(1, "picture"), number(2, "both")];
const STREAM_MODES: &[Choice] = &[
    word("default", "default"),
    word("standard", "standard"),
    word("original", "original"),
];
const DECRYPTION: &[Choice] = &[
    number(0, "none"),
    number(1, "aes128Xts"),
    number(2, "aes128Ecb"),
    number(3, "aes256Xts"),
    number(4, "sm4128Ecb"),
    number(5, "aes128Gcm"),
    number(6, "aes256Gcm"),
    number(7, "aes128Gcm2"),
    number(8, "aes256Gcm2"),
];
pub(super) const AUDIO_PROFILES: &[Choice] = &[
    number(0, "mono48"),
    number(1, "mono128"),
    number(2, "stereo192"),
];
const STREAMS: &[Choice] = &[number(0, "high"), number(1, "low")];
const GROUPS: &[Choice] = &[
    number(0, "upTo2"),
    number(1, "upTo7"),
    number(2, "upTo12"),
    number(3, "upTo17"),
    number(4, "upTo32"),
    number(5, "upTo49"),
];

const SPELLING: &str = "The reference spells unsubscribe with a small s, guides and official \
    clients with a capital one; both are taken.";

const SOUND: &[Show] = &[shown("streamTypes", &[is(0), is(2)])];
const PICTURE: &[Show] = &[shown("streamTypes", &[is(1), is(2)])];
const ENCRYPTED: &[Show] = &[shown(
    "decryptionMode",
    &[is(1), is(2), is(3), is(4), is(5), is(6), is(7), is(8)],
)];
const SALTED: &[Show] = &[shown("decryptionMode", &[is(7), is(8)])];

pub(super) const ROWS: &[Field] = &[
    integer("channelType")
        .options(CHANNEL_TYPES)
        .preset_number(0)
        .only(RTC)
        .decided("Called required with a default; left out it is only advised."),
    integer("streamTypes")
        .options(STREAM_TYPES)
        .preset_number(2)
        .only(RTC),
    text("streamMode", Form::Any)
        .options(STREAM_MODES)
        .preset(Preset::Text("default"))
        .only(INDIVIDUAL)
        .since("2022"),
    integer("decryptionMode")
        .options(DECRYPTION)
        .preset_number(0)
        .only(RTC),
    text("secret", Form::Filled)
        .when(ENCRYPTED)
        .only(RTC)
        .secret(),
    text("salt", Form::Salt)
        .when(SALTED)
        .only(RTC)
        .secret()
        .since("2021-10"),
    integer("audioProfile")
        .when(SOUND)
        .options(AUDIO_PROFILES)
        .preset_number(0)
        .only(MIX),
    integer("videoStreamType")
        .when(PICTURE)
        .options(STREAMS)
        .preset_number(0)
        .only(RTC),
    integer("maxIdleTime")
        .range(5, 2_592_000)
        .unit("seconds")
        .preset_number(30)
        .only(RTC)
        .decided("Upper bound of the present page; a 2021 page had 2^32-1, a client 259200."),
    object("transcodingConfig")
        .when(PICTURE)
        .only(MIX)
        .decided("Individual: the reference is silent; taken as without effect."),
    texts("subscribeVideoUids", Form::UidOrAll)
        .when(PICTURE)
        .range(1, 32)
        .only(RTC)
        .while_recording(),
    texts("unsubscribeVideoUids", Form::Uid)
        .when(PICTURE)
        .range(1, 32)
        .only(RTC)
        .while_recording()
        .since("2020-06")
        .also(&["unSubscribeVideoUids"])
        .decided(SPELLING),
    texts("subscribeAudioUids", Form::UidOrAll)
        .when(SOUND)
        .range(1, 32)
        .only(RTC)
        .while_recording(),
    texts("unsubscribeAudioUids", Form::Uid)
        .when(SOUND)
        .range(1, 32)
        .only(RTC)
        .while_recording()
        .since("2020-06")
        .also(&["unSubscribeAudioUids"])
        .decided(SPELLING),
    integer("subscribeUidGroup")
        .options(GROUPS)
        .required_in(INDIVIDUAL)
        .only(INDIVIDUAL)
        .decided("Borders of the present page; older ones give 17 to 32 and 32 to 49 for 4 and 5. A published example with snapshots leaves it out; the reference requires it: refused."),
    text("privateParams", Form::JsonText)
        .only(RTC)
        .since("2022"),
];

const RATES: &[Choice] = &[
    number(1, "fps1"),
    number(7, "fps7"),
    number(10, "fps10"),
    number(15, "fps15"),
    number(24, "fps24"),
    number(30, "fps30"),
    number(60, "fps60"),
];

const ALL_FOUR: &str = "Pages up to 2024 oblige all four once the object exists, the present one \
    has defaults: leaving one out is a warning.";

pub(super) const CANVAS: &[Field] = &[
    integer("width")
        .at_least(1)
        .unit("pixels")
        .preset_number(360)
        .only(MIX)
        .decided(
            "A lower bound is not spelt out; 0 is refused. Over 1920 on one side is a warning.",
        ),
    integer("height")
        .at_least(1)
        .unit("pixels")
        .preset_number(640)
        .only(MIX)
        .decided(ALL_FOUR),
    integer("fps")
        .options(RATES)
        .open()
        .at_least(0)
        .unit("fps")
        .preset_number(15)
        .only(MIX)
        .decided(ALL_FOUR),
    integer("bitrate")
        .range(1, 6500)
        .unit("kbps")
        .preset_number(500)
        .only(MIX)
        .decided("The pages' default; a client comment has 1500. Above 0 is assumed. Written twice, as a published body has it, the last one counts."),
];
