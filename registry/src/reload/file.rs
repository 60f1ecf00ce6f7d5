//! One file, and what is known of it.

use std::hash::{BuildHasher as _, RandomState};
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::SystemTime;
use std::{error, fs};

use super::ReloadFailure;
use super::folder::Stamp;
use crate::contract::{Conflict, Handle};
use crate::document::{self, Document, DocumentError};

/// A file of a folder.
#[derive(Debug, Default)]
pub(super) struct File {
    stamp: Option<Stamp>,
    /// Of the bytes that were read last: what has not changed is not parsed, and told, again.
    hash: Option<u64>,
    /// The document that it holds, if it is sound.
    pub(super) document: Option<Document>,
    /// What is wrong with it, if it is not.
    pub(super) error: Option<DocumentError>,
    /// Who has its key.
    pub(super) conflict: Option<Conflict>,
    /// What was published of it last, unless that was taken away.
    pub(super) handle: Option<Handle>,
    /// What was published of it was taken away, and stays so until it changes.
    pub(super) is_away: bool,
    /// What the last looks have shown and is not published yet.
    pub(super) news: Reading,
    /// What was told of it last.
    pub(super) told: Option<String>,
}

/// What reading a file has shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Reading {
    #[default]
    Same,
    Changed,
    Gone,
}

impl File {
    /// Whether it is to be read, going by what a look has found.
    pub(super) fn may_differ(&self, stamp: Option<Stamp>, now: SystemTime) -> bool {
        let was_read = self.hash.is_some();
        !was_read || stamp.is_none() || self.stamp != stamp || stamp.is_some_and(|stamp| stamp.is_fresh(now))
    }

    /// Reads it. `stamp` was taken before that: what changes meanwhile is read again.
    pub(super) fn read(&mut self, path: &Path, stamp: Option<Stamp>, hasher: &RandomState) -> Reading {
        let (format, bytes) = match document::file::read(path) {
            Ok(read) => read,
            Err(error) => return self.unreadable(path, error),
        };
        let hash = hasher.hash_one(&bytes);
        if self.hash == Some(hash) {
            self.stamp = stamp;
            return Reading::Same;
        }
        let parsed = catch_unwind(AssertUnwindSafe(|| document::file::parse(path, format, &bytes)));
        let parsed = parsed.unwrap_or_else(|_| {
            let message = "the document could not be checked: that panicked, which is a bug";
            Err(DocumentError::of_folder(path, message, None))
        });
        (self.document, self.error) = match parsed {
            Ok(document) => (Some(document), None),
            Err(error) => (None, Some(error)),
        };
        (self.stamp, self.hash) = (stamp, Some(hash));
        Reading::Changed
    }

    fn unreadable(&mut self, path: &Path, error: DocumentError) -> Reading {
        let is_gone = |error: std::io::Error| error.kind() == ErrorKind::NotFound;
        // A link that leads nowhere is there.
        if error.io_kind() == Some(ErrorKind::NotFound) && fs::symlink_metadata(path).is_err_and(is_gone) {
            return Reading::Gone;
        }
        let same = self.error.as_ref().map(said) == Some(said(&error));
        (self.stamp, self.hash) = (None, None);
        (self.document, self.error) = (None, Some(error));
        match same {
            true => Reading::Same,
            false => Reading::Changed,
        }
    }

    /// What keeps it from being in force as it is.
    pub(super) fn failure(&self, path: &Path) -> Option<ReloadFailure> {
        let broken = self.error.clone().map(|error| ReloadFailure::broken(path, error));
        let conflict = || {
            self.conflict
                .clone()
                .map(|conflict| ReloadFailure::conflict(path, conflict))
        };
        broken.or_else(conflict)
    }
}

/// All that an error says, to tell whether another one says the same.
pub(super) fn said(error: &(impl error::Error + ?Sized)) -> String {
    match error.source() {
        Some(source) => format!("{error}: {source}"),
        None => error.to_string(),
    }
}
