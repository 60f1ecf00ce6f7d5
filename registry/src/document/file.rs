//! Documents in files.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::{
    Document, DocumentError, DocumentErrorKind, Format, MAX_BYTES, failed, is_too_long, text, too_long,
};

/// The format and the bytes of a file.
pub(crate) fn read(path: &Path) -> Result<(Format, Vec<u8>), DocumentError> {
    let in_file = |error: DocumentError| error.in_file(path);
    let Some(format) = Format::of_path(path) else {
        let message = "is of no known format; a document ends in `.json`, `.yaml`, `.yml` or `.toml`";
        return Err(in_file(DocumentError::plain(DocumentErrorKind::Format, message)));
    };
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes));
    read.map_err(|error| in_file(DocumentError::io(error)))?;
    Ok((format, bytes))
}

/// The document that the bytes of a file are.
pub(crate) fn parse(path: &Path, format: Format, bytes: &[u8]) -> Result<Document, DocumentError> {
    let in_file = |error: DocumentError| error.in_file(path);
    // Of a text that was cut the end need not be whole.
    if is_too_long(bytes) {
        return Err(in_file(too_long()));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let sound = std::str::from_utf8(sound).unwrap_or_default();
        let fault = text::Fault::utf8(sound.len());
        in_file(failed(DocumentErrorKind::Syntax, sound, vec![fault]))
    });
    Document::read(format, text?, Some(path)).map_err(in_file)
}
