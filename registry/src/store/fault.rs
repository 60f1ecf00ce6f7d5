//! Why a store can't be used, and what to do.

use std::error::Error as Source;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use redb::{CommitError, StorageError, TableError, TransactionError};

use crate::contract::Conflict;
use crate::document::DocumentError;
use crate::error::Error;

/// What is wrong with a store.
#[derive(Debug, Clone)]
pub(crate) struct StoreFault {
    pub(crate) path: PathBuf,
    pub(crate) problem: Problem,
}

#[derive(Debug, Clone)]
pub(crate) enum Problem {
    /// The builder was given this one before.
    Second(PathBuf),
    /// The folder that it should be created in is not there.
    NoFolder(PathBuf),
    /// Another process, or another registry of this one, has it open.
    InUse,
    /// The file is something else.
    NoStore,
    /// The file is a database of something else.
    Foreign,
    /// It is of a format that this version does not know.
    Newer(u64),
    Damaged(Option<Cause>),
    /// Documents are in the way of contracts that the builder has.
    Conflicts(Vec<Conflict>),
    /// Texts that are no documents, each with its key.
    Unusable(Vec<(String, DocumentError)>),
    Io(Arc<io::Error>),
}

pub(crate) type Cause = Arc<dyn Source + Send + Sync>;

pub(super) fn cause(error: impl Source + Send + Sync + 'static) -> Cause {
    Arc::new(error)
}

impl Problem {
    pub(crate) fn at(self, path: &Path) -> Error {
        let path = path.to_owned();
        Error::store(StoreFault { path, problem: self })
    }
}

impl StoreFault {
    pub(crate) fn conflicts(&self) -> &[Conflict] {
        match &self.problem {
            Problem::Conflicts(conflicts) => conflicts,
            Problem::Second(_)
            | Problem::NoFolder(_)
            | Problem::InUse
            | Problem::NoStore
            | Problem::Foreign
            | Problem::Newer(_)
            | Problem::Damaged(_)
            | Problem::Unusable(_)
            | Problem::Io(_) => &[],
        }
    }

    pub(crate) fn source(&self) -> Option<&(dyn Source + 'static)> {
        match &self.problem {
            Problem::Damaged(cause) => {
                let cause = cause.as_deref()?;
                Some(cause)
            }
            Problem::Io(error) => Some(&**error),
            Problem::Unusable(documents) => {
                let (_, error) = documents.first()?;
                Some(error)
            }
            Problem::Second(_)
            | Problem::NoFolder(_)
            | Problem::InUse
            | Problem::NoStore
            | Problem::Foreign
            | Problem::Newer(_)
            | Problem::Conflicts(_) => None,
        }
    }
}

/// One line: the path may be a sender's, too.
impl fmt::Display for StoreFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = |path: &Path| path.display().to_string().escape_debug().to_string();
        let path = line(&self.path);
        match &self.problem {
            Problem::Second(first) => {
                let first = line(first);
                write!(
                    f,
                    "the store `{path}` is one too many beside `{first}`; a registry keeps its documents in one file"
                )
            }
            Problem::NoFolder(folder) => {
                let folder = line(folder);
                write!(
                    f,
                    "the store `{path}` can't be created: there is no folder `{folder}`; create it first"
                )
            }
            Problem::InUse => write!(
                f,
                "the store `{path}` is open already, in another process or another registry; \
                 give each a file of its own, or close the other first"
            ),
            Problem::NoStore => write!(
                f,
                "`{path}` is no store of documents; choose another path, or move away what is there"
            ),
            Problem::Foreign => write!(
                f,
                "`{path}` is a database of another program, and no store of documents; choose another path"
            ),
            Problem::Newer(format) => write!(
                f,
                "the store `{path}` is of format {format}, and this version of perimeter reads up to {}; \
                 use the version that wrote it, or a newer one",
                super::FORMAT
            ),
            Problem::Damaged(_) => write!(
                f,
                "the store `{path}` is damaged, or of a newer version of redb; put a copy in its place, \
                 or move it away and register its documents anew"
            ),
            Problem::Conflicts(conflicts) => {
                write!(
                    f,
                    "documents of the store `{path}` are in the way of contracts of the program: "
                )?;
                separated(f, conflicts, |f, conflict| {
                    write!(
                        f,
                        "`{}`, which is declared {}",
                        conflict.key(),
                        conflict.first().place()
                    )
                })?;
                f.write_str("; give one of the two another name or version, or take the document out by `Store::remove`")
            }
            Problem::Unusable(documents) => {
                write!(f, "texts of the store `{path}` are no documents: ")?;
                separated(f, documents, |f, (key, error)| {
                    let faults = error.to_string();
                    let faults: Vec<&str> = faults.lines().collect();
                    write!(f, "`{key}`, {}", faults.join(", "))
                })?;
                f.write_str(
                    "; take them out by `Store::remove`, and register them anew once they are corrected",
                )
            }
            Problem::Io(error) => write!(f, "the store `{path}` can't be read or written: {error}"),
        }
    }
}

fn separated<T>(
    f: &mut fmt::Formatter<'_>,
    parts: &[T],
    write: impl Fn(&mut fmt::Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            f.write_str("; ")?;
        }
        write(f, part)?;
    }
    Ok(())
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        Problem::Io(Arc::new(error))
    }
}

impl From<StorageError> for Problem {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Io(error) => error.into(),
            // After a failure to write nothing is written until the file is opened anew.
            StorageError::PreviousIo => {
                let message = "writing failed before, and goes on when the store is opened anew";
                io::Error::other(message).into()
            }
            StorageError::ValueTooLarge(_) => io::Error::other(error).into(),
            other => Problem::Damaged(Some(cause(other))),
        }
    }
}

impl From<TableError> for Problem {
    fn from(error: TableError) -> Self {
        match error {
            TableError::Storage(error) => error.into(),
            other => Problem::Damaged(Some(cause(other))),
        }
    }
}

impl From<TransactionError> for Problem {
    fn from(error: TransactionError) -> Self {
        match error {
            TransactionError::Storage(error) => error.into(),
            // Of the rest none is about the file.
            _ => Problem::Damaged(None),
        }
    }
}

impl From<CommitError> for Problem {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Storage(error) => error.into(),
            other => Problem::Damaged(Some(cause(other))),
        }
    }
}
