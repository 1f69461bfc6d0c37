//! Layouts from text and to text.

mod curl;

use std::collections::{BTreeMap, HashSet};

use cloud_recording::contract::{Issue, IssueCode, Severity};
use cloud_recording::layout::{self, NotALayout};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::types::{
    Background, Canvas, Failure, Fit, LayoutDocument, LayoutForm, LayoutImported, Preset, Region,
    Role, UserPicture,
};

use super::own::{MOST_KEPT, MOST_SHOWN};
use super::{arrange, mend, to_wire};

const WIDE: Canvas = Canvas {
    width: 1920,
    height: 1080,
};
/// The only members of a region that must be there.
const REGION: [&str; 4] = ["x_axis", "y_axis", "width", "height"];

/// A file of ours.
#[derive(Serialize, Deserialize)]
struct File {
    /// The version of the form; readers refuse what they do not know.
    roomreel_layout: u32,
    name: Option<String>,
    document: LayoutDocument,
}

/// Reads a region, a list of them, a body of start or updateLayout, a cURL line, or a file of ours.
/// What is not legal is explained where it is, and the rest is kept.
///
/// # Errors
/// Text in which no layout can be found, with an issue that says why.
pub fn import(text: &str, people: u32) -> Result<LayoutImported, Failure> {
    let body = curl::body(text);
    let body = body.as_deref().unwrap_or(text);
    let value: Value = serde_json::from_str(body.trim()).map_err(|error| {
        let place = [("line", error.line()), ("column", error.column())];
        let params = place.map(|(name, at)| (name.to_owned(), at.to_string()));
        unreadable(IssueCode::BadFormat, params.into())
    })?;
    if value.get("roomreel_layout").is_some() {
        return own_file(value);
    }
    let single = value
        .as_object()
        .is_some_and(|object| REGION.iter().all(|name| object.contains_key(*name)));
    let value = if single { json!([value]) } else { value };
    let found = layout::import(&value).map_err(|error| match error {
        NotALayout::NotJson { .. } => unreadable(IssueCode::BadFormat, BTreeMap::new()),
        NotALayout::NothingFound => unreadable(IssueCode::LayoutConfigMissing, BTreeMap::new()),
    })?;
    Ok(taken(found, people, single))
}

fn unreadable(code: IssueCode, mut params: BTreeMap<String, String>) -> Failure {
    if code == IssueCode::BadFormat {
        params.insert("expected".to_owned(), "json".to_owned());
    }
    Failure::invalid(vec![Issue {
        code,
        path: String::new(),
        severity: Severity::Error,
        params,
    }])
}

fn own_file(value: Value) -> Result<LayoutImported, Failure> {
    let mut file: File = serde_json::from_value(value)
        .map_err(|_| unreadable(IssueCode::LayoutConfigMissing, BTreeMap::new()))?;
    let issues = mend(&mut file.document);
    Ok(LayoutImported {
        name: file.name,
        document: file.document,
        issues,
    })
}

fn taken(found: layout::Layout, people: u32, single: bool) -> LayoutImported {
    let (width, height) = found
        .canvas
        .filter(|(width, height)| *width > 0 && *height > 0)
        .unwrap_or((WIDE.width, WIDE.height));
    let canvas = Canvas { width, height };
    let preset = match found.kind {
        0 => Some(Preset::Floating),
        1 => Some(Preset::BestFit),
        2 => Some(Preset::Vertical),
        _ => None,
    };
    let surplus = found.surplus.len();
    let regions = match preset.filter(|_| found.regions.is_empty()) {
        Some(preset) => {
            let mut regions = arrange(preset, people, canvas).regions;
            if let (Preset::Vertical, Some(large)) = (preset, regions.first_mut()) {
                large.uid = found.max_resolution_uid;
            }
            regions
        }
        None => {
            let shown = found.regions.len();
            let all = found.regions.into_iter().chain(found.surplus).zip(1..);
            let mut regions: Vec<Region> = all.map(region).collect();
            for surplus in regions.iter_mut().skip(shown) {
                surplus.hidden = true;
            }
            regions.truncate(MOST_KEPT);
            one_region_each(&mut regions);
            regions
        }
    };
    let users = found.backgrounds.into_iter().map(|picture| UserPicture {
        fit: if picture.render_mode == Some(1) {
            Fit::Fit
        } else {
            Fit::Crop
        },
        uid: picture.uid,
        url: picture.image_url,
        extra: picture.extra.0,
    });
    let mut issues = each_surplus(found.issues, surplus);
    if single {
        for issue in &mut issues {
            if let Some(inner) = issue.path.strip_prefix("/0") {
                issue.path = inner.to_owned();
            }
        }
    }
    LayoutImported {
        name: None,
        document: LayoutDocument {
            canvas,
            background: Background {
                color: found
                    .background_color
                    .unwrap_or_else(|| "#000000".to_owned()),
                image: found.background_image,
                placeholder: found.default_user_background_image,
                users: users.collect(),
            },
            regions,
        },
        issues,
    }
}

fn region((found, number): (layout::Region, u32)) -> Region {
    Region {
        id: format!("r{number}"),
        role: Role::Person,
        number,
        name: None,
        x: found.x,
        y: found.y,
        width: found.width,
        height: found.height,
        uid: found.uid,
        alpha: found.alpha,
        fit: if found.fit { Fit::Fit } else { Fit::Crop },
        hidden: false,
        locked: false,
        keep_ratio: false,
        extra: found.extra.0,
    }
}

/// Says of each region from the 18th on that there is no room for it, in place of saying it of them all.
fn each_surplus(issues: Vec<Issue>, surplus: usize) -> Vec<Issue> {
    let mut said = Vec::new();
    for issue in issues {
        let is_of_regions = issue.path.is_empty() || issue.path.ends_with("/layoutConfig");
        if issue.code != IssueCode::TooMany || !is_of_regions || surplus == 0 {
            said.push(issue);
            continue;
        }
        said.extend((MOST_SHOWN..MOST_SHOWN + surplus).map(|at| Issue {
            path: format!("{}/{at}", issue.path),
            ..issue.clone()
        }));
    }
    said
}

/// A user has one region: the first that names her.
fn one_region_each(regions: &mut [Region]) {
    let mut seen = HashSet::new();
    for region in regions {
        if region
            .uid
            .as_ref()
            .is_some_and(|uid| !seen.insert(uid.clone()))
        {
            region.uid = None;
        }
    }
}

/// Writes a layout; `name` goes into a file of ours.
pub fn export(document: &LayoutDocument, form: LayoutForm, name: &str) -> String {
    let wire = to_wire(document, None);
    match form {
        LayoutForm::Json => format!("{wire:#}"),
        LayoutForm::Curl => {
            let body = json!({ "cname": "CHANNEL", "uid": "RECORDER_ID", "clientRequest": wire });
            curl::update_layout(&format!("{body:#}"))
        }
        LayoutForm::File => {
            let file = json!(File {
                roomreel_layout: 1,
                name: Some(name.to_owned()),
                document: document.clone(),
            });
            format!("{file:#}")
        }
    }
}

#[cfg(test)]
mod tests;
