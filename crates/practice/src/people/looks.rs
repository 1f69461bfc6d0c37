//! How made-up people look: a name, a colour and a camera each.

use super::Person;

const NAMES: [&str; 24] = [
    "Ada", "Bruno", "Chiara", "Deniz", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kofi",
    "Lena", "Mei", "Nils", "Olga", "Pablo", "Quentin", "Rosa", "Sven", "Tara", "Umar", "Vera",
    "Wanda", "Yusuf",
];

/// What cameras send: most are wide, some are older, some are telephones held upright.
const SHAPES: [(u32, u32); 4] = [(640, 360), (640, 480), (360, 640), (1280, 720)];

/// The person in this place shares a screen, where so many are there.
const SCREEN_PLACE: usize = 3;
const SCREEN_FROM: usize = 5;

/// Gives everybody a look that depends on the cast alone. Names repeat only when they run out.
pub(super) fn give(people: &mut [Person]) {
    let many = people.iter().filter(|person| person.host).count() >= SCREEN_FROM;
    for (place, person) in people.iter_mut().enumerate() {
        let uid = person.uid as usize;
        person.name = NAMES[(uid % 7 + place) % NAMES.len()].to_owned();
        person.color = color(place);
        person.camera_shape = SHAPES[(uid + place) % SHAPES.len()];
        person.is_screen = many && place == SCREEN_PLACE && person.camera;
        if person.is_screen {
            person.camera_shape = (1920, 1080);
            person.name.push_str("'s screen");
        }
    }
}

/// Colours around the wheel by the golden angle, so that neighbours differ most.
fn color(place: usize) -> [u8; 3] {
    let hue = (place as f64 * 137.508) % 360.0 / 60.0;
    let value = if place.is_multiple_of(2) {
        208.0
    } else {
        160.0
    };
    let part = |shift: f64| {
        let way = (hue + shift) % 6.0;
        let share = (way.min(4.0 - way)).clamp(0.0, 1.0);
        (value * (1.0 - 0.75 * share)).round() as u8
    };
    [part(5.0), part(3.0), part(1.0)]
}
