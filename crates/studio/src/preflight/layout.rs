//! The lines about the picture and what is where in it.

use super::judge::issue_at;
use super::{Facts, line};
use crate::types::*;
use PreflightCode as Code;
use PreflightFix as Fix;
use PreflightSubject as Subject;

const TRANSCODING: &str = "/clientRequest/recordingConfig/transcodingConfig";

fn is_layout(path: &str) -> bool {
    let Some(member) = path.strip_prefix(TRANSCODING) else {
        return false;
    };
    [
        "/layoutConfig",
        "/mixedVideoLayout",
        "/background",
        "/defaultUser",
    ]
    .iter()
    .any(|start| member.starts_with(start))
}

/// Whether the layout is legal, and whom it names is there.
pub(super) fn layout(facts: &Facts) -> PreflightLine {
    let subject = Subject::Layout;
    if facts.setup.record_as == RecordAs::CombinedSound {
        return line(subject, Level::Info, Code::SoundOnly);
    }
    if let Some(issue) = issue_at(facts, subject, is_layout, Fix::OpenLayout) {
        return issue;
    }
    let shown = facts.layout.document.regions.iter();
    let shown: Vec<&Region> = shown.filter(|region| !region.hidden).collect();
    if shown.is_empty() {
        return line(subject, Level::Warn, Code::LayoutBare).fix(Fix::OpenLayout);
    }
    if let Some(people) = facts.people.told() {
        let is_there = |uid: &str| uid.parse().is_ok_and(|uid: u32| people.ids.contains(&uid));
        let named = shown.iter().filter_map(|region| region.uid.as_deref());
        let absent: Vec<&str> = named.filter(|uid| !is_there(uid)).collect();
        if !absent.is_empty() {
            return line(subject, Level::Warn, Code::LayoutAbsent)
                .with("ids", absent.join(", "))
                .fix(Fix::OpenLayout);
        }
    }
    line(subject, Level::Ok, Code::LayoutFine).with("regions", shown.len())
}

/// Whether size, rate and bit rate are legal.
pub(super) fn picture(facts: &Facts) -> PreflightLine {
    let subject = Subject::Picture;
    if facts.setup.record_as == RecordAs::CombinedSound {
        return line(subject, Level::Info, Code::SoundOnly);
    }
    let is_at = |path: &str| path.starts_with(TRANSCODING) && !is_layout(path);
    if let Some(issue) = issue_at(facts, subject, is_at, Fix::SafePicture) {
        return issue;
    }
    let picture = facts.setup.picture;
    line(subject, Level::Ok, Code::PictureFine)
        .with("width", picture.width)
        .with("height", picture.height)
        .with("fps", picture.fps)
}
