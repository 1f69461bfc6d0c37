//! Who is in a channel: for the preview, for the channel type, and so that the recorder's ID is free.

use cloud_recording::Client;
use cloud_recording::answer::{ChannelProfile, ChannelUsers};

use crate::core::Shared;
use crate::fresh::Fresh;
use crate::types::{ChannelType, Failure, People};

/// The last answers, by account and channel.
pub(crate) type Looks = Fresh<(String, String), People>;

impl Shared {
    /// Asks the service who is in the channel.
    pub(crate) async fn look(&self, account: &str, channel: &str) -> Result<People, Failure> {
        let client = self.client(account).await?;
        self.look_with(&client, account, channel).await
    }

    /// The same with a client that is there already.
    pub(crate) async fn look_with(
        &self,
        client: &Client,
        account: &str,
        channel: &str,
    ) -> Result<People, Failure> {
        let users = client
            .channel_users(channel)
            .await
            .map_err(|error| Failure::from(&error))?;
        let people = read(users);
        let about = (account.to_owned(), channel.to_owned());
        self.looks.put(about, people.clone(), self.clock.now());
        Ok(people)
    }

    /// The last answer, if it is young enough to be built on.
    pub(crate) fn seen(&self, account: &str, channel: &str) -> Option<People> {
        let about = (account.to_owned(), channel.to_owned());
        self.looks.get(&about, self.clock.now())
    }
}

fn read(users: ChannelUsers) -> People {
    People {
        exists: users.exists,
        channel_type: users.profile.map(|profile| match profile {
            ChannelProfile::Communication => ChannelType::Communication,
            ChannelProfile::Live => ChannelType::Live,
        }),
        ids: users.users,
        audience: users.audience_total,
    }
}

/// A recorder ID that none of `taken` has, in the upper half of the range, where apps seldom number their users.
pub(crate) fn free_id(taken: &[u32]) -> u32 {
    let mut bytes = [0u8; 4];
    loop {
        if getrandom::fill(&mut bytes).is_err() {
            // Without a source of randomness: the lowest free ID of the upper half.
            return (1 << 31..u32::MAX)
                .find(|id| !taken.contains(id))
                .unwrap_or(u32::MAX);
        }
        let id = u32::from_le_bytes(bytes) | 1 << 31;
        if !taken.contains(&id) {
            return id;
        }
    }
}
