//! Set-ups: a recording's settings, kept under a name to be started from again.

use cloud_recording::contract::IssueCode;

use crate::accounts::{issue, refuse};
use crate::core::{Core, Shared, new_id};
use crate::types::*;

/// The longest name, in characters.
const LONGEST_NAME: usize = 80;

#[allow(clippy::missing_errors_doc)]
impl Core {
    pub async fn setup_list(&self, _: Empty) -> Result<Vec<SavedSetup>, Failure> {
        Ok(self.shared.store.setups()?)
    }

    /// Keeps a set-up, new or changed. Whether it can be started with is seen when it is.
    pub async fn setup_save(&self, saved: SavedSetup) -> Result<SavedSetup, Failure> {
        self.shared.setup_save(saved)
    }

    /// Takes one out. One that is gone already is no trouble.
    pub async fn setup_delete(&self, which: SavedSetupRef) -> Result<Empty, Failure> {
        self.shared.store.delete_setup(&which.id)?;
        self.shared.setups_changed()?;
        Ok(Empty {})
    }
}

impl Shared {
    fn setup_save(&self, mut saved: SavedSetup) -> Result<SavedSetup, Failure> {
        saved.name = saved.name.trim().to_owned();
        let mut issues = Vec::new();
        if saved.name.is_empty() {
            issues.push(issue(IssueCode::Required, "/name"));
        } else if saved.name.chars().count() > LONGEST_NAME {
            let mut long = issue(IssueCode::TooLong, "/name");
            long.params
                .insert("max".to_owned(), LONGEST_NAME.to_string());
            issues.push(long);
        }
        refuse(issues)?;
        if saved.id.is_empty() {
            saved.id = new_id();
        }
        if saved.created_at <= 0 {
            saved.created_at = self.clock.now();
        }
        self.store.save_setup(&saved)?;
        self.setups_changed()?;
        Ok(saved)
    }

    fn setups_changed(&self) -> Result<(), Failure> {
        self.emit(StudioEvent::Setups {
            setups: self.store.setups()?,
        });
        self.back_up();
        Ok(())
    }
}
