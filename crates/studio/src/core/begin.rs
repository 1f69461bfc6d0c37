//! From a set-up to a recording that has begun.

use cloud_recording::Mode;
use cloud_recording::contract::{Issue, IssueCode};

use super::{Core, new_id};
use crate::accounts::refuse;
use crate::clients::vault_key;
use crate::layouts;
use crate::people::free_id;
use crate::recorder::{Busy, Job, TokenStamp};
use crate::setup;
use crate::types::*;

#[allow(clippy::missing_errors_doc)]
impl Core {
    pub async fn recording_check(&self, setup: Setup) -> Result<SetupCheck, Failure> {
        let now = self.shared.clock.now();
        let prefix = setup::fresh_prefix(&setup.channel, now);
        let bodies = self.bodies(&setup, "1", &prefix)?;
        Ok(SetupCheck {
            issues: worth_saying(&setup, &bodies),
            prefix: setup::preview_prefix(&setup.channel, now),
            bitrate: bodies.bitrate,
            defaults: setup.more.defaults(),
        })
    }

    /// What the contract says of a set-up.
    pub(crate) fn issues(&self, setup: &Setup) -> Result<Vec<Issue>, Failure> {
        let prefix = setup::fresh_prefix(&setup.channel, self.shared.clock.now());
        Ok(worth_saying(setup, &self.bodies(setup, "1", &prefix)?))
    }

    fn bodies(
        &self,
        setup: &Setup,
        uid: &str,
        prefix: &[String],
    ) -> Result<setup::Bodies, Failure> {
        let storage = self.shared.storage(&setup.storage_id)?;
        let layout = self.shared.layout(&setup.layout_id)?;
        let listed = self.shared.seen(&setup.account_id, &setup.channel);
        let channel_type = setup
            .more
            .channel_type
            .or(listed.and_then(|people| people.channel_type))
            .unwrap_or(ChannelType::Communication);
        let uid = setup.more.recorder_id.as_deref().unwrap_or(uid);
        Ok(setup::build(
            setup,
            &storage,
            &layout,
            uid,
            prefix,
            channel_type,
        ))
    }

    pub async fn recording_start(&self, setup: Setup) -> Result<Recording, Failure> {
        let shared = &self.shared;
        let account = shared.account(&setup.account_id)?;
        let storage = shared.storage(&setup.storage_id)?;
        if storage.practice != account.practice {
            return Err(Failure::new(
                FailureCode::NotNow,
                "the practice folder and a real account cannot be used together",
            )
            .with("state", "storage"));
        }
        let layout = shared.layout(&setup.layout_id)?;
        let now = shared.clock.now();
        let prefix = setup::fresh_prefix(&setup.channel, now);
        // What is wrong with the form is said before anything is asked of anybody.
        refuse(setup::refusals(&self.bodies(&setup, "1", &prefix)?))?;
        // A locked keychain has to show now, and not halfway between acquire and start.
        shared.client(&account.id).await?;
        self.keys_ready(&account, &storage).await?;
        let uid = self.recorder_id(&setup).await;
        let bodies = self.bodies(&setup, &uid, &prefix)?;
        refuse(setup::refusals(&bodies))?;
        let mut job = self.job(setup, account, storage, layout, &prefix, uid, now);
        job.acquire_body = bodies.acquire;
        job.start_body = bodies.start;
        self.recorder.begin(job).await
    }

    async fn keys_ready(&self, account: &Account, storage: &Storage) -> Result<(), Failure> {
        if !storage.practice {
            for what in ["accessKey", "secretKey"] {
                self.shared
                    .secret(vault_key("storage", &storage.id, what), &storage.name)
                    .await?;
            }
        }
        if account.has_certificate {
            let key = vault_key("account", &account.id, "certificate");
            self.shared.secret(key, &account.name).await?;
        }
        Ok(())
    }

    /// Looks into the channel for its type and for IDs that are taken; the start does not depend on the answer.
    async fn recorder_id(&self, setup: &Setup) -> String {
        let (account, channel) = (&setup.account_id, &setup.channel);
        if self.shared.seen(account, channel).is_none() {
            let limit = std::time::Duration::from_secs(2);
            let _ = tokio::time::timeout(limit, self.shared.look(account, channel)).await;
        }
        let taken = self
            .shared
            .seen(account, channel)
            .map(|people| people.ids)
            .unwrap_or_default();
        setup
            .more
            .recorder_id
            .clone()
            .unwrap_or_else(|| free_id(&taken).to_string())
    }

    #[allow(clippy::too_many_arguments)]
    fn job(
        &self,
        setup: Setup,
        account: Account,
        storage: Storage,
        layout: Layout,
        prefix: &[String],
        recorder_id: String,
        now: i64,
    ) -> Job {
        let token = account.has_certificate.then(|| token_stamp(now));
        let recording = Recording {
            id: new_id(),
            account_id: account.id,
            account_name: account.name,
            practice: account.practice,
            storage_id: storage.id,
            storage_name: storage.name,
            channel: setup.channel.clone(),
            recorder_id,
            state: RecordingState::Preparing,
            service_status: None,
            resource_id: None,
            sid: None,
            prefix: prefix.join("/"),
            planned_end: setup
                .stop
                .after_minutes
                .map(|minutes| now + i64::from(minutes.max(1)) * 60_000),
            setup,
            layout,
            layout_change: None,
            created_at: now,
            started_at: None,
            first_piece_at: None,
            ended_at: None,
            control_until: None,
            checked_at: None,
            next_check_at: None,
            troubled_checks: 0,
            stop_wanted: false,
            people: None,
            upload: None,
            files: Vec::new(),
            problem: None,
        };
        Job {
            recording,
            mode: Mode::Mix,
            acquire_body: serde_json::Value::Null,
            start_body: serde_json::Value::Null,
            token,
            since: now,
            attempts: 0,
            acquired_at: None,
            start_sent_at: None,
            renewals: 0,
            may_have_started: false,
            stop_wanted_at: None,
            layout_sent: None,
            layout_held: false,
            trouble_since: None,
            interrupted: None,
            seen_recording: false,
            layout_wanted: None,
            busy: Busy::default(),
        }
    }
}

fn worth_saying(setup: &Setup, bodies: &setup::Bodies) -> Vec<Issue> {
    let mut issues = setup::check(bodies);
    // In our own templates regions overlap on purpose; there is nothing to warn of.
    if layouts::find(&setup.layout_id).is_some() {
        issues.retain(|issue| issue.code != IssueCode::RegionsOverlap);
    }
    issues
}

/// What a new token is made with, at a time in Unix milliseconds. It lives as long as a token can.
pub(crate) fn token_stamp(now: i64) -> TokenStamp {
    let mut salt = [0u8; 4];
    let _ = getrandom::fill(&mut salt);
    TokenStamp {
        issued_at: u32::try_from(now / 1_000).unwrap_or(0),
        salt: u32::from_le_bytes(salt) % 99_999_999 + 1,
        expires_in: cloud_recording::token::MAX_LIFE,
    }
}

impl MoreSettings {
    /// How many are as they would be if nobody had touched them.
    pub fn defaults(&self) -> u32 {
        let untouched = [
            self.channel_type.is_none(),
            self.recorder_id.is_none(),
            self.audio_profile == 0,
            self.video_stream_type == 0,
            self.mp4,
            self.background_color.is_none(),
            self.control_hours.is_none(),
            self.region.is_none(),
        ];
        untouched.iter().filter(|yes| **yes).count() as u32
    }
}
