//! The contract as data: the only place that knows a limit.
//!
//! A member of a request is a row ([`Field`]), a rule over several members is a [`Rule`], stores,
//! error numbers and picture sizes are tables. From them come [`check`], what the practice service
//! refuses, the page's forms and the reference document, so none of these can disagree.

mod channel_name;
mod check;
mod codes;
mod data;
mod document;
mod events;
mod field;
mod forms;
pub mod generate;
mod issue;
mod pictures;
mod pointer;
mod prices;
mod redact;
mod rows;
mod rules;
mod tree;
mod vendors;
mod walk;

pub use channel_name::{CHANNEL_NAME_BYTES, CHANNEL_NAME_SIGNS, is_legal_channel_name};
pub(crate) use check::layout_issues;
pub use check::{check, check_at};
pub use codes::{CodeRow, GatewayRow, Retry, code, codes, gateway};
pub use data::{
    Control, FieldData, OptionData, RegionData, ShowData, VendorData, answer_data, field_data,
};
pub use document::document;
pub use events::{EventRow, event, events};
pub use field::{Choice, ChoiceValue, Elsewhere, Field, Form, Kind, Preset, Required, Show};
pub use issue::{Issue, IssueCode, Severity};
pub use pictures::{PictureRow, pictures, recommended_kbps};
pub use prices::{PRICES_OF, PriceBand, price_band, price_bands};
pub use redact::{REDACTED, conceal, is_secret_name, redact, secret_places, secret_texts};
pub use rows::{answer_fields, fields, parameters};
pub use rules::{Rule, rules};
pub use vendors::{Region, Vendor, vendor_by_number, vendor_data, vendors};
pub(crate) use walk::number as lenient_number;

/// The extension service that records a page.
pub const WEB_RECORDER: &str = "web_recorder_service";
/// The extension service that pushes a recorded page.
pub const PUSH: &str = "rtmp_publish_service";
/// The legacy extension service for video on demand.
pub const VIDEO_ON_DEMAND: &str = "aliyun_vod_service";
