//! The lines of NDJSON.

use std::io::{BufRead, Read};

use super::Error;
use super::current::Line;
use super::items::{Batch, consume};

/// Reads the next line that is not blank; false if there is none.
pub(super) fn next<R: BufRead>(reader: &mut R, batch: &mut Batch) -> Result<bool, Error> {
    while !batch.current.is_cut() {
        batch.tick();
        let (text, room) = batch.current.line();
        // It tries again if it is interrupted, and keeps what it read before an error.
        Read::take(&mut *reader, room).read_until(b'\n', text)?;
        match batch.current.end_of_line() {
            Line::None => return Ok(false),
            Line::Whole => return Ok(true),
            Line::Blank | Line::Endless => {}
        }
    }
    while !batch.current.is_complete() {
        batch.tick();
        let (used, ended) = consume(reader, |available| {
            let line = to_line_end(available);
            (line.0, line)
        })?;
        batch.current.pass(used, ended);
    }
    Ok(true)
}

/// How many bytes belong to a line that is read past, and whether it ends there; it does at the end of all.
fn to_line_end(mut bytes: &[u8]) -> (usize, bool) {
    let all = bytes;
    // From memory it does not fail, and it looks at many bytes at once.
    let used = bytes.skip_until(b'\n').unwrap_or_default();
    let ended = used == 0 || all.get(..used).is_some_and(|line| line.ends_with(b"\n"));
    (used, ended)
}
