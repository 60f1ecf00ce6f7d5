//! What ends a batch before its end.

use std::{fmt, io};

use super::position::{Position, fit};
use crate::json::Flaw;
use crate::violation::{Place, Structural, Violations};

/// Why there is no next item although the batch has not ended.
///
/// What is wrong with an item is not here: it is in the report of that item.
///
/// ```
/// use contracts_runtime::batch::{Error, Items};
///
/// let mut items = Items::array(&b"[1 2]"[..]);
/// assert!(items.next_item()?.is_some());
/// let Err(Error::Malformed(report)) = items.next_item() else { panic!("a comma is missing") };
/// assert_eq!(report.to_string(), "1:4: is not JSON: expected `,` or `]`");
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The reader failed. Nothing of the batch is lost: the next call goes on where this one stopped, if the reader
    /// does.
    Read(io::Error),
    /// What stands around the items is not one JSON array, or brackets in an item don't balance, so that it is not known
    /// where the next one starts. One violation of the code `syntax`, with the place in the batch; its pointer is that of
    /// the item, or empty between items. The batch ends here.
    Malformed(Violations),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Read(_) => f.write_str("reading the batch failed"),
            Error::Malformed(report) => report.fmt(f),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Read(error) => Some(error),
            // The report is shown by the text of the error itself.
            Error::Malformed(_) => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Error::Read(error)
    }
}

/// What the reader said, or an error of the kind `InvalidData` around the report.
impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        match error {
            Error::Read(error) => error,
            Error::Malformed(report) => io::Error::new(io::ErrorKind::InvalidData, report),
        }
    }
}

/// The report on an array that is none from the character on that starts with `byte`, or that ends there if none does.
#[cold]
#[inline(never)]
pub(super) fn malformed(flaw: Flaw, at: Position, byte: Option<u8>, item: Option<u64>) -> Error {
    let width = byte.map_or(0, width);
    let place = Place {
        span: fit(at.bytes, width)..fit(at.bytes, width) + width,
        line: fit(at.line, 0),
        column: fit(at.column, 0),
    };
    let mut violation = Structural::flaw(flaw).standing(place);
    if let Some(index) = item {
        violation.below(&format!("/{index}"));
    }
    Error::Malformed(Violations::one(violation))
}

/// How many bytes a character has that starts with this one (RFC 3629, section 3).
fn width(first: u8) -> usize {
    match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => 1,
    }
}
