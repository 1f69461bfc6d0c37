use std::collections::HashSet;

use cloud_recording::contract::{Issue, IssueCode};

use crate::types::{Canvas, LayoutDocument, Region};

use super::WHOLE;
use super::own::{MOST_KEPT, MOST_PIXELS, MOST_SHOWN, issue, refuse_broken};

/// Makes a document legal that somebody wrote by hand: takes what is illegal to the nearest legal value, hides
/// what is too much, and says so at each place.
pub(super) fn mend(document: &mut LayoutDocument) -> Vec<Issue> {
    let mut issues = match refuse_broken(document) {
        Ok(()) => return Vec::new(),
        Err(failure) => failure.issues,
    };
    let Canvas { width, height } = document.canvas;
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 || pixels > MOST_PIXELS {
        document.canvas = Canvas {
            width: 1920,
            height: 1080,
        };
    }
    document.regions.truncate(MOST_KEPT);
    let mut shown = 0;
    let mut ids = HashSet::new();
    for (at, region) in document.regions.iter_mut().enumerate() {
        region.alpha = region.alpha.min(WHOLE);
        inside(region);
        while !ids.insert(region.id.clone()) {
            region.id.push('b');
        }
        shown += usize::from(!region.hidden);
        if !region.hidden && shown > MOST_SHOWN {
            region.hidden = true;
            issues.push(issue(
                IssueCode::TooMany,
                &format!("/document/regions/{at}"),
            ));
        }
    }
    issues.retain(|issue| issue.path != "/document/regions");
    issues
}

fn inside(region: &mut Region) {
    let side = |from: &mut u32, size: &mut u32| {
        *from = (*from).min(WHOLE - 1);
        *size = (*size).clamp(1, WHOLE - *from);
    };
    side(&mut region.x, &mut region.width);
    side(&mut region.y, &mut region.height);
}
