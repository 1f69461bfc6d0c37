//! Looks for planted secrets in what was kept or told. Used here and by the journeys.

/// Fails where one of `canaries` stands in `bytes`, in any of its [`forms`].
pub fn search(what: &str, bytes: &[u8], canaries: &[&str]) {
    if let Some(canary) = found(bytes, canaries) {
        panic!("{canary} stands in {what}");
    }
}

/// The first of `canaries` that stands in `bytes`.
pub fn found<'a>(bytes: &[u8], canaries: &[&'a str]) -> Option<&'a str> {
    let stands = |form: &Vec<u8>| bytes.windows(form.len()).any(|window| window == form);
    let mut canaries = canaries.iter().copied();
    canaries.find(|canary| forms(canary).iter().any(stands))
}

/// A canary as it is, in UTF-16 (as a web view keeps its storage), and as Base64 of a longer text that it is
/// a part of, such as an Authorization header.
fn forms(canary: &str) -> Vec<Vec<u8>> {
    let utf_16 = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut forms = vec![canary.as_bytes().to_vec(), utf_16];
    // Three bytes make four letters, so there are three ways for it to lie. The letters at its edges also
    // depend on the neighbours and are left out.
    for before in 0..3 {
        let text = [&[0; 3][..before], canary.as_bytes()].concat();
        let own = (before * 8).div_ceil(6)..text.len() * 8 / 6;
        forms.push(base64(&text).as_bytes()[own].to_vec());
    }
    forms
}

/// Base64 with padding.
pub fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(*chunk.get(at).unwrap_or(&0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let index = (bits >> (18 - 6 * at) & 63) as usize;
            out.push(if at > chunk.len() {
                '='
            } else {
                char::from(LETTERS[index])
            });
        }
    }
    out
}
