//! The characters outside ASCII that RFC 3987, section 2.2 allows in identifiers.

/// Which of them a part may have.
#[derive(Debug, Clone, Copy)]
pub(super) enum Beyond {
    /// None: the part is one of a URI.
    Nothing,
    /// `ucschar`.
    Letters,
    /// `ucschar` and `iprivate`: a query.
    LettersAndPrivate,
}

/// What follows the character outside ASCII that `text` begins with; `None` where none begins that may stand there.
pub(super) fn after_character(text: &[u8], beyond: Beyond) -> Option<&[u8]> {
    let (allows_letters, allows_private) = match beyond {
        Beyond::Nothing => (false, false),
        Beyond::Letters => (true, false),
        Beyond::LettersAndPrivate => (true, true),
    };
    let (character, rest) = first_character(text)?;
    let is_allowed = allows_letters && is_letter(character) || allows_private && is_private(character);
    is_allowed.then_some(rest)
}

/// The character of two octets or more that `text`, which is UTF-8, begins with.
fn first_character(text: &[u8]) -> Option<(char, &[u8])> {
    let width = match text.first()? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let (first, rest) = text.split_at_checked(width)?;
    let character = std::str::from_utf8(first).ok()?.chars().next()?;
    Some((character, rest))
}

/// `ucschar` without the characters of section 4.1, which change the direction of text and nothing else.
fn is_letter(character: char) -> bool {
    match u32::from(character) {
        0x200e | 0x200f | 0x202a..=0x202e => false,
        0xa0..=0xd7ff | 0xf900..=0xfdcf | 0xfdf0..=0xffef => true,
        // All planes from the first to the last but two, without each one's last two code points; tags are not in.
        code @ (0x1_0000..=0xd_ffff | 0xe_1000..=0xe_fffd) => code & 0xffff <= 0xfffd,
        _ => false,
    }
}

/// `iprivate`.
fn is_private(character: char) -> bool {
    matches!(u32::from(character), 0xe000..=0xf8ff | 0xf_0000..=0xf_fffd | 0x10_0000..=0x10_fffd)
}
