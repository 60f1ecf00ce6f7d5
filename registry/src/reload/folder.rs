//! What is in folders: names and stamps, nothing that has to be read.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use crate::document::{self, DocumentError, Format};

/// What a look at folders has found.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The documents, with their stamps; none where a link leads nowhere.
    pub(super) files: BTreeMap<PathBuf, Option<Stamp>>,
    /// The folders that could not be listed, and why: whether their files are there is not known.
    pub(super) unlisted: BTreeMap<PathBuf, DocumentError>,
    /// Something was gone between its name and its stamp. It may have another name, which this listing was too early for.
    pub(super) is_torn: bool,
}

/// What changes with a file, as far as one can tell without reading it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// When its metadata changed, which nobody can set: a copied time of modification does not hide a change.
    changed: Option<SystemTime>,
    identity: [u64; 2],
}

/// For so long after a change another one may leave the stamp as it is: two seconds are the grain of FAT.
const GRAIN: Duration = Duration::from_secs(3);

const UNREADABLE: &str = "the folder could not be read";

/// How many names a look takes in, so that a wrong folder, such as `/`, does no harm.
const MAX_NAMES: usize = 100_000;

/// How many bytes the documents of a folder may have together.
const MAX_TOTAL: u64 = 256 << 20;

/// How deep a document may lie.
const MAX_DEPTH: usize = 64;

impl Listing {
    pub(super) fn of(roots: &[PathBuf]) -> Self {
        Listing::within(roots, MAX_TOTAL)
    }

    fn within(roots: &[PathBuf], max_bytes: u64) -> Self {
        let mut walk = Walk {
            max_bytes,
            ..Walk::default()
        };
        for root in roots {
            walk.root(root);
        }
        walk.listing
    }

    /// Whether a file that is not listed may be there all the same.
    pub(super) fn may_hide(&self, file: &Path) -> bool {
        self.unlisted.keys().any(|folder| file.starts_with(folder))
    }
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Stamp {
            length: metadata.len(),
            modified: metadata.modified().ok(),
            changed: changed(metadata),
            identity: identity(metadata),
        }
    }

    /// Whether the next change might leave it as it is.
    pub(super) fn is_fresh(&self, now: SystemTime) -> bool {
        let Some(last) = self.modified.max(self.changed) else {
            return true;
        };
        // A time to come says nothing.
        now.duration_since(last).is_ok_and(|age| age < GRAIN) || last > now
    }
}

/// What tells a folder from another one that takes its place.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Present {
    identity: [u64; 2],
    created: Option<SystemTime>,
}

/// Which of the folders are there.
pub(super) fn present(roots: &[PathBuf]) -> Vec<Option<Present>> {
    let of = |root: &PathBuf| {
        let metadata = fs::metadata(root).ok()?;
        Some(Present {
            identity: identity(&metadata),
            created: metadata.created().ok(),
        })
    };
    roots.iter().map(of).collect()
}

#[cfg(unix)]
fn identity(metadata: &Metadata) -> [u64; 2] {
    use std::os::unix::fs::MetadataExt as _;
    [metadata.dev(), metadata.ino()]
}

/// Says nothing where there is no such thing.
#[cfg(not(unix))]
fn identity(_: &Metadata) -> [u64; 2] {
    [0; 2]
}

#[cfg(unix)]
fn changed(metadata: &Metadata) -> Option<SystemTime> {
    use std::os::unix::fs::MetadataExt as _;
    let (seconds, nanoseconds) = (metadata.ctime(), metadata.ctime_nsec());
    let since = Duration::new(u64::try_from(seconds).ok()?, u32::try_from(nanoseconds).ok()?);
    SystemTime::UNIX_EPOCH.checked_add(since)
}

#[cfg(not(unix))]
fn changed(_: &Metadata) -> Option<SystemTime> {
    None
}

#[derive(Default)]
struct Walk {
    listing: Listing,
    /// The folders that were walked already, as they are called without links: no loop, and no file twice because folders
    /// lie within each other.
    walked: HashSet<PathBuf>,
    names: usize,
    /// Of the documents of a root.
    bytes: u64,
    max_bytes: u64,
    /// The document with which a root has too many of them.
    beyond: Option<PathBuf>,
}

impl Walk {
    fn root(&mut self, root: &Path) {
        let before = self.names;
        if let Err(error) = self.folder(root, 0) {
            let message = match error.kind() {
                io::ErrorKind::NotFound => "the folder is not there",
                _ => UNREADABLE,
            };
            self.unlisted(root, message, Some(error));
        }
        if self.names - before > MAX_NAMES {
            let message = format!("the folder holds too much; {MAX_NAMES} names are looked at");
            self.unlisted(root, message, None);
        }
        self.names = before;
        self.bytes = 0;
        if let Some(file) = self.beyond.take() {
            let message = format!(
                "the folder holds too much; with {} its documents have more than {} bytes, and from there on none is read",
                file.display(),
                self.max_bytes
            );
            self.unlisted(root, message, None);
        }
    }

    fn folder(&mut self, folder: &Path, depth: usize) -> io::Result<()> {
        if !self.walked.insert(fs::canonicalize(folder)?) {
            return Ok(());
        }
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)? {
            self.names += 1;
            if self.names > MAX_NAMES {
                return Ok(());
            }
            let name = entry?.file_name();
            if !is_passed_over(&name.to_string_lossy()) {
                names.push(name);
            }
        }
        // Of a folder with two names, the one that is first has its documents.
        names.sort();
        for name in names {
            self.entry(folder.join(name), depth);
        }
        Ok(())
    }

    fn entry(&mut self, path: PathBuf, depth: usize) {
        let is_document = Format::of_path(&path).is_some();
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => self.inner(&path, depth + 1),
            Ok(metadata) if metadata.is_file() && is_document => self.document(path, &metadata),
            // A pipe or a device might keep who reads it for ever.
            Ok(_) => {}
            Err(_) => match fs::symlink_metadata(&path) {
                // A link that leads nowhere is there.
                Ok(_) if is_document => drop(self.listing.files.insert(path, None)),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => self.listing.is_torn = true,
                // The names can be read, and nothing else.
                Err(error) => self.unlisted(path.parent().unwrap_or(&path), UNREADABLE, Some(error)),
            },
        }
    }

    fn document(&mut self, path: PathBuf, metadata: &Metadata) {
        // What is too long to be a document is not kept.
        if metadata.len() <= document::MAX_BYTES {
            self.bytes += metadata.len();
        }
        if self.bytes > self.max_bytes {
            self.beyond.get_or_insert(path);
            return;
        }
        self.listing.files.insert(path, Some(Stamp::of(metadata)));
    }

    fn inner(&mut self, folder: &Path, depth: usize) {
        if depth > MAX_DEPTH {
            let message = format!("the folder lies too deep; {MAX_DEPTH} levels are looked at");
            return self.unlisted(folder, message, None);
        }
        match self.folder(folder, depth) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => self.listing.is_torn = true,
            Err(error) => self.unlisted(folder, UNREADABLE, Some(error)),
        }
    }

    fn unlisted(&mut self, folder: &Path, message: impl Into<String>, error: Option<io::Error>) {
        let error = DocumentError::of_folder(folder, message, error);
        self.listing.unlisted.insert(folder.to_owned(), error);
    }
}

/// Hidden files and folders, and what editors leave beside a file while they write it. Those that add to the extension are
/// of no format anyway.
fn is_passed_over(name: &str) -> bool {
    name.starts_with(['.', '#', '~'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_and_temporary_names_are_passed_over() {
        for name in [
            ".order.yaml",
            ".#order.yaml",
            "#order.yaml#",
            "~$order.json",
            ".git",
        ] {
            assert!(is_passed_over(name), "{name}");
        }
        for name in ["order.yaml", "v1.2", "or~der.json"] {
            assert!(!is_passed_over(name), "{name}");
        }
        for name in [
            "order.yaml~",
            "order.yaml.swp",
            "order.yaml.orig",
            "4913",
            "order.json___jb_tmp___",
        ] {
            assert_eq!(Format::of_path(Path::new(name)), None, "{name}");
        }
    }

    #[test]
    fn what_is_gone_after_its_name_was_read_tears_a_listing() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        for (name, is_torn) in [
            ("Cargo.toml", false),
            ("src", false),
            ("gone.yaml", true),
            ("gone", true),
        ] {
            let mut walk = Walk::default();
            walk.entry(here.join(name), 0);
            assert_eq!(walk.listing.is_torn, is_torn, "{name}");
        }
    }

    #[test]
    fn documents_are_listed_up_to_as_many_bytes_as_a_folder_may_have() {
        let folder = std::env::temp_dir().join(format!("perimeter-bytes-{}", std::process::id()));
        let (one, two) = (folder.join("one"), folder.join("two"));
        for (folder, name, bytes) in [
            (&one, "a.json", 60),
            (&one, "b.json", 40),
            (&one, "b.txt", 1000),
            (&two, "a.json", 60),
            (&two, "b.json", 41),
            (&two, "c.json", 1),
        ] {
            fs::create_dir_all(folder).unwrap();
            fs::write(folder.join(name), "a".repeat(bytes)).unwrap();
        }
        let listing = Listing::within(&[one.clone(), two.clone()], 100);
        let listed = [one.join("a.json"), one.join("b.json"), two.join("a.json")];
        assert!(listing.files.keys().eq(&listed), "{listing:?}");
        // What is in force of the others stays.
        assert!(listing.may_hide(&two.join("c.json")) && !listing.may_hide(&one.join("c.json")));
        let errors: Vec<String> = listing.unlisted.values().map(ToString::to_string).collect();
        let beyond = format!(
            "{}: the folder holds too much; with {} its documents have more than 100 bytes, and from there on none is read",
            two.display(),
            two.join("b.json").display()
        );
        assert_eq!(errors, [beyond]);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_stamp_is_fresh_while_a_change_could_leave_it_as_it_is() {
        let now = SystemTime::now();
        let at = |modified| Stamp {
            length: 0,
            modified,
            changed: None,
            identity: [0; 2],
        };
        assert!(at(Some(now)).is_fresh(now));
        assert!(at(Some(now - GRAIN / 2)).is_fresh(now));
        assert!(!at(Some(now - GRAIN)).is_fresh(now));
        assert!(at(Some(now + GRAIN)).is_fresh(now));
        assert!(at(None).is_fresh(now));
    }
}
