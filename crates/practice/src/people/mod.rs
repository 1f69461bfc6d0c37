//! The made-up people of a channel: who they are and when they are there.
//!
//! A channel's cast depends on its name alone, so that the same name always tells the same story.
//! Times are milliseconds from the beginning of the channel's meeting, which is the moment when
//! the channel was first asked about or recorded.

mod looks;
mod seed;
mod stories;

/// A meeting is over for everybody after three hours. Recordings then end by their idle time,
/// which also bounds how much disk one forgotten recording can fill.
pub(crate) const MEETING_MS: i64 = 3 * 60 * 60 * 1000;

/// When a meeting has been over for this long, the next question or recording begins a new one.
pub(crate) const PAUSE_MS: i64 = 10 * 60 * 1000;

/// The channel profile, as the user list writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Everybody sends: `mode` 1 of the user list.
    Communication,
    /// Hosts send, an audience watches: `mode` 2 of the user list.
    Live,
}

/// One made-up person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Person {
    pub(crate) uid: u32,
    pub(crate) camera: bool,
    /// What to call the person on the picture.
    pub(crate) name: String,
    /// The colour of the person's picture: red, green, blue.
    pub(crate) color: [u8; 3],
    /// Width and height of what the camera sends.
    pub(crate) camera_shape: (u32, u32),
    /// The camera is a shared screen.
    pub(crate) is_screen: bool,
    /// Sends sound, and picture with a camera. An audience does neither.
    pub(crate) host: bool,
    /// When the person is there: from (included) to (excluded), in order, without overlap.
    pub(crate) stays: Vec<(i64, i64)>,
}

impl Person {
    pub(crate) fn is_there(&self, at: i64) -> bool {
        self.there_since(at).is_some()
    }

    /// When the person who is there `at` milliseconds into the meeting came.
    pub(crate) fn there_since(&self, at: i64) -> Option<i64> {
        let stay = self.stays.iter().find(|&&(from, to)| from <= at && at < to);
        stay.map(|&(from, _)| from)
    }
}

/// Somebody of a channel's cast, as seen from outside.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Portrait {
    /// The user ID, 1 to 4294967295.
    pub uid: u32,
    /// What is written on the picture.
    pub name: String,
    /// The colour of the middle of the picture, `#RRGGBB`.
    pub color: String,
    /// Whether there is a picture at all.
    pub camera: bool,
    /// Whether the person sends. An audience does not.
    pub host: bool,
}

/// Everybody who ever comes to the channel of this name, the same each time.
pub fn portraits(cname: &str) -> Vec<Portrait> {
    Cast::of(cname).people.iter().map(Portrait::of).collect()
}

impl Portrait {
    pub(crate) fn of(person: &Person) -> Self {
        let [red, green, blue] = person.color;
        Self {
            uid: person.uid,
            name: person.name.clone(),
            color: format!("#{red:02X}{green:02X}{blue:02X}"),
            camera: person.camera,
            host: person.host,
        }
    }
}

/// Everybody who comes to a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cast {
    pub(crate) profile: Profile,
    pub(crate) people: Vec<Person>,
}

impl Cast {
    /// The cast of the channel with this name.
    pub(crate) fn of(cname: &str) -> Self {
        let mut cast = stories::told(cname).unwrap_or_else(|| seed::drawn(cname));
        looks::give(&mut cast.people);
        cast
    }

    /// The same, or nobody at all.
    pub(crate) fn of_channel(cname: &str, deserted: bool) -> Self {
        let mut cast = Self::of(cname);
        if deserted {
            cast.people.clear();
        }
        cast
    }

    /// Who is there `at` milliseconds into the meeting.
    pub(crate) fn present(&self, at: i64) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(move |person| person.is_there(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STORIES: [&str; 9] = [
        "empty-room",
        "one-leaves",
        "everyone-leaves",
        "late-start",
        "audio-only",
        "full-house",
        "leaves-at-once",
        "live-show",
        "uid-taken",
    ];

    #[test]
    fn a_cast_is_well_formed_whatever_the_name() {
        let names = (0..200).map(|n| format!("room {n}"));
        for name in names.chain(STORIES.iter().map(|&s| s.to_owned())) {
            let cast = Cast::of(&name);
            assert_eq!(
                cast,
                Cast::of(&name),
                "{name} must always have the same cast"
            );
            let mut uids: Vec<u32> = cast.people.iter().map(|person| person.uid).collect();
            uids.sort_unstable();
            uids.dedup();
            assert_eq!(
                uids.len(),
                cast.people.len(),
                "{name}: two people share an ID"
            );
            assert!(!uids.contains(&0), "{name}: 0 is not a person's ID");
            for person in &cast.people {
                let mut edge = 0;
                for &(from, to) in &person.stays {
                    assert!(
                        edge <= from && from < to,
                        "{name}: stays overlap: {person:?}"
                    );
                    edge = to;
                }
                assert!(
                    edge <= MEETING_MS,
                    "{name}: {person:?} stays longer than the meeting"
                );
            }
        }
    }

    #[test]
    fn an_ordinary_channel_comes_and_goes() {
        for n in 0..50 {
            let name = format!("standup-{n}");
            let cast = Cast::of(&name);
            assert!(
                (3..=6).contains(&cast.people.len()),
                "{name} has {} people",
                cast.people.len()
            );
            assert!(
                cast.present(0).any(|p| p.camera),
                "{name}: nobody shows a picture at first"
            );
            let count = |at| cast.present(at).count();
            assert_eq!(
                count(7_000),
                count(0) + 1,
                "{name}: one joins after about six seconds"
            );
            let comes_back = cast.people.iter().any(|person| person.stays.len() == 2);
            assert!(comes_back, "{name}: nobody leaves and comes back");
            assert_eq!(
                count(MEETING_MS),
                0,
                "{name}: somebody stays after the meeting"
            );
        }
    }
}
