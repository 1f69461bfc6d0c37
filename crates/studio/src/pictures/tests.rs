use std::net::IpAddr;

use super::address::is_public;
use super::*;

#[test]
fn only_the_internet_is_public() {
    for inside in [
        "127.0.0.1",
        "127.8.8.8",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "0.1.2.3",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2001:db8::1",
        "2001::1",
        "64:ff9b:1::1",
        "100::1",
    ] {
        let address: IpAddr = inside.parse().unwrap();
        assert!(!is_public(address), "{inside} is not on the internet");
    }
    for outside in [
        "1.1.1.1",
        "93.184.216.34",
        "172.32.0.1",
        "100.128.0.1",
        "2606:4700:4700::1111",
        "2a00:1450:4001:82a::200e",
        "::ffff:1.1.1.1",
        "64:ff9b::101:101",
        "2002:101:101::",
    ] {
        let address: IpAddr = outside.parse().unwrap();
        assert!(is_public(address), "{outside} is on the internet");
    }
}

#[test]
fn a_picture_is_known_by_what_it_begins_with() {
    let bmp = [b'B', b'M', 9, 9, 9, 9, 0, 0, 0, 0, 54, 0];
    for (bytes, kind) in [
        (&[0xff, 0xd8, 0xff, 0xe0][..], Some(Kind::Jpeg)),
        (&bmp[..], Some(Kind::Bmp)),
        (b"\x89PNG\r\n\x1a\n....", Some(Kind::Other("PNG"))),
        (b"GIF89a", Some(Kind::Other("GIF"))),
        (b"RIFF....WEBPVP8 ", Some(Kind::Other("WebP"))),
        (b"....ftypavif", Some(Kind::Other("HEIF"))),
        (b"BMW is a company", None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"<!doctype html>", None),
        (b"", None),
    ] {
        assert_eq!(
            Kind::of(bytes),
            kind,
            "{:?}",
            String::from_utf8_lossy(bytes)
        );
    }
}

fn picture(id: &str, bytes: usize) -> Arc<Picture> {
    Arc::new(Picture {
        id: id.to_owned(),
        address: format!("https://example.com/{id}.jpg"),
        fetched_at: 0,
        bytes: vec![0; bytes].into(),
        kind: Kind::Jpeg,
    })
}

#[test]
fn the_memory_for_pictures_is_bounded_and_the_least_used_goes_first() {
    let mut kept = Kept::default();
    for id in ["a", "b", "c"] {
        kept.add(picture(id, 30), 100);
    }
    assert!(
        kept.touch(|one| one.id == "a").is_some(),
        "a was used again"
    );
    kept.add(picture("d", 30), 100);
    let left: Vec<&str> = kept.0.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(left, ["c", "a", "d"], "b was used longest ago");
    kept.add(picture("e", 500), 100);
    assert!(
        kept.0.is_empty(),
        "one that is too large for all is not kept"
    );
}
