//! Which labels an internationalized domain name may have: RFC 5891, section 4.2, RFC 5892 and RFC 5893.

use super::{
    idna_table::{
        GREEK, HAN, HEBREW, HIRAGANA, JOINS_BEFORE, JOINS_NEXT, KATAKANA, NEUTRAL, NONSPACING_MARK, PVALID,
        RIGHT_TO_LEFT, SPACING_MARK, VIRAMA, has,
    },
    punycode,
};

/// What follows `xn--` in a label that has it, in either case.
pub(super) fn encoded(label: &[u8]) -> Option<&[u8]> {
    match label {
        [b'x' | b'X', b'n' | b'N', b'-', b'-', encoded @ ..] => Some(encoded),
        _ => None,
    }
}

/// Whether what follows `xn--` makes the label an A-label.
pub(super) fn is_encoded_label(encoded: &[u8]) -> bool {
    punycode::decode(encoded).is_some_and(|decoded| is_label(decoded.characters()))
}

/// How many octets the A-label of `label` has, `xn--` included; `None` if `label` is no U-label, or far too long.
pub(super) fn encoded_length(label: &str) -> Option<usize> {
    let mut characters = ['\0'; punycode::CAPACITY];
    let mut length = 0;
    for character in label.chars() {
        *characters.get_mut(length)? = character;
        length += 1;
    }
    let label = characters.get(..length)?;
    is_label(label)
        .then(|| punycode::encoded_length(label))?
        .map(|length| length + 4)
}

/// Whether `character` is a combining mark, which no label begins with.
pub(super) fn is_mark(character: char) -> bool {
    has(NONSPACING_MARK, character) || has(SPACING_MARK, character)
}

/// Whether `label` is a U-label.
///
/// Each character is looked at with its label, so the time is the square of the length, which is at most 59.
fn is_label(label: &[char]) -> bool {
    let (Some(first), Some(last)) = (label.first(), label.last()) else {
        return false;
    };
    !label.iter().all(char::is_ascii)
        && *first != '-'
        && *last != '-'
        && label.get(2..4) != Some(&['-', '-'])
        && !is_mark(*first)
        && (0..label.len()).all(|at| is_allowed(label, at))
        && is_in_one_direction(label)
}

/// Whether the character at `at` may stand there: PVALID of RFC 5892, or a rule of its appendix A holds.
fn is_allowed(label: &[char], at: usize) -> bool {
    let Some(character) = label.get(at).copied() else {
        return false;
    };
    let before = at.checked_sub(1).and_then(|before| label.get(before)).copied();
    let after = label.get(at + 1).copied();
    match character {
        '\u{200c}' => before.is_some_and(|before| has(VIRAMA, before)) || is_between_joining(label, at),
        '\u{200d}' => before.is_some_and(|before| has(VIRAMA, before)),
        '\u{b7}' => before == Some('l') && after == Some('l'),
        '\u{375}' => after.is_some_and(|after| has(GREEK, after)),
        '\u{5f3}' | '\u{5f4}' => before.is_some_and(|before| has(HEBREW, before)),
        '\u{30fb}' => label
            .iter()
            .any(|other| [HIRAGANA, KATAKANA, HAN].iter().any(|script| has(script, *other))),
        '\u{660}'..='\u{669}' => !label.iter().any(|other| ('\u{6f0}'..='\u{6f9}').contains(other)),
        '\u{6f0}'..='\u{6f9}' => !label.iter().any(|other| ('\u{660}'..='\u{669}').contains(other)),
        _ => has(PVALID, character) && (is_cherokee(character) || !character.is_uppercase()),
    }
}

/// Cherokee is folded to its capitals, so there the capitals are PVALID.
fn is_cherokee(character: char) -> bool {
    ('\u{13a0}'..='\u{13f5}').contains(&character)
}

/// Whether the joiner at `at` separates letters that would join (RFC 5892, appendix A.1).
fn is_between_joining(label: &[char], at: usize) -> bool {
    let is_transparent = |character: &&char| has(NONSPACING_MARK, **character) || **character == '\u{1e94b}';
    let before = label
        .iter()
        .take(at)
        .rev()
        .find(|character| !is_transparent(character));
    let after = label
        .iter()
        .skip(at + 1)
        .find(|character| !is_transparent(character));
    before.is_some_and(|before| has(JOINS_NEXT, *before))
        && after.is_some_and(|after| has(JOINS_BEFORE, *after))
}

/// The bidirectional class of a character that a label may have, as far as RFC 5893 tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    LeftToRight,
    RightToLeft,
    ArabicNumber,
    EuropeanNumber,
    NonspacingMark,
    Neutral,
}

fn direction(character: char) -> Direction {
    match character {
        '0'..='9' | '\u{6f0}'..='\u{6f9}' => Direction::EuropeanNumber,
        '\u{660}'..='\u{669}' | '\u{10d30}'..='\u{10d39}' | '\u{10d40}'..='\u{10d49}' => {
            Direction::ArabicNumber
        }
        _ if has(NONSPACING_MARK, character) => Direction::NonspacingMark,
        _ if has(RIGHT_TO_LEFT, character) => Direction::RightToLeft,
        _ if has(NEUTRAL, character) => Direction::Neutral,
        _ => Direction::LeftToRight,
    }
}

/// Whether `label` keeps the Bidi rule (RFC 5893, section 2), which asks something of labels with right-to-left
/// characters only.
fn is_in_one_direction(label: &[char]) -> bool {
    let directions = || label.iter().map(|character| direction(*character));
    let any = |wanted| directions().any(|direction| direction == wanted);
    if !any(Direction::RightToLeft) && !any(Direction::ArabicNumber) {
        return true;
    }
    let last = directions()
        .rev()
        .find(|direction| *direction != Direction::NonspacingMark);
    directions().next() == Some(Direction::RightToLeft)
        && !any(Direction::LeftToRight)
        && !(any(Direction::ArabicNumber) && any(Direction::EuropeanNumber))
        && matches!(
            last,
            Some(Direction::RightToLeft | Direction::ArabicNumber | Direction::EuropeanNumber)
        )
}
