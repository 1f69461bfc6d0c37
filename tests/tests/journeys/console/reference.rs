//! Nobody forgot a member of the reference's tables in the walk.

use std::collections::BTreeSet;

use super::paths::sittings;
use super::tables;

/// The paths that the walk goes, with the groups on the way.
fn walked() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for sitting in sittings() {
        for (holder, fields) in sitting.groups {
            for (name, _) in fields {
                let mut path = sitting.call.to_owned();
                for step in format!("{holder}/{name}").split('/').skip(1) {
                    if step.parse::<usize>().is_ok() {
                        path.push_str("[]");
                    } else {
                        path.push('.');
                        path.push_str(step);
                        all.insert(path.clone());
                    }
                }
            }
        }
    }
    // What acquire announces has the paths of start.
    all.retain(|path| !path.starts_with("acquire.clientRequest.startParameter."));
    // Start's channel and recorder are those of the first sitting, where they are typed.
    all
}

#[test]
fn the_walk_goes_by_every_member_of_the_reference_and_no_other() {
    let (reference, walked) = (tables::requests(), walked());
    assert!(
        reference.len() > 150,
        "the tables are there: {}",
        reference.len()
    );
    let forgotten: Vec<_> = reference.difference(&walked).collect();
    let made_up: Vec<_> = walked.difference(&reference).collect();
    assert!(
        forgotten.is_empty(),
        "nobody fills these in: {forgotten:#?}"
    );
    assert!(
        made_up.is_empty(),
        "the reference has no such members: {made_up:#?}"
    );
}
