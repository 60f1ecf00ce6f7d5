//! What is stored of a document.

use std::fmt;
use std::path::{Path, PathBuf};

use contracts_runtime::ContentHash;

use crate::contract::{Key, KeyBuf};
use crate::document::{Document, DocumentError, Format};

/// Module, name and version.
pub(super) type StoredKey = (&'static str, &'static str, &'static str);

/// The format by its number, the text, the file that it was read from, the hash of the contract of the program or a folder
/// that it took the place of, and the hash of all of this with the key.
pub(super) type StoredRecord = (u8, &'static str, Option<&'static str>, Option<u128>, u128);

/// The text of a document as it was registered. It is read anew when the store is opened, so what it says, the order in
/// which it says it and every number in it stay as they were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Record<'r> {
    pub(crate) format: Format,
    pub(crate) text: &'r str,
    pub(crate) path: Option<&'r str>,
    pub(crate) over: Over,
}

/// The contract of the program, or of a folder, that a document took the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Over {
    Nothing,
    /// One of this hash.
    Contract(u128),
    /// The same as the one that is stored under its key.
    AsStored,
}

impl<'r> Record<'r> {
    pub(crate) fn of(document: &'r Document, over: Over) -> Self {
        let (format, text) = document.written();
        let path = document.path().and_then(Path::to_str);
        Record {
            format,
            text,
            path,
            over,
        }
    }

    /// What is to stand under a key, where `known` took the place of a contract by now.
    pub(super) fn stored<'s>(
        self,
        key: (&str, &str, &str),
        known: Option<u128>,
    ) -> (u8, &'s str, Option<&'s str>, Option<u128>, u128)
    where
        'r: 's,
    {
        let Record {
            format,
            text,
            path,
            over,
        } = self;
        let format = number(format);
        let over = match over {
            Over::Nothing => None,
            Over::Contract(hash) => Some(hash),
            Over::AsStored => known,
        };
        (format, text, path, over, hash(key, (format, text, path, over)))
    }
}

pub(super) fn stored_key(key: &KeyBuf) -> (&str, &str, &str) {
    let Key { path, version } = key.key();
    (path.module.0, path.name, version.0)
}

pub(super) fn key((module, name, version): (&str, &str, &str)) -> KeyBuf {
    KeyBuf::of(Key::new(module, name, version))
}

fn number(format: Format) -> u8 {
    match format {
        Format::Json => 1,
        Format::Yaml => 2,
        Format::Toml => 3,
    }
}

/// Finds damage of the disk: redb looks at its own sums only after the process was killed.
fn hash(
    (module, name, version): (&str, &str, &str),
    (format, text, path, over): (u8, &str, Option<&str>, Option<u128>),
) -> u128 {
    let mut bytes = vec![format, u8::from(path.is_some()), u8::from(over.is_some())];
    for part in [module, name, version, text, path.unwrap_or_default()] {
        bytes.extend((part.len() as u64).to_le_bytes());
        bytes.extend(part.as_bytes());
    }
    bytes.extend(over.unwrap_or_default().to_le_bytes());
    ContentHash::of(&bytes).get()
}

/// A document as it stands in a [`Store`](super::Store): its text, which need not be of use any more.
#[derive(Clone)]
pub struct StoredDocument {
    key: KeyBuf,
    /// None if the record is not what was written.
    format: Option<Format>,
    text: String,
    path: Option<PathBuf>,
    over: Option<u128>,
}

impl StoredDocument {
    pub(super) fn new(
        stored: (&str, &str, &str),
        (format, text, path, over, sum): (u8, &str, Option<&str>, Option<u128>, u128),
    ) -> Self {
        let sound = hash(stored, (format, text, path, over)) == sum;
        let formats = [Format::Json, Format::Yaml, Format::Toml];
        StoredDocument {
            key: key(stored),
            format: formats
                .into_iter()
                .find(|known| sound && number(*known) == format),
            text: text.to_owned(),
            path: path.map(PathBuf::from),
            over,
        }
    }

    /// The module.
    #[must_use]
    pub fn module(&self) -> &str {
        self.key.key().path.module.0
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        self.key.key().path.name
    }

    /// The version; empty if it has none.
    #[must_use]
    pub fn version(&self) -> &str {
        self.key.key().version.0
    }

    /// The text, as it was registered.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The format of the text; none if the record is damaged.
    #[must_use]
    pub fn format(&self) -> Option<Format> {
        self.format
    }

    /// The file that the document was read from before it was registered, if its name is UTF-8.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The hash of the contract of the program or a folder that it took the place of.
    pub(crate) fn over(&self) -> Option<u128> {
        self.over
    }

    /// Reads the text as a document.
    ///
    /// # Errors
    ///
    /// Those of [`Document::parse`], if another version of this library wrote the store; that the record is damaged.
    pub fn parse(&self) -> Result<Document, DocumentError> {
        let Some(format) = self.format else {
            return Err(DocumentError::stored(
                "is not as it was stored: the file is damaged",
            ));
        };
        let document = Document::stored(format, &self.text, self.path())?;
        let Key { path, version } = self.key.key();
        let says = (document.module(), document.name(), document.version());
        if says != (path.module.0, path.name, version.0) {
            return Err(DocumentError::stored(
                "says another module, name or version than it is stored under",
            ));
        }
        Ok(document)
    }
}

/// Module, name and version.
impl fmt::Display for StoredDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.key.key().fmt(f)
    }
}

impl fmt::Debug for StoredDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StoredDocument")
            .field("module", &self.module())
            .field("name", &self.name())
            .field("version", &self.version())
            .field("format", &self.format)
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}
