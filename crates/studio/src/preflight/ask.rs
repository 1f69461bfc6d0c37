//! The questions, all at once, each for as long as anybody would wait.

use cloud_recording::Client;
use cloud_recording::contract::{Issue, Severity};
use cloud_recording::token::{self, RtcToken};

use super::{Asked, Facts, PATIENCE, judge};
use crate::core::{Core, Shared, token_stamp};
use crate::people::free_id;
use crate::types::*;

#[allow(clippy::missing_errors_doc)]
impl Core {
    /// Looks at everything that a start depends on.
    pub async fn preflight_run(&self, run: PreflightRun) -> Result<Preflight, Failure> {
        let PreflightRun { setup, again } = run;
        let shared = &self.shared;
        let begun = shared.clock.now();
        if again {
            shared.preflights.reserved.forget(&setup.account_id);
            shared.preflights.storages.forget(&setup.storage_id);
            shared.buckets.forget(&setup.storage_id);
        }
        let account = shared.account(&setup.account_id)?;
        let storage = shared.storage(&setup.storage_id)?;
        let layout = shared.layout(&setup.layout_id)?;
        // A name that cannot be a channel's is not asked about.
        let is_legal = !self.issues(&setup)?.iter().any(is_about_channel);
        let ((keys, people, reserved), tested, token) = tokio::join!(
            shared.ask_service(&setup, is_legal, again),
            shared.ask_storage(&storage),
            shared.ask_token(&account, &setup),
        );
        let facts = Facts {
            layout,
            // What the service said of the channel has changed what would be sent.
            issues: self.issues(&setup)?,
            keys,
            people,
            reserved,
            storage: tested,
            token,
            app_id: account.app_id,
            recording_ids: shared.recording_ids(&setup)?,
            now: begun,
            setup,
        };
        let now = shared.clock.now();
        Ok(Preflight {
            at: now,
            took: now - begun,
            lines: judge::judge(&facts),
            people: facts.people.told().cloned(),
        })
    }
}

fn is_about_channel(issue: &Issue) -> bool {
    issue.path == "/cname" && issue.severity == Severity::Error
}

type OfService = (Asked<()>, Asked<People>, Asked<()>);

impl Shared {
    /// The keychain's word, who is in the channel, and whether a recorder would be had.
    async fn ask_service(&self, setup: &Setup, is_legal: bool, again: bool) -> OfService {
        let client = match in_time(self.check_client(&setup.account_id)).await {
            Asked::Told(client) => client,
            Asked::Failed(failure) => {
                return (Asked::Failed(failure), Asked::Unasked, Asked::Unasked);
            }
            Asked::Late | Asked::Unasked => return (Asked::Late, Asked::Unasked, Asked::Unasked),
        };
        let people = async {
            if !is_legal {
                return Asked::Unasked;
            }
            match self.seen(&setup.account_id, &setup.channel) {
                Some(people) if !again => Asked::Told(people),
                _ => in_time(self.look_with(&client, &setup.account_id, &setup.channel)).await,
            }
        };
        let (people, reserved) =
            tokio::join!(people, self.ask_reserved(&setup.account_id, &client));
        (Asked::Told(()), people, reserved)
    }

    async fn ask_reserved(&self, account: &str, client: &Client) -> Asked<()> {
        let now = self.clock.now();
        let known = &self.preflights.reserved;
        if known.get(account, now).is_some() {
            return Asked::Told(());
        }
        let asked = in_time(crate::accounts::reserve_one(client)).await;
        if asked.told().is_some() {
            known.put(account.to_owned(), (), now);
        }
        asked
    }

    async fn ask_storage(&self, storage: &Storage) -> Asked<StorageCheck> {
        let now = self.clock.now();
        let known = &self.preflights.storages;
        if let Some(check) = known.get(&storage.id, now) {
            return Asked::Told(check);
        }
        let asked = in_time(async { Ok(self.test_bucket(storage).await) }).await;
        if let Some(check) = asked.told().filter(|check| check.can_record) {
            known.put(storage.id.clone(), check.clone(), now);
        }
        asked
    }

    /// Makes a token like the recorder's, and reads it as the service will.
    async fn ask_token(&self, account: &Account, setup: &Setup) -> Asked<RtcToken> {
        if !account.has_certificate {
            return Asked::Unasked;
        }
        let id = setup.more.recorder_id.clone();
        let id = id.unwrap_or_else(|| free_id(&[]).to_string());
        let stamp = token_stamp(self.clock.now());
        in_time(async {
            let made = self.rtc_token(account, &setup.channel, &id, stamp).await?;
            token::read(&made).map_err(|error| Failure::from(&error))
        })
        .await
    }

    /// Recorder IDs with which this project records the channel already.
    fn recording_ids(&self, setup: &Setup) -> Result<Vec<String>, Failure> {
        let jobs = self.store.running_jobs()?.jobs.into_iter();
        let here = jobs.filter(|job| {
            job.recording.account_id == setup.account_id && job.recording.channel == setup.channel
        });
        Ok(here.map(|job| job.recording.recorder_id).collect())
    }
}

async fn in_time<T>(question: impl Future<Output = Result<T, Failure>>) -> Asked<T> {
    match tokio::time::timeout(PATIENCE, question).await {
        Ok(Ok(answer)) => Asked::Told(answer),
        Ok(Err(failure)) => Asked::Failed(failure),
        Err(_) => Asked::Late,
    }
}
