//! A folder of documents that are edited, and what it holds.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use contracts_registry::{Document, Format, Reloaded};

use crate::history::Key;

/// The files, with what they say unless they are broken.
#[derive(Debug)]
pub(crate) struct Folder {
    path: PathBuf,
    sound: BTreeMap<Key, String>,
    broken: Option<Key>,
    written: usize,
}

impl Folder {
    pub(crate) fn new(path: PathBuf, keys: &[Key]) -> Self {
        fs::create_dir(&path).unwrap();
        let mut folder = Folder {
            path,
            sound: BTreeMap::new(),
            broken: None,
            written: 0,
        };
        for key in keys {
            folder.edit(key);
        }
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// What is in force of it after a look, apart from what is broken.
    pub(crate) fn sound(&self) -> &BTreeMap<Key, String> {
        &self.sound
    }

    pub(crate) fn broken(&self) -> Option<&Key> {
        self.broken.as_ref()
    }

    /// Moves a new text over a file, as editors do. One that was broken is repaired by that.
    pub(crate) fn edit(&mut self, key: &Key) {
        self.written += 1;
        let title = format!("file {}", self.written);
        let new = self.path.join(".new");
        fs::write(&new, text(key, &title)).unwrap();
        fs::rename(new, self.file(key)).unwrap();
        self.sound.insert(key.clone(), title);
        if self.broken.as_ref() == Some(key) {
            self.broken = None;
        }
    }

    /// Leaves half a text in a file, of one at a time.
    pub(crate) fn damage(&mut self, key: &Key) {
        if self.broken.is_none() {
            let text = text(key, "half");
            fs::write(self.file(key), &text[..text.len() / 2]).unwrap();
            self.broken = Some(key.clone());
        }
    }

    /// A file with the key of another document, for as long as `meanwhile` takes.
    pub(crate) fn contend(&mut self, key: &Key, meanwhile: impl FnOnce(&Self, &Path)) {
        self.written += 1;
        let rival = self.path.join("rival.json");
        fs::write(&rival, text(key, &format!("rival {}", self.written))).unwrap();
        meanwhile(self, &rival);
        fs::remove_file(rival).unwrap();
    }

    /// What is broken is told, and nothing else is; but a rival does not get a key that is taken.
    pub(crate) fn check(&self, reloaded: &Reloaded, rival: Option<&Path>) {
        let (contended, broken): (Vec<_>, Vec<_>) = reloaded
            .failures()
            .iter()
            .partition(|failure| failure.contention().is_some());
        let broken: Vec<_> = broken.iter().map(|failure| failure.file()).collect();
        let expected: Vec<_> = self.broken.iter().map(|key| self.file(key)).collect();
        assert_eq!(broken, expected, "{reloaded}");
        assert!(
            contended.iter().all(|failure| Some(failure.file()) == rival),
            "{reloaded}"
        );
    }

    pub(crate) fn file(&self, key: &Key) -> PathBuf {
        self.path.join(format!("{}.json", key.1))
    }
}

pub(crate) fn document(key: &Key, title: &str) -> Document {
    Document::parse(Format::Json, &text(key, title)).unwrap()
}

/// A document that accepts its title, and says so at its end.
fn text((module, name): &Key, title: &str) -> String {
    format!(
        r#"{{"x-module": "{module}", "x-name": "{name}", "x-zone": "core", "title": "{title}", "const": "{title}"}}"#
    )
}
