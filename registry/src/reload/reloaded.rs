//! What came of a look at folders.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::contract::{Conflict, Handle};
use crate::document::DocumentError;

/// What came of a look at the folders of a registry: what is published now, and what is not and why.
///
/// All of it is one state, in force since before this is told. `Display` writes a line for each contract and each fault.
///
/// See [`Builder::watch`](crate::Builder::watch).
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Reloaded {
    pub(super) revision: u64,
    pub(super) added: Vec<Handle>,
    pub(super) replaced: Vec<Handle>,
    pub(super) removed: Vec<Handle>,
    pub(super) repaired: Vec<PathBuf>,
    pub(super) failures: Vec<ReloadFailure>,
}

/// Why a document is not in force as its file has it. What was in force of that file stays so.
#[derive(Debug, Clone)]
pub struct ReloadFailure {
    file: PathBuf,
    reason: Reason,
    /// How many contracts were kept as they were.
    pub(super) kept: usize,
}

#[derive(Debug, Clone)]
enum Reason {
    Broken(DocumentError),
    Conflict(Conflict),
}

/// Who is told of it.
#[derive(Clone)]
pub(super) struct Handler(pub(super) Arc<dyn Fn(&Reloaded) + Send + Sync>);

impl Reloaded {
    /// Nothing to tell.
    pub(crate) fn at(revision: u64) -> Self {
        Reloaded {
            revision,
            ..Reloaded::default()
        }
    }

    /// The [revision](crate::Registry::revision) of the registry afterwards: another one than before if contracts came,
    /// went or changed.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Contracts under keys that no file had before.
    #[must_use]
    pub fn added(&self) -> &[Handle] {
        &self.added
    }

    /// Contracts in the place of others of the same key: the document has changed, or its file has another name.
    #[must_use]
    pub fn replaced(&self) -> &[Handle] {
        &self.replaced
    }

    /// Contracts that are no longer there.
    #[must_use]
    pub fn removed(&self) -> &[Handle] {
        &self.removed
    }

    /// Files and folders of which a failure was told that is no more: they are sound again, or the file is gone. What they
    /// hold is among those above only if it differs from what was in force.
    #[must_use]
    pub fn repaired(&self) -> &[PathBuf] {
        &self.repaired
    }

    /// What is wrong and was not told before.
    #[must_use]
    pub fn failures(&self) -> &[ReloadFailure] {
        &self.failures
    }

    /// Whether there is nothing to tell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Reloaded {
            revision: _,
            added,
            replaced,
            removed,
            repaired,
            failures,
        } = self;
        added.is_empty()
            && replaced.is_empty()
            && removed.is_empty()
            && repaired.is_empty()
            && failures.is_empty()
    }
}

impl ReloadFailure {
    pub(super) fn broken(file: &Path, error: DocumentError, kept: usize) -> Self {
        ReloadFailure {
            file: file.to_owned(),
            reason: Reason::Broken(error),
            kept,
        }
    }

    pub(super) fn conflict(file: &Path, conflict: Conflict, kept: usize) -> Self {
        ReloadFailure {
            file: file.to_owned(),
            reason: Reason::Conflict(conflict),
            kept,
        }
    }

    /// The file, or the folder if that could not be read.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// What is wrong with the file, each fault with line and column.
    #[must_use]
    pub fn error(&self) -> Option<&DocumentError> {
        match &self.reason {
            Reason::Broken(error) => Some(error),
            Reason::Conflict(_) => None,
        }
    }

    /// The contract that has the key of the document, if it is sound but for that.
    #[must_use]
    pub fn contention(&self) -> Option<&Conflict> {
        match &self.reason {
            Reason::Broken(_) => None,
            Reason::Conflict(conflict) => Some(conflict),
        }
    }
}

/// One line for each fault, as compilers write it: `file:line:column: what is wrong`.
impl fmt::Display for ReloadFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.reason {
            Reason::Broken(error) => error.fmt(f),
            Reason::Conflict(conflict) => write!(f, "{}: {conflict}", self.file.display()),
        }
    }
}

impl std::error::Error for ReloadFailure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.error()?.source()
    }
}

impl fmt::Display for Reloaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "revision {}", self.revision)?;
        let contracts = [
            ("added", &self.added),
            ("replaced", &self.replaced),
            ("removed", &self.removed),
        ];
        for (word, handles) in contracts {
            handles
                .iter()
                .try_for_each(|handle| write!(f, "\n{word} {handle}"))?;
        }
        for file in &self.repaired {
            write!(f, "\nrepaired {}", file.display())?;
        }
        self.failures
            .iter()
            .try_for_each(|failure| write!(f, "\n{failure}"))
    }
}

impl fmt::Debug for Handler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Handler")
    }
}
