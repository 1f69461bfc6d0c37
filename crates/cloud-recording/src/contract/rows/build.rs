//! A small vocabulary in which the rows are written.

use crate::Mode;
use crate::contract::field::{
    Choice, ChoiceValue, Elsewhere, Field, Form, Kind, Preset, Required, Show,
};

pub(super) const ALL: &[Mode] = &Mode::ALL;
pub(super) const RTC: &[Mode] = &[Mode::Individual, Mode::Mix];
pub(super) const INDIVIDUAL: &[Mode] = &[Mode::Individual];
pub(super) const MIX: &[Mode] = &[Mode::Mix];
pub(super) const WEB: &[Mode] = &[Mode::Web];
pub(super) const MIX_WEB: &[Mode] = &[Mode::Mix, Mode::Web];

pub(super) const ACQUIRE_PAGE: &str = "/en/cloud-recording/rest-api/acquire";
pub(super) const START_PAGE: &str = "/en/cloud-recording/rest-api/start";
pub(super) const UPDATE_PAGE: &str = "/en/cloud-recording/rest-api/update";
pub(super) const LAYOUT_PAGE: &str = "/en/cloud-recording/rest-api/update-layout";
pub(super) const STOP_PAGE: &str = "/en/cloud-recording/rest-api/stop";
pub(super) const STORAGE_PAGE: &str = "/en/cloud-recording/reference/region-vendor";
pub(super) const QUERY_PAGE: &str = "/en/cloud-recording/rest-api/query";
pub(super) const OVERVIEW_PAGE: &str = "/en/cloud-recording/rest-api/";
pub(super) const OLD_START_PAGE: &str = "/en/cloud-recording/reference/rest-api/start (2022-2024)";

pub(super) const fn number(value: i64, name: &'static str) -> Choice {
    Choice {
        value: ChoiceValue::Number(value),
        name,
    }
}

pub(super) const fn word(value: &'static str, name: &'static str) -> Choice {
    Choice {
        value: ChoiceValue::Text(value),
        name,
    }
}

const fn row(path: &'static str, kind: Kind) -> Field {
    Field {
        path,
        kind,
        form: Form::Any,
        unit: None,
        min: None,
        max: None,
        default: Preset::None,
        options: &[],
        open: false,
        required: Required::No,
        modes: ALL,
        elsewhere: Elsewhere::Ignored,
        service: None,
        secret: false,
        while_recording: false,
        since: "2020",
        legacy: false,
        aliases: &[],
        source: START_PAGE,
        decision: None,
        show: &[],
        words: "",
    }
}

/// A condition on another member, by its way from the group's own place; `../` goes up.
pub(super) const fn shown(path: &'static str, is: &'static [ChoiceValue]) -> Show {
    Show { path, is }
}

pub(super) const fn is(value: i64) -> ChoiceValue {
    ChoiceValue::Number(value)
}

pub(super) const fn integer(path: &'static str) -> Field {
    row(path, Kind::Integer)
}

pub(super) const fn share(path: &'static str) -> Field {
    row(path, Kind::Number).range(0, 1).unit("share")
}

pub(super) const fn text(path: &'static str, form: Form) -> Field {
    let mut field = row(path, Kind::Text);
    field.form = form;
    field
}

pub(super) const fn flag(path: &'static str) -> Field {
    row(path, Kind::Flag)
}

pub(super) const fn object(path: &'static str) -> Field {
    row(path, Kind::Object)
}

pub(super) const fn texts(path: &'static str, form: Form) -> Field {
    let mut field = row(path, Kind::Texts);
    field.form = form;
    field
}

pub(super) const fn objects(path: &'static str) -> Field {
    row(path, Kind::Objects)
}

impl Field {
    pub(super) const fn range(mut self, min: i64, max: i64) -> Self {
        self.min = Some(min as f64);
        self.max = Some(max as f64);
        self
    }

    pub(super) const fn at_least(mut self, min: i64) -> Self {
        self.min = Some(min as f64);
        self
    }

    pub(super) const fn at_most(mut self, max: i64) -> Self {
        self.max = Some(max as f64);
        self
    }

    pub(super) const fn unit(mut self, unit: &'static str) -> Self {
        self.unit = Some(unit);
        self
    }

    pub(super) const fn preset(mut self, default: Preset) -> Self {
        self.default = default;
        self
    }

    pub(super) const fn preset_number(self, default: i64) -> Self {
        self.preset(Preset::Number(default))
    }

    pub(super) const fn options(mut self, options: &'static [Choice]) -> Self {
        self.options = options;
        self
    }

    /// Other values than the options are taken too.
    pub(super) const fn open(mut self) -> Self {
        self.open = true;
        self
    }

    pub(super) const fn required(mut self) -> Self {
        self.required = Required::Yes;
        self
    }

    pub(super) const fn required_in(mut self, modes: &'static [Mode]) -> Self {
        self.required = Required::In(modes);
        self
    }

    pub(super) const fn only(mut self, modes: &'static [Mode]) -> Self {
        self.modes = modes;
        self
    }

    pub(super) const fn refused_elsewhere(mut self) -> Self {
        self.elsewhere = Elsewhere::Refused;
        self
    }

    pub(super) const fn of(mut self, service: &'static str) -> Self {
        self.service = Some(service);
        self
    }

    pub(super) const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    pub(super) const fn while_recording(mut self) -> Self {
        self.while_recording = true;
        self
    }

    pub(super) const fn since(mut self, since: &'static str) -> Self {
        self.since = since;
        self
    }

    pub(super) const fn legacy(mut self, since: &'static str) -> Self {
        self.since = since;
        self.legacy = true;
        self
    }

    pub(super) const fn also(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    pub(super) const fn page(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }

    pub(super) const fn when(mut self, show: &'static [Show]) -> Self {
        self.show = show;
        self
    }

    pub(super) const fn decided(mut self, decision: &'static str) -> Self {
        self.decision = Some(decision);
        self
    }
}
