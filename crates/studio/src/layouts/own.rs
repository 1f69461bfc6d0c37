//! A person's own layouts: kept, deleted, exported, and sent to a recording as they stand.

use std::collections::HashSet;
use std::fs;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cloud_recording::contract::{self, Issue, IssueCode, Severity};
use cloud_recording::{Call, Mode};
use serde_json::json;

use crate::accounts::refuse;
use crate::core::{Core, Shared};
use crate::recorder::machine::Event;
use crate::setup;
use crate::types::*;

use super::{WHOLE, arrange, export, find, import, templates, to_wire};

/// Regions that may be kept, hidden ones included; 17 of them can be shown.
pub(super) const MOST_KEPT: usize = 100;
pub(super) const MOST_SHOWN: usize = 17;
pub(super) const MOST_PIXELS: u64 = 1920 * 1080;

impl Shared {
    /// Templates first, then a person's own, the oldest first.
    pub(crate) fn layouts(&self) -> Result<Vec<Layout>, Failure> {
        let mut layouts = templates::all();
        layouts.extend(self.store.layouts()?);
        Ok(layouts)
    }

    /// A template or one of a person's own.
    pub(crate) fn layout(&self, id: &str) -> Result<Layout, Failure> {
        if let Some(template) = find(id) {
            return Ok(template);
        }
        self.store
            .layout(id)?
            .ok_or_else(|| Failure::not_found("layout", id))
    }

    fn layouts_changed(&self) -> Result<(), Failure> {
        let layouts = self.layouts()?;
        self.emit(StudioEvent::Layouts { layouts });
        Ok(())
    }
}

impl Core {
    /// All layouts: templates first, then a person's own.
    pub async fn layout_list(&self, _: Empty) -> Result<Vec<Layout>, Failure> {
        self.shared.layouts()
    }

    /// Keeps a layout of a person's own under its id; undoing a deletion is the same.
    pub async fn layout_save(&self, mut layout: Layout) -> Result<Layout, Failure> {
        if layout.id.is_empty() || find(&layout.id).is_some() {
            return Err(Failure::new(
                FailureCode::NotNow,
                "a template cannot be changed, only copied",
            ));
        }
        refuse_broken(&layout.document)?;
        layout.template = false;
        layout.name = layout
            .name
            .map(|name| name.trim().chars().take(120).collect());
        if layout.name.as_deref().is_none_or(str::is_empty) {
            return Err(Failure::invalid(vec![issue(IssueCode::Required, "/name")]));
        }
        self.shared
            .store
            .save_layout(&layout, self.shared.clock.now())?;
        self.shared.layouts_changed()?;
        Ok(layout)
    }

    /// Its history stays until the next launch, so that the deletion can be taken back.
    pub async fn layout_delete(&self, which: LayoutRef) -> Result<Empty, Failure> {
        self.shared.store.delete_layout(&which.id)?;
        self.shared.layouts_changed()?;
        Ok(Empty {})
    }

    /// Reads a layout from what was pasted or dropped; nothing is kept yet.
    pub async fn layout_import(&self, what: LayoutImport) -> Result<LayoutImported, Failure> {
        import(&what.text, what.people)
    }

    pub async fn layout_export(&self, what: LayoutExport) -> Result<LayoutText, Failure> {
        let text = export(&what.document, what.form, &what.name);
        Ok(LayoutText { text })
    }

    /// One of the service's own layouts, for so many people.
    pub async fn layout_preset(&self, what: LayoutPreset) -> Result<LayoutDocument, Failure> {
        Ok(arrange(what.preset, what.people, what.canvas))
    }

    /// Sends a layout as it stands, kept or not, to a running recording. The newest wins.
    pub async fn layout_take(&self, what: LayoutTake) -> Result<Recording, Failure> {
        let wire = to_wire(&what.layout.document, None);
        let body = json!({ "cname": "c", "uid": "1", "clientRequest": wire });
        let issues = contract::check(Call::UpdateLayout, Some(Mode::Mix), &body);
        refuse(setup::errors(&issues))?;
        self.tell(&what.id, Event::LayoutPressed(Box::new(what.layout)))
            .await
    }

    pub async fn layout_history(&self, which: LayoutRef) -> Result<LayoutHistory, Failure> {
        let text = self.shared.store.layout_history(&which.id)?;
        Ok(LayoutHistory { id: which.id, text })
    }

    pub async fn layout_history_save(&self, history: LayoutHistory) -> Result<Empty, Failure> {
        let text = history.text.unwrap_or_default();
        self.shared.store.save_layout_history(&history.id, &text)?;
        Ok(Empty {})
    }

    /// Puts a file into the folder for exports and shows it in the file manager, where there is one.
    pub async fn layout_file(&self, file: LayoutFile) -> Result<SavedFile, Failure> {
        let unwritable = |reason: String| Failure::new(FailureCode::Store, reason);
        let (bytes, ending) = match file.kind {
            LayoutFileKind::Json => (file.content.into_bytes(), "json"),
            LayoutFileKind::Png => {
                let bytes = STANDARD.decode(&file.content);
                (bytes.map_err(|error| unwritable(error.to_string()))?, "png")
            }
        };
        let name = format!("{}.{ending}", file_name(&file.name));
        self.shared.save_file("layouts", &name, &bytes)
    }
}

impl Shared {
    /// Puts a file into a folder of the app's own and shows it in the file manager, where there is one.
    pub(crate) fn save_file(
        &self,
        folder: &str,
        name: &str,
        bytes: &[u8],
    ) -> Result<SavedFile, Failure> {
        let folder = self.data_dir.join(folder);
        let path = folder.join(name);
        fs::create_dir_all(&folder)
            .and_then(|()| fs::write(&path, bytes))
            .map_err(|error| Failure::new(FailureCode::Store, error.to_string()))?;
        if let Err(reason) = self.desktop.reveal(&path) {
            tracing::info!(reason, "the exported file was not shown");
        }
        Ok(SavedFile {
            path: path.to_string_lossy().into_owned(),
        })
    }
}

/// Letters, digits and blanks of a name; whatever else could mean something to a file system goes.
fn file_name(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|sign| if sign.is_alphanumeric() { sign } else { ' ' })
        .take(80)
        .collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    if words.is_empty() {
        "layout".to_owned()
    } else {
        words.join(" ")
    }
}

pub(super) fn issue(code: IssueCode, path: &str) -> Issue {
    Issue {
        code,
        path: path.to_owned(),
        severity: Severity::Error,
        params: Default::default(),
    }
}

/// Refuses a document that no editor of ours makes: it would break what is drawn and sent.
pub(super) fn refuse_broken(document: &LayoutDocument) -> Result<(), Failure> {
    let mut issues = Vec::new();
    let Canvas { width, height } = document.canvas;
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 || pixels > MOST_PIXELS {
        issues.push(issue(IssueCode::CanvasTooLarge, "/document/canvas"));
    }
    let shown = document.regions.iter().filter(|region| !region.hidden);
    if shown.count() > MOST_SHOWN || document.regions.len() > MOST_KEPT {
        issues.push(issue(IssueCode::TooMany, "/document/regions"));
    }
    let mut ids = HashSet::new();
    for (at, region) in document.regions.iter().enumerate() {
        let inside = |from: u32, size: u32| {
            size > 0 && from.checked_add(size).is_some_and(|end| end <= WHOLE)
        };
        let path = format!("/document/regions/{at}");
        if !inside(region.x, region.width) || !inside(region.y, region.height) {
            issues.push(issue(IssueCode::RegionOutsideCanvas, &path));
        }
        if region.alpha > WHOLE {
            issues.push(issue(IssueCode::OutOfRange, &format!("{path}/alpha")));
        }
        if !ids.insert(&region.id) {
            issues.push(issue(IssueCode::BadFormat, &format!("{path}/id")));
        }
    }
    if issues.is_empty() {
        Ok(())
    } else {
        Err(Failure::invalid(issues))
    }
}
