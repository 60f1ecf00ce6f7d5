//! What holds of a batch of any bytes, however they come in.

use std::io::BufRead;

use allocation_counter::measure;
use perimeter::batch::{Error, Items};
use serde_json::value::RawValue;

use crate::reader::Parts;

/// The forms of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    Array,
    Lines,
}

/// What is there of an item: index, line, column, first byte, and the text unless it is too long.
pub(crate) type Seen = (usize, usize, usize, usize, Option<Vec<u8>>);

/// What a batch takes of memory beside its items: the report that ends it.
const BESIDE: u64 = 4096;

impl Form {
    fn items<R: BufRead>(self, reader: R) -> Items<R> {
        match self {
            Form::Array => Items::array(reader),
            Form::Lines => Items::lines(reader),
        }
    }
}

/// All items, and what ended the batch if it was not its end.
pub(crate) fn all<R: BufRead>(mut items: Items<R>) -> (Vec<Seen>, Option<Error>) {
    let mut seen = Vec::new();
    loop {
        match items.next_item() {
            Ok(Some(item)) => seen.push((
                item.index(),
                item.line(),
                item.column(),
                item.start(),
                item.bytes().map(<[u8]>::to_vec),
            )),
            Ok(None) => return (seen, None),
            Err(error) => return (seen, Some(error)),
        }
    }
}

/// What is wrong with how `bytes` are split, if anything: also in parts of so many bytes, and with items of at most so
/// many.
pub(crate) fn flaw(form: Form, bytes: &[u8], part: usize, max: usize) -> Option<String> {
    let (seen, error) = all(form.items(bytes).max_item_bytes(usize::MAX));
    let wrong = match form {
        Form::Array => against_serde(bytes, &seen, error.as_ref()),
        Form::Lines => against_lines(bytes, &seen, error.as_ref()),
    };
    wrong
        .or_else(|| {
            seen.iter()
                .enumerate()
                .find_map(|(at, item)| misplaced(bytes, at, item))
        })
        .or_else(|| limited(form, bytes, part, max, &seen, error.as_ref()))
}

/// The text is an array of the same items, or both say that it is none.
fn against_serde(bytes: &[u8], seen: &[Seen], error: Option<&Error>) -> Option<String> {
    let whole = serde_json::from_slice::<Vec<&RawValue>>(bytes).ok();
    let whole: Option<Vec<&[u8]>> =
        whole.map(|items| items.into_iter().map(|item| item.get().as_bytes()).collect());
    let split = error.is_none().then(|| {
        let texts = seen.iter().map(|(.., text)| text.as_deref().unwrap_or_default());
        let sound = texts.filter(|text| serde_json::from_slice::<&RawValue>(text).is_ok());
        sound.collect::<Vec<_>>()
    });
    // An item that is no JSON is for the boundary to reject.
    let split = split.filter(|items| items.len() == seen.len());
    (split != whole).then(|| format!("split: {split:?}\nwhole: {whole:?}\n{error:?}"))
}

/// The items are the lines that are not blank.
fn against_lines(bytes: &[u8], seen: &[Seen], error: Option<&Error>) -> Option<String> {
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let lines: Vec<&[u8]> = lines
        .by_ref()
        .map(|line| {
            line.strip_suffix(b"\n")
                .map_or(line, |line| line.strip_suffix(b"\r").unwrap_or(line))
        })
        .filter(|line| !line.iter().all(|byte| b" \t\r".contains(byte)))
        .collect();
    let split: Vec<&[u8]> = seen
        .iter()
        .map(|(.., text)| text.as_deref().unwrap_or_default())
        .collect();
    (split != lines || error.is_some()).then(|| format!("split: {split:?}\nlines: {lines:?}\n{error:?}"))
}

/// The item stands where it says, and what it says is what counting from the start gives.
fn misplaced(bytes: &[u8], at: usize, (index, line, column, start, text): &Seen) -> Option<String> {
    let text = text.as_deref()?;
    if bytes.get(*start..start + text.len()) != Some(text) {
        return Some(format!("item {at} is not at byte {start}"));
    }
    let before = bytes.get(..*start)?;
    let lines = before.split(|byte| *byte == b'\n').count();
    let last = before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default();
    let characters = last.iter().filter(|byte| **byte & 0xc0 != 0x80).count() + 1;
    let told = (*index, *line, *column);
    (told != (at, lines, characters))
        .then(|| format!("{told:?} where ({at}, {lines}, {characters}) is right"))
}

/// In parts and with a limit nothing is different but that longer items are cut, and no more is kept of any.
fn limited(
    form: Form,
    bytes: &[u8],
    part: usize,
    max: usize,
    whole: &[Seen],
    error: Option<&Error>,
) -> Option<String> {
    let items = || form.items(Parts::new(bytes, part)).max_item_bytes(max);
    let (mut seen, end) = all(items());
    let short = |text: &Vec<u8>| text.len() <= max;
    let mut expected = whole.to_vec();
    for (.., text) in &mut expected {
        *text = text.take().filter(short);
    }
    if form == Form::Lines {
        // A blank line that is too long is an item, and counted: nobody has seen that there is nothing in it.
        for lines in [&mut expected, &mut seen] {
            lines.retain(|(.., text)| text.is_some());
            for (index, ..) in lines.iter_mut() {
                *index = 0;
            }
        }
    }
    let ends = [error, end.as_ref()].map(|error| error.map(ToString::to_string));
    // What ends the batch inside of an item that is cut is told all the same.
    if seen != expected || ends[0] != ends[1] {
        return Some(format!(
            "in parts of {part}, of {max} at most: {seen:?} {end:?}\nwhole: {expected:?} {error:?}"
        ));
    }
    let memory = measure(|| {
        let mut items = items();
        while let Ok(Some(_)) = items.next_item() {}
    });
    let allowed = 4 * max as u64 + BESIDE;
    (memory.bytes_max > allowed).then(|| format!("{} bytes for items of {max}", memory.bytes_max))
}
