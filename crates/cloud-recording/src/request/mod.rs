//! What is sent: one struct a call, with the field names of the wire in snake case.
//!
//! Every body is the envelope `{cname, uid, clientRequest}`. Members left at `None` are not
//! written. Members that this crate does not know are kept in `extra` and written back, so that a
//! body from elsewhere survives a round trip. Secrets are written to the wire only; for logs and
//! journals use `redacted()`.
//!
//! Source: the acquire, start, update, update-layout and stop pages of the REST reference.

mod acquire;
mod layout;
mod legacy;
mod recording;
mod start;
mod stop;
mod storage;
mod update;
mod web;

pub use acquire::{AcquireClientRequest, AcquireRequest};
pub use layout::{BackgroundImage, LayoutRegion, UpdateLayoutClientRequest, UpdateLayoutRequest};
pub use legacy::{AppsCollection, TranscodeOptions};
pub use recording::{RecordingConfig, TranscodingConfig};
pub use start::{RecordingFileConfig, SnapshotConfig, StartClientRequest, StartRequest};
pub use stop::{StopClientRequest, StopRequest};
pub use storage::{StorageConfig, StorageExtension};
pub use update::{
    AudioUidList, RtmpPublishConfig, StreamSubscribe, UpdateClientRequest, UpdateRequest,
    VideoUidList, WebRecordingConfig,
};
pub use web::{ExtensionService, ExtensionServiceConfig, RtmpOutput, ServiceParam};

pub use crate::extra::Extra;

/// What every request can do.
macro_rules! envelope {
    ($(#[$doc:meta])* $name:ident, $client_request:ty) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            /// The channel's name; in web mode a free label. The same in all calls of a session.
            pub cname: String,
            /// The recorder's own ID in the channel: whole number text, 1 to 4294967295.
            pub uid: String,
            /// The call's own members.
            pub client_request: $client_request,
            /// Members that this crate does not know.
            #[serde(flatten)]
            pub extra: $crate::request::Extra,
        }

        impl $name {
            /// The envelope around `client_request`.
            pub fn new(
                cname: impl Into<String>,
                uid: impl Into<String>,
                client_request: $client_request,
            ) -> Self {
                Self {
                    cname: cname.into(),
                    uid: uid.into(),
                    client_request,
                    extra: $crate::request::Extra::new(),
                }
            }

            /// The body as it goes to the wire, **secrets included**. For checking and sending.
            pub fn to_wire(&self) -> serde_json::Value {
                serde_json::to_value(self).unwrap_or_default()
            }

            /// The body with every secret of the contract replaced by `•••`. For logs and journals.
            pub fn redacted(&self) -> serde_json::Value {
                let mut value = self.to_wire();
                $crate::contract::redact(&mut value);
                value
            }
        }
    };
}
pub(crate) use envelope;
