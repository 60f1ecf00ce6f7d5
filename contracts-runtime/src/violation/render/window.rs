//! The part of a line around a place, as it is shown.

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::ops::Range;

use super::mask::Masks;
use super::printable::{Look, Screen, escaped};

/// What is shown for a secret.
const MASK: &str = "***";

/// How far lines may be indented.
const INDENT: usize = 16;

/// A part of a line.
#[derive(Debug)]
pub(super) struct Window {
    pub(super) line: String,
    /// The bytes of `line` that are underlined.
    pub(super) underlined: Range<usize>,
}

/// What stands at a place of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Secret,
    Char(char),
    /// A byte that is not UTF-8.
    Byte(u8),
}

impl Unit {
    /// How many columns it takes, at the most.
    fn width(self) -> usize {
        match self {
            Unit::Secret => MASK.len(),
            Unit::Char(' '..='~') => 1,
            Unit::Char('\t') | Unit::Byte(_) => 4,
            Unit::Char(char) => match Look::of(char) {
                Look::Plain => 2,
                Look::Combining | Look::Hidden => escaped(char).len(),
            },
        }
    }
}

/// The window of so many columns around the place, which starts in the line that is shown.
pub(super) fn around(text: &[u8], span: &Range<usize>, masks: &Masks, columns: usize) -> Window {
    let mut start = span.start.min(text.len());
    // A place inside a character, as in a text that is another one.
    let inside = |at: usize| text.get(at).is_some_and(|byte| byte & 0xc0 == 0x80);
    while start > 0 && inside(start) && span.start - start < 4 {
        start -= 1;
    }
    if let Some(mask) = masks.at(start) {
        start = mask.start;
    }
    // Two of them may go to `…`.
    let columns = columns.saturating_sub(2);
    let (right, _) = forward(text, start, masks, columns);
    let wanted = right.iter().map(|(_, unit)| unit.width()).sum::<usize>();
    let (left, beginning) = backward(text, start, masks, columns - wanted.min(columns / 2));
    let taken = left.iter().map(|(_, unit)| unit.width()).sum::<usize>();
    let (right, ending) = forward(text, start, masks, columns.saturating_sub(taken));
    draw(&left, &right, span, (beginning, ending))
}

/// Whether a window has all of a line up to its end on that side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Whole,
    Cut,
}

type Units = VecDeque<(usize, Unit)>;

/// The units from a byte on, with where they start, as far as they fit and the line goes.
fn forward(text: &[u8], start: usize, masks: &Masks, columns: usize) -> (Units, Side) {
    let (mut units, mut at, mut room) = (Units::new(), start, columns);
    loop {
        let (unit, end) = match masks.at(at) {
            Some(mask) => (Unit::Secret, mask.end),
            None => match first(text.get(at..).unwrap_or_default()) {
                None | Some(('\n', _)) => return (units, Side::Whole),
                Some(('\r', _)) if text.get(at + 1) == Some(&b'\n') => return (units, Side::Whole),
                Some((char, length)) => (unit(text, at, char), at + length),
            },
        };
        let Some(left) = room.checked_sub(unit.width()) else {
            return (units, Side::Cut);
        };
        room = left;
        units.push_back((at, unit));
        at = end;
    }
}

/// The units before a byte.
fn backward(text: &[u8], start: usize, masks: &Masks, columns: usize) -> (Units, Side) {
    let (mut units, mut at, mut room) = (Units::new(), start, columns);
    loop {
        let Some(before) = at.checked_sub(1) else {
            return (units, Side::Whole);
        };
        let (unit, start) = match masks.at(before) {
            Some(mask) => (Unit::Secret, mask.start),
            None => {
                // A character has up to four bytes, the last of which is before `at`.
                let starts = (before.saturating_sub(3)..=before).rev();
                let mut starts = starts.map(|start| (start, text.get(start..at).unwrap_or_default()));
                let found = starts.find_map(|(start, bytes)| {
                    let (char, length) = first(bytes)?;
                    let whole = length == bytes.len() && (char != char::REPLACEMENT_CHARACTER || length == 3);
                    whole.then_some((unit(text, start, char), start))
                });
                let invalid = Unit::Byte(text.get(before).copied().unwrap_or_default());
                found.unwrap_or((invalid, before))
            }
        };
        if unit == Unit::Char('\n') {
            return (units, Side::Whole);
        }
        let Some(left) = room.checked_sub(unit.width()) else {
            return (units, Side::Cut);
        };
        room = left;
        units.push_front((start, unit));
        at = start;
    }
}

/// The first character and its length; for a byte that is not UTF-8 the replacement character and 1.
fn first(bytes: &[u8]) -> Option<(char, usize)> {
    let start = bytes.get(..bytes.len().min(4))?;
    let chunk = start.utf8_chunks().next()?;
    Some(match chunk.valid().chars().next() {
        Some(char) => (char, char.len_utf8()),
        None => (char::REPLACEMENT_CHARACTER, 1),
    })
}

/// The unit at a byte, which [`first`] has found to be this character.
fn unit(text: &[u8], at: usize, char: char) -> Unit {
    match text.get(at) {
        // The character itself is written with three bytes, the first of which is this one.
        Some(&byte) if char == char::REPLACEMENT_CHARACTER && byte != 0xef => Unit::Byte(byte),
        Some(&byte) if char == char::REPLACEMENT_CHARACTER => {
            match text.get(at..at + 3) == Some("\u{fffd}".as_bytes()) {
                true => Unit::Char(char),
                false => Unit::Byte(byte),
            }
        }
        _ => Unit::Char(char),
    }
}

fn draw(left: &Units, right: &Units, span: &Range<usize>, (beginning, ending): (Side, Side)) -> Window {
    let units: Vec<(usize, Unit)> = left.iter().chain(right).copied().collect();
    let blank = |unit: &&(usize, Unit)| matches!(unit.1, Unit::Char(' ' | '\t'));
    let blanks = units.iter().take_while(blank).count().min(left.len());
    let indent: usize = units.iter().take(blanks).map(|(_, unit)| unit.width()).sum();
    let mut line = String::new();
    let (skipped, indented) = match beginning == Side::Cut || indent > INDENT {
        true => (blanks, 0),
        false => (0, blanks),
    };
    if beginning == Side::Cut || skipped > 0 {
        line.push('…');
    }
    let (mut from, mut to) = (line.len(), None);
    let mut screen = Screen::default();
    for (index, (at, unit)) in units.iter().enumerate().skip(skipped) {
        if index == left.len() {
            from = line.len();
        }
        if index > left.len() && *at >= span.end && to.is_none() {
            to = Some(line.len());
        }
        match unit {
            Unit::Secret => {
                line.push_str(MASK);
                screen = Screen::default();
            }
            Unit::Char('\t') if index < indented => line.push_str("    "),
            Unit::Char(char) => line.push_str(&screen.shown(*char)),
            Unit::Byte(byte) => {
                // Writing to a string does not fail.
                let _ = write!(line, "\\x{byte:02x}");
                screen = Screen::default();
            }
        }
    }
    if right.is_empty() {
        from = line.len();
    }
    let to = to.unwrap_or(line.len());
    if ending == Side::Cut {
        line.push('…');
    }
    // An empty place is a point, which needs something to stand under.
    let to = if span.is_empty() { from } else { to };
    Window {
        line,
        underlined: from..to,
    }
}
