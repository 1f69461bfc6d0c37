//! JSON pointers (RFC 6901).

/// The pointer to a member of the object at `path`.
pub(super) fn member(path: &str, name: &str) -> String {
    // Every member of every body comes through here, and hardly any has a sign to escape.
    let mut pointer = String::with_capacity(path.len() + 1 + name.len());
    pointer.push_str(path);
    pointer.push('/');
    for character in name.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            _ => pointer.push(character),
        }
    }
    pointer
}

/// The pointer to an entry of the list at `path`.
pub(super) fn entry(path: &str, index: usize) -> String {
    format!("{path}/{index}")
}
