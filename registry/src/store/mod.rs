//! Documents that outlive the program: a file of texts, each under module, name and version.
//!
//! The file is a database of redb with two tables. `perimeter` has the number of the format under `format`; `documents`
//! has a [`Record`] for each document. A change is one transaction, which is there whole or not at all whenever the process
//! ends.

mod create;
#[cfg(test)]
pub(crate) mod disk;
mod fault;
mod record;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use redb::{
    Database, DatabaseError, ReadableTable as _, ReadableTableMetadata as _, TableDefinition, TableError,
};

use crate::contract::KeyBuf;
use crate::error::Error;

pub use record::StoredDocument;

pub(crate) use fault::{Problem, StoreFault};
pub(crate) use record::{Over, Record};

use record::{StoredKey, StoredRecord};

/// The format that this version writes, and the newest that it reads.
const FORMAT: u64 = 1;

const PERIMETER: TableDefinition<'_, &str, u64> = TableDefinition::new("perimeter");
const DOCUMENTS: TableDefinition<'_, StoredKey, StoredRecord> = TableDefinition::new("documents");

/// The file that the documents of a registry are stored in, to look into it and to mend it by hand.
///
/// A registry opens its store itself, see [`Builder::store`](crate::Builder::store). This is for what that refuses, such as
/// a document that is in the way of a contract of the program: the text can be taken out, and registered anew once it is
/// corrected. One process at a time has a store open, and in it one registry or one `Store`.
///
/// ```
/// use contracts_registry::{Document, Format, Registry, Store};
///
/// let folder = tempfile::tempdir()?;
/// let path = folder.path().join("contracts.redb");
/// let text = r#"{"x-module": "shop", "x-name": "order", "x-zone": "core", "type": "integer"}"#;
/// let registry = Registry::builder().store(&path).build()?;
/// registry.register(Document::parse(Format::Json, text)?)?;
/// drop(registry);
///
/// let store = Store::open(&path)?;
/// let documents = store.documents()?;
/// assert_eq!(documents.len(), 1);
/// assert_eq!((documents[0].to_string(), documents[0].text()), ("shop::order".to_owned(), text));
///
/// assert!(store.remove("shop", "order", "")?);
/// assert!(store.documents()?.is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Store {
    database: Database,
    path: PathBuf,
}

impl Store {
    /// Opens a store, or creates one if there is no file of that name.
    ///
    /// If the last process that had it open was killed, the file is mended first, which reads all of it.
    ///
    /// # Errors
    ///
    /// [`Kind::Store`](crate::Kind::Store): the folder is not there, the file can't be read or written, is none of
    /// documents, is damaged, was written by a newer version, or is open already.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let store = Store {
            database: guarded(|| create::open(path)).map_err(|problem| problem.at(path))?,
            path: path.to_owned(),
        };
        store.attempt(check)?;
        Ok(store)
    }

    /// A store on a file of its own making, without a name.
    #[cfg(test)]
    pub(crate) fn on(disk: disk::Disk) -> Result<Self, Error> {
        let path = PathBuf::from("disk");
        let store = Store {
            database: guarded(|| create::on(disk)).map_err(|problem| problem.at(&path))?,
            path,
        };
        store.attempt(check)?;
        Ok(store)
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// All documents, in order of module, name and version as texts; also those that could not be used.
    ///
    /// Takes time and memory in proportion to their texts.
    ///
    /// # Errors
    ///
    /// [`Kind::Store`](crate::Kind::Store): the file can't be read, or is damaged.
    pub fn documents(&self) -> Result<Vec<StoredDocument>, Error> {
        self.attempt(|database| {
            let reading = database.begin_read()?;
            let table = reading.open_table(DOCUMENTS)?;
            let mut documents = Vec::new();
            for entry in table.iter()? {
                let (key, record) = entry?;
                documents.push(StoredDocument::new(key.value(), record.value()));
            }
            if table.len()? != documents.len() as u64 {
                return Err(Problem::Damaged(None));
            }
            Ok(documents)
        })
    }

    /// Takes a document out, whatever is wrong with it. Whether there was one.
    ///
    /// # Errors
    ///
    /// [`Kind::Store`](crate::Kind::Store): the file can't be written.
    pub fn remove(&self, module: &str, name: &str, version: &str) -> Result<bool, Error> {
        self.change(|table| Ok(table.remove((module, name, version))?.is_some()))
    }

    /// The keys of all documents.
    pub(crate) fn keys(&self) -> Result<Vec<KeyBuf>, Error> {
        self.attempt(|database| {
            let table = database.begin_read()?.open_table(DOCUMENTS)?;
            let mut keys = Vec::new();
            for entry in table.iter()? {
                keys.push(record::key(entry?.0.value()));
            }
            Ok(keys)
        })
    }

    /// Puts texts under keys, and takes out what is under the others, in one transaction: when this returns, it is on the
    /// disk. If nothing becomes different, nothing is written.
    pub(crate) fn write<'r>(
        &self,
        changes: impl IntoIterator<Item = (KeyBuf, Option<Record<'r>>)>,
    ) -> Result<(), Error> {
        let mut changes = changes.into_iter().peekable();
        if changes.peek().is_none() {
            return Ok(());
        }
        let written = self.change(|table| {
            let mut different = false;
            for (key, record) in changes {
                let key = record::stored_key(&key);
                match record {
                    None => different |= table.remove(key)?.is_some(),
                    Some(record) => {
                        let stored = table.get(key)?;
                        let known = stored.as_ref().map(redb::AccessGuard::value);
                        let record = record.stored(key, known.and_then(|(.., over, _)| over));
                        if known == Some(record) {
                            continue;
                        }
                        drop(stored);
                        table.insert(key, record)?;
                        different = true;
                    }
                }
            }
            Ok(different)
        });
        written.map(drop)
    }

    /// A transaction, which is given up if it fails or changes nothing.
    fn change(
        &self,
        make: impl FnOnce(&mut redb::Table<'_, StoredKey, StoredRecord>) -> Result<bool, Problem>,
    ) -> Result<bool, Error> {
        self.attempt(|database| {
            // Its commit waits for the disk, unless it is told not to.
            let writing = database.begin_write()?;
            let changed = make(&mut writing.open_table(DOCUMENTS)?)?;
            match changed {
                true => writing.commit()?,
                false => writing.abort()?,
            }
            Ok(changed)
        })
    }

    fn attempt<R>(&self, make: impl FnOnce(&Database) -> Result<R, Problem>) -> Result<R, Error> {
        guarded(|| make(&self.database)).map_err(|problem| problem.at(&self.path))
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

/// redb panics at some of the things that can be wrong with a file, such as an end that is cut off.
fn guarded<R>(make: impl FnOnce() -> Result<R, Problem>) -> Result<R, Problem> {
    catch_unwind(AssertUnwindSafe(make)).unwrap_or(Err(Problem::Damaged(None)))
}

/// Fails unless the database is a store that this version reads.
fn check(database: &Database) -> Result<(), Problem> {
    let reading = database.begin_read()?;
    let foreign = |error| match error {
        TableError::Storage(error) => Problem::from(error),
        _ => Problem::Foreign,
    };
    let format = reading.open_table(PERIMETER).map_err(foreign)?;
    match format.get("format")?.map(|format| format.value()) {
        Some(FORMAT) => {}
        Some(newer) if newer > FORMAT => return Err(Problem::Newer(newer)),
        Some(_) | None => return Err(Problem::Damaged(None)),
    }
    reading.open_table(DOCUMENTS).map_err(foreign)?;
    Ok(())
}

/// Makes an empty database a store.
fn found(database: &Database) -> Result<(), Problem> {
    let writing = database.begin_write()?;
    writing.open_table(PERIMETER)?.insert("format", FORMAT)?;
    writing.open_table(DOCUMENTS)?;
    writing.commit()?;
    Ok(())
}

impl From<DatabaseError> for Problem {
    fn from(error: DatabaseError) -> Self {
        match error {
            DatabaseError::DatabaseAlreadyOpen => Problem::InUse,
            DatabaseError::Storage(error) => error.into(),
            other => Problem::Damaged(Some(fault::cause(other))),
        }
    }
}
