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
    /// Of what was read last, if no later change can have left it as it is.
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
    /// Whether the last look has found it; if not, it may be in a folder that could not be listed.
    pub(super) is_listed: bool,
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
    pub(super) fn may_differ(&self, stamp: Option<Stamp>) -> bool {
        stamp.is_none() || self.stamp != stamp
    }

    /// Reads it. `stamp` was taken before that, and before `now`: what changes meanwhile is read again.
    pub(super) fn read(
        &mut self,
        path: &Path,
        (stamp, now): (Option<Stamp>, SystemTime),
        hasher: &RandomState,
    ) -> Reading {
        let stamp = stamp.filter(|stamp| !stamp.is_fresh(now));
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
        let kept = usize::from(self.handle.is_some());
        let broken = self.error.clone();
        let broken = broken.map(|error| ReloadFailure::broken(path, error, kept));
        let conflict = || {
            let conflict = self.conflict.clone()?;
            Some(ReloadFailure::conflict(path, conflict, kept))
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

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_change_that_came_within_the_grain_is_read_however_late_the_next_look_is() {
        let file = std::env::temp_dir().join(format!("perimeter-grain-{}.json", std::process::id()));
        fs::write(&file, "{\"a\": 1}").unwrap();
        let metadata = fs::metadata(&file).unwrap();
        // The file system keeps seconds: what is written a moment later leaves this stamp.
        let stamp = Some(Stamp::of(&metadata));
        let after = |millis| metadata.modified().unwrap() + Duration::from_millis(millis);
        let (mut known, hasher) = (File::default(), RandomState::new());
        assert_eq!(known.read(&file, (stamp, after(1000)), &hasher), Reading::Changed);

        fs::write(&file, "{\"a\": 2}").unwrap();
        assert!(known.may_differ(stamp));
        assert_eq!(known.read(&file, (stamp, after(3050)), &hasher), Reading::Changed);
        assert!(!known.may_differ(stamp));
        fs::remove_file(file).unwrap();
    }
}
