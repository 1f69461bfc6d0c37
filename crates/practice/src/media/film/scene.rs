//! What is on the canvas at a moment, without pixels.

use cloud_recording::layout::{Layout, Region, WHOLE};
use cloud_recording::presets::{Place, Preset, places, places_around};

use crate::people::Person;
use crate::session::Page;
use crate::story::Story;

const KINDS: [&str; 4] = ["floating", "best fit", "vertical", "custom"];

/// Everything in a picture, back to front.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Scene {
    pub(crate) background: [u8; 3],
    pub(crate) tiles: Vec<Tile>,
    /// A few words beside the clock.
    pub(crate) caption: &'static str,
    /// The clock stands still, and so does everybody.
    pub(crate) frozen_at: Option<i64>,
}

/// Somebody's picture in a place of the canvas, in millionths.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tile {
    pub(crate) place: Place,
    /// In millionths.
    pub(crate) alpha: u32,
    pub(crate) who: Who,
}

/// What a camera shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Who {
    pub(crate) name: String,
    pub(crate) color: [u8; 3],
    /// Width and height of the camera's picture.
    pub(crate) shape: (u32, u32),
    /// A moving mark, or lines as on a shared screen.
    pub(crate) is_screen: bool,
}

impl Who {
    pub(crate) fn of(person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            color: person.color,
            shape: person.camera_shape,
            is_screen: person.is_screen,
        }
    }
}

const FULL: Place = Place {
    x: 0,
    y: 0,
    width: WHOLE,
    height: WHOLE,
    fit: false,
};
/// The colour of a page.
const PAGE: [u8; 3] = [56, 104, 160];

impl Scene {
    /// One picture that fills the canvas.
    pub(crate) fn alone(who: Who, caption: &'static str) -> Self {
        let tile = Tile {
            place: FULL,
            alpha: WHOLE,
            who,
        };
        Self {
            background: [0; 3],
            tiles: vec![tile],
            caption,
            frozen_at: None,
        }
    }

    /// A page. While it is held its last picture stays.
    pub(crate) fn of_page(page: &Page, story: &Story, at: i64) -> Self {
        let frozen_at = story.held_since(at);
        let who = Who {
            name: page.host.clone(),
            color: PAGE,
            shape: page.canvas,
            is_screen: true,
        };
        let caption = if frozen_at.is_some() {
            "on hold"
        } else {
            "page"
        };
        Self {
            frozen_at,
            ..Self::alone(who, caption)
        }
    }

    /// The canvas of a mix.
    pub(crate) fn of_mix(story: &Story, at: i64) -> Self {
        let layout = story.layout_at(at);
        let kind = layout.map_or(0, |layout| layout.kind);
        let people = story.senders_at(at);
        let mut tiles = Vec::new();
        for (place, alpha, person) in placed(layout, kind, &people) {
            let shows = person.camera && story.subscription_at(at).takes_video(person.uid);
            // Sound alone takes a place too, and leaves it to what lies behind.
            if shows {
                let who = Who::of(person);
                tiles.push(Tile { place, alpha, who });
            }
        }
        Self {
            background: layout
                .and_then(|layout| layout.background_color.as_deref())
                .and_then(rgb)
                .unwrap_or([0; 3]),
            tiles,
            caption: KINDS.get(kind as usize).copied().unwrap_or("layout"),
            frozen_at: None,
        }
    }
}

/// Who is where: place, transparency, person; back to front.
fn placed<'a>(
    layout: Option<&Layout>,
    kind: u32,
    people: &[&'a Person],
) -> Vec<(Place, u32, &'a Person)> {
    let preset = match kind {
        1 => Preset::BestFit,
        2 => Preset::Vertical,
        3 => return layout.map_or_else(Vec::new, |layout| custom(&layout.regions, people)),
        _ => Preset::Floating,
    };
    let large = layout.and_then(|layout| layout.max_resolution_uid.as_deref());
    let large = people
        .iter()
        .position(|person| Some(person.uid.to_string().as_str()) == large);
    let places = match (preset, large) {
        (Preset::Vertical, Some(place)) => places_around(preset, people.len(), place + 1),
        // Nobody is large: the large place stays empty, and everybody is small.
        (Preset::Vertical, None) => places(preset, people.len() + 1).split_off(1),
        _ => places(preset, people.len()),
    };
    let placed = places.into_iter().zip(people);
    placed
        .map(|(place, person)| (place, WHOLE, *person))
        .collect()
}

/// Regions with a name are kept for it; the others go to the rest in the order of joining.
fn custom<'a>(regions: &[Region], people: &[&'a Person]) -> Vec<(Place, u32, &'a Person)> {
    let is_named = |person: &Person| {
        let uid = person.uid.to_string();
        regions
            .iter()
            .any(|region| region.uid.as_ref() == Some(&uid))
    };
    let mut others = people.iter().filter(|person| !is_named(person));
    let mut placed = Vec::new();
    for region in regions {
        let person = match &region.uid {
            Some(uid) => people.iter().find(|person| person.uid.to_string() == *uid),
            None => others.next(),
        };
        let place = Place {
            x: region.x,
            y: region.y,
            width: region.width,
            height: region.height,
            fit: region.fit,
        };
        if let Some(person) = person {
            placed.push((place, region.alpha, *person));
        }
    }
    placed
}

/// `#RRGGBB`.
fn rgb(text: &str) -> Option<[u8; 3]> {
    let value = u32::from_str_radix(text.strip_prefix('#')?, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes();
    Some([red, green, blue])
}
