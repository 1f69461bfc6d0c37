//! Projects and storages from one computer to another: everything of them but their secrets.

use cloud_recording::contract::IssueCode;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::accounts::{issue, refuse};
use crate::core::{Core, Shared, new_id};
use crate::types::*;

/// The form of the file.
const FORM: u32 = 1;
/// The longest text that is read, in bytes.
const LONGEST: usize = 1024 * 1024;

/// The file. There is no place in it for a secret.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    roomreel_projects: u32,
    #[serde(default)]
    projects: Vec<Project>,
    #[serde(default)]
    storages: Vec<Place>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Project {
    name: String,
    app_id: String,
    customer_id: String,
    #[serde(default)]
    base_url: Option<String>,
    area: Area,
    /// It had a certificate, so it will need one again.
    #[serde(default)]
    has_certificate: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    name: String,
    vendor: u32,
    region: u32,
    bucket: String,
    #[serde(default)]
    endpoint: Option<String>,
}

#[allow(clippy::missing_errors_doc)]
impl Core {
    /// A project like another one, without its secrets.
    pub async fn account_duplicate(&self, copy: AccountCopy) -> Result<Account, Failure> {
        let account = self.shared.account(&copy.id)?;
        if account.practice {
            let words = "practice cannot be duplicated";
            return Err(Failure::new(FailureCode::NotNow, words));
        }
        self.shared.adopt_account(Account {
            name: copy.name,
            ..account
        })
    }

    /// Writes all projects and storages to a file, without a secret.
    pub async fn projects_export(&self, _: Empty) -> Result<SavedFile, Failure> {
        self.shared.projects_export()
    }

    /// Adds what such a file holds and is not there yet.
    pub async fn projects_import(
        &self,
        import: ProjectsImport,
    ) -> Result<ProjectsImported, Failure> {
        self.shared.projects_import(import.text.expose())
    }
}

impl Shared {
    /// Adds a project whose secrets are still to be typed.
    fn adopt_account(&self, like: Account) -> Result<Account, Failure> {
        let account = Account {
            id: new_id(),
            name: like.name.trim().to_owned(),
            practice: false,
            has_secret: false,
            has_certificate: false,
            check: None,
            created_at: self.clock.now(),
            ..like
        };
        refuse(crate::accounts::wrong(&account))?;
        self.store.save_account(&account)?;
        self.accounts_changed()?;
        Ok(account)
    }

    fn adopt_storage(&self, place: Place) -> Result<(), Failure> {
        let storage = Storage {
            id: new_id(),
            created_at: self.clock.now(),
            ..place.into()
        };
        self.store.save_storage(&storage)?;
        self.storages_changed()
    }

    fn projects_export(&self) -> Result<SavedFile, Failure> {
        let projects = self.accounts()?.into_iter().filter(|one| !one.practice);
        let storages = self.storages()?.into_iter().filter(|one| !one.practice);
        let file = File {
            roomreel_projects: FORM,
            projects: projects.map(Project::from).collect(),
            storages: storages.map(Place::from).collect(),
        };
        let text = serde_json::to_string_pretty(&file)
            .map_err(|error| Failure::new(FailureCode::Internal, error.to_string()))?;
        let now = Timestamp::from_millisecond(self.clock.now()).unwrap_or(Timestamp::UNIX_EPOCH);
        let name = format!("projects {}.json", now.strftime("%Y%m%d %H%M%S"));
        self.save_file("projects", &name, text.as_bytes())
    }

    fn projects_import(&self, text: &str) -> Result<ProjectsImported, Failure> {
        let unreadable = || Failure::invalid(vec![issue(IssueCode::BadFormat, "/text")]);
        if text.len() > LONGEST {
            return Err(unreadable());
        }
        let file: File = serde_json::from_str(text).map_err(|_| unreadable())?;
        if file.roomreel_projects != FORM {
            return Err(unreadable());
        }
        // All of it or nothing.
        for project in &file.projects {
            refuse(crate::accounts::wrong(&project.clone().into()))?;
        }
        for place in &file.storages {
            refuse(crate::storages::wrong(&place.clone().into()))?;
        }
        let mut imported = ProjectsImported {
            accounts: 0,
            storages: 0,
            known: 0,
            secrets: 0,
        };
        let (accounts, storages) = (self.accounts()?, self.storages()?);
        for project in file.projects {
            if accounts.iter().any(|one| project.is(one)) {
                imported.known += 1;
                continue;
            }
            imported.secrets += 1 + u32::from(project.has_certificate);
            self.adopt_account(project.into())?;
            imported.accounts += 1;
        }
        for place in file.storages {
            if storages.iter().any(|one| place.is(one)) {
                imported.known += 1;
                continue;
            }
            self.adopt_storage(place)?;
            imported.storages += 1;
            imported.secrets += 2;
        }
        Ok(imported)
    }
}

impl Project {
    fn is(&self, account: &Account) -> bool {
        (&self.app_id, &self.customer_id, &self.base_url)
            == (&account.app_id, &account.customer_id, &account.base_url)
    }
}

impl Place {
    fn is(&self, storage: &Storage) -> bool {
        (self.vendor, self.region, &self.bucket, &self.endpoint)
            == (
                storage.vendor,
                storage.region,
                &storage.bucket,
                &storage.endpoint,
            )
    }
}

impl From<Account> for Project {
    fn from(account: Account) -> Self {
        Self {
            name: account.name,
            app_id: account.app_id,
            customer_id: account.customer_id,
            base_url: account.base_url,
            area: account.area,
            has_certificate: account.has_certificate,
        }
    }
}

impl From<Project> for Account {
    fn from(project: Project) -> Self {
        Self {
            id: String::new(),
            name: project.name.trim().to_owned(),
            practice: false,
            app_id: project.app_id,
            customer_id: project.customer_id,
            base_url: project.base_url,
            area: project.area,
            has_secret: false,
            has_certificate: false,
            check: None,
            created_at: 0,
        }
    }
}

impl From<Place> for Storage {
    fn from(place: Place) -> Self {
        Self {
            id: String::new(),
            name: place.name.trim().to_owned(),
            practice: false,
            vendor: place.vendor,
            region: place.region,
            bucket: place.bucket,
            endpoint: place.endpoint,
            has_keys: false,
            check: None,
            created_at: 0,
        }
    }
}

impl From<Storage> for Place {
    fn from(storage: Storage) -> Self {
        Self {
            name: storage.name,
            vendor: storage.vendor,
            region: storage.region,
            bucket: storage.bucket,
            endpoint: storage.endpoint,
        }
    }
}
