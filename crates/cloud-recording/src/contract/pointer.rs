//! JSON pointers (RFC 6901).

/// The pointer to a member of the object at `path`.
pub(super) fn member(path: &str, name: &str) -> String {
    format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// The pointer to an entry of the list at `path`.
pub(super) fn entry(path: &str, index: usize) -> String {
    format!("{path}/{index}")
}
