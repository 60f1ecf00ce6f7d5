//! What is wrong with a document, and where.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Why a text is no document: everything that is wrong with it, as far as it could be read.
///
/// `Display` writes one line for each fault: the file if there is one, line, column, JSON Pointer, what is wrong and what
/// to write instead.
///
/// ```
/// use contracts_registry::{Document, DocumentErrorKind, Format};
///
/// let error = Document::parse(Format::Yaml, "x-perimeter:\n  module: app\n  name: order\n  zone: outside\ntype: objekt\n")
///     .unwrap_err();
/// assert_eq!(error.kind(), DocumentErrorKind::Identity);
/// assert_eq!(
///     error.to_string(),
///     "4:9: /x-perimeter/zone: `outside` is no zone; write `external`, `strategic`, `coupling` or `core`"
/// );
/// ```
#[derive(Clone)]
pub struct DocumentError(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: DocumentErrorKind,
    path: Option<PathBuf>,
    faults: Vec<DocumentFault>,
    source: Option<Arc<io::Error>>,
}

/// What kind of failure a [`DocumentError`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DocumentErrorKind {
    /// The file could not be read, or is too large.
    Io,
    /// The extension of the file is that of no format.
    Format,
    /// The text is not of the format, or says what JSON can't.
    Syntax,
    /// Module, name, version, zone or something else below our keyword is missing or malformed.
    Identity,
    /// It is no JSON Schema that can be used.
    Schema,
}

/// One thing that is wrong with a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentFault {
    pub(super) message: String,
    pub(super) pointer: String,
    pub(super) place: Option<(usize, usize)>,
}

impl DocumentFault {
    /// What is wrong, and what to write instead.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The JSON Pointer of what is wrong; empty for the document as a whole, and where the text can't be read.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The line, counted from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.place.map(|(line, _)| line)
    }

    /// The column: Unicode scalar values from the start of the line, counted from 1.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.place.map(|(_, column)| column)
    }
}

impl DocumentError {
    pub(super) fn new(kind: DocumentErrorKind, faults: Vec<DocumentFault>) -> Self {
        DocumentError(Box::new(Inner {
            kind,
            path: None,
            faults,
            source: None,
        }))
    }

    /// An error without a place in a text.
    pub(super) fn plain(kind: DocumentErrorKind, message: impl Into<String>) -> Self {
        let fault = DocumentFault {
            message: message.into(),
            pointer: String::new(),
            place: None,
        };
        DocumentError::new(kind, vec![fault])
    }

    /// An error of a document that was stored.
    #[cfg(feature = "persistence")]
    pub(crate) fn stored(message: &str) -> Self {
        DocumentError::plain(DocumentErrorKind::Io, message)
    }

    pub(super) fn io(error: io::Error) -> Self {
        let mut failed = DocumentError::plain(
            DocumentErrorKind::Io,
            format!("the document could not be read: {error}"),
        );
        failed.0.source = Some(Arc::new(error));
        failed
    }

    /// An error of a folder, or of a file in it.
    #[cfg(feature = "reload")]
    pub(crate) fn of_folder(folder: &Path, message: impl Into<String>, error: Option<io::Error>) -> Self {
        let mut message = message.into();
        // That it is not there is what the message says.
        if let Some(error) = error
            .as_ref()
            .filter(|error| error.kind() != io::ErrorKind::NotFound)
        {
            message = format!("{message}: {error}");
        }
        let mut failed = DocumentError::plain(DocumentErrorKind::Io, message).in_file(folder);
        failed.0.source = error.map(Arc::new);
        failed
    }

    /// What the system said, if it could not be read.
    #[cfg(feature = "reload")]
    pub(crate) fn io_kind(&self) -> Option<io::ErrorKind> {
        self.0.source.as_deref().map(io::Error::kind)
    }

    pub(super) fn in_file(mut self, path: &Path) -> Self {
        self.0.path = Some(path.to_owned());
        self
    }

    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> DocumentErrorKind {
        self.0.kind
    }

    /// The file, if the document is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.0.path.as_deref()
    }

    /// Everything that is wrong, in the order of the text; at least one fault.
    #[must_use]
    pub fn faults(&self) -> &[DocumentFault] {
        &self.0.faults
    }
}

impl fmt::Display for DocumentFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((line, column)) = self.place {
            write!(f, "{line}:{column}: ")?;
        }
        if !self.pointer.is_empty() {
            write!(f, "{}: ", self.pointer)?;
        }
        f.write_str(&self.message)
    }
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.faults.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            if let Some(path) = &self.0.path {
                write!(f, "{}:", path.display())?;
                // `file:3:1: ...`, as compilers write it.
                if fault.place.is_none() {
                    f.write_str(" ")?;
                }
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}

/// The same as what is displayed: it is what a `main` that returns the error shows.
impl fmt::Debug for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for DocumentError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let source = self.0.source.as_deref()?;
        Some(source)
    }
}
