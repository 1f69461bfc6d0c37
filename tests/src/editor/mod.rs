//! The layout editor as a person drives it: a pointer that goes in steps, keys that are held, and what the
//! window shows and says afterwards.

mod hand;
mod kept;
mod shown;

use std::time::{Duration, Instant};

pub use hand::{Key, Point};
pub use kept::Kept;
pub use shown::{Place, Rect, Shown};

use crate::App;

/// How long the editor may take to show what was done.
const PATIENCE: Duration = Duration::from_secs(10);

/// The opened editor.
pub struct Editor<'a> {
    pub app: &'a App,
}

impl<'a> Editor<'a> {
    /// Opens a layout from the gallery.
    pub async fn open(app: &'a App, layout: &str) -> Self {
        app.press("nav-layouts").await;
        if app.has("layout-back").await {
            app.press("layout-back").await;
        }
        app.press(&format!("layout-thumb-{layout}")).await;
        app.see("canvas-stage").await;
        let editor = Self { app };
        editor.until("regions", |now| !now.regions.is_empty()).await;
        editor
    }

    /// What is on the screen now.
    pub async fn shown(&self) -> Shown {
        let answer = self.app.script(shown::SCRIPT).await;
        Shown::read(&answer)
    }

    /// Waits until what is shown is as `wanted` says; gives it.
    pub async fn until(&self, what: &str, wanted: impl Fn(&Shown) -> bool) -> Shown {
        let begun = Instant::now();
        loop {
            let now = self.shown().await;
            if wanted(&now) {
                return now;
            }
            if begun.elapsed() > PATIENCE {
                self.app.fail(&format!("never: {what}\n{now:#?}")).await;
            }
            tokio::time::sleep(Duration::from_millis(15)).await;
        }
    }

    /// Waits until a region is at a place, in pixels of the recorded picture.
    pub async fn at(&self, id: &str, place: impl Into<Place>) -> Shown {
        let place = place.into();
        self.until(&format!("{id} at {place:?}"), |now| {
            now.find(id).is_some_and(|region| region.place == place)
        })
        .await
    }

    pub async fn place(&self, id: &str) -> Place {
        self.shown().await.region(id).place
    }

    /// Waits until exactly these regions are selected.
    pub async fn selected(&self, ids: &[&str]) -> Shown {
        self.until(&format!("{ids:?} selected"), |now| now.selection() == ids)
            .await
    }

    /// Waits until the last step has this name, such as `move Guest 1`.
    pub async fn did(&self, step: &str) -> Shown {
        let label = format!("Undo: {step}");
        self.until(&label, |now| now.undo == label).await
    }
}
