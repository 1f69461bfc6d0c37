//! What a channel may be called.

/// The characters of a channel name beside ASCII letters, digits and the space.
pub const CHANNEL_NAME_SIGNS: &str = "!#$%&()+-:;<=.>?@[]^_{}|~,";

/// The most bytes of a channel name in individual and mix.
pub const CHANNEL_NAME_BYTES: usize = 64;

/// Whether a channel can be called that (individual and mix): 1 to 64 bytes of ASCII letters,
/// digits, spaces and [`CHANNEL_NAME_SIGNS`]. In web mode `cname` is a free label instead.
///
/// Source: the acquire page.
pub fn is_legal_channel_name(name: &str) -> bool {
    (1..=CHANNEL_NAME_BYTES).contains(&name.len()) && name.chars().all(is_channel_character)
}

pub(super) fn is_channel_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == ' ' || CHANNEL_NAME_SIGNS.contains(character)
}
