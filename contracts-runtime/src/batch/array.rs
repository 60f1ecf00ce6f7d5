//! The elements of one JSON array.

use std::io::BufRead;

use super::Error;
use super::current::Current;
use super::error::malformed;
use super::items::{Batch, consume};
use super::splitter::{Splitter, Step};
use crate::json::Flaw;

/// Reads the next element; false if there is none.
pub(super) fn next<R: BufRead>(
    reader: &mut R,
    batch: &mut Batch,
    splitter: &mut Splitter,
) -> Result<bool, Error> {
    loop {
        batch.tick();
        let current = &mut batch.current;
        match consume(reader, |available| split(current, splitter, available))? {
            Split::More => {}
            Split::Item => return Ok(true),
            Split::End => return Ok(false),
            Split::Malformed(error) => return Err(error),
        }
    }
}

/// How far a step has led.
enum Split {
    /// Not to the end of an element.
    More,
    /// To the end of an element.
    Item,
    /// To the end of the array, and of what is read.
    End,
    Malformed(Error),
}

/// Goes on by a step, which takes so many of the bytes. No bytes are the end of what is read.
fn split(current: &mut Current, splitter: &mut Splitter, bytes: &[u8]) -> (usize, Split) {
    if bytes.is_empty() {
        return match splitter.has_ended() {
            true => (0, Split::End),
            false => (0, broken(current, splitter, Flaw::End, None)),
        };
    }
    let (used, step) = splitter.step(bytes);
    let (taken, rest) = bytes.split_at_checked(used).unwrap_or((bytes, &[]));
    let split = match step {
        Step::Around => {
            current.at.advance(taken);
            Split::More
        }
        Step::Start => {
            current.at.advance(taken);
            current.start();
            Split::More
        }
        Step::Inside => {
            current.keep(taken);
            Split::More
        }
        Step::End => {
            current.keep(taken);
            current.end();
            Split::Item
        }
        Step::Flaw(flaw) => {
            current.at.advance(taken);
            broken(current, splitter, flaw, rest.first().copied())
        }
    };
    (used, split)
}

fn broken(current: &Current, splitter: &Splitter, flaw: Flaw, byte: Option<u8>) -> Split {
    let item = splitter.is_inside().then(|| current.index());
    Split::Malformed(malformed(flaw, current.at, byte, item))
}
