//! Where the elements of an array start and end, as far as brackets and quotes tell. What is in them is for the decoder.
//!
//! It sees the text in whatever parts it comes, and keeps the same few bytes however deep they nest.

use crate::json::{Flaw, to_special};

/// How far splitting is.
#[derive(Debug)]
pub(super) struct Splitter(Phase);

#[derive(Debug)]
enum Phase {
    /// Before the array.
    Before,
    /// Behind the opening bracket.
    First,
    /// Behind a comma.
    Next,
    /// In an element.
    Inside(Element),
    /// Behind an element.
    After,
    /// Behind the array.
    Behind,
}

/// What the bytes of a step are.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// White space, brackets and commas around elements.
    Around,
    /// The same; an element starts behind them.
    Start,
    /// A part of an element.
    Inside,
    /// The last part of an element.
    End,
    /// What comes before the byte that can't stand there.
    Flaw(Flaw),
}

impl Splitter {
    pub(super) const fn new() -> Self {
        Splitter(Phase::Before)
    }

    /// Whether an element has started and not ended.
    pub(super) fn is_inside(&self) -> bool {
        matches!(self.0, Phase::Inside(_))
    }

    /// Whether the array has ended.
    pub(super) fn has_ended(&self) -> bool {
        matches!(self.0, Phase::Behind)
    }

    /// How many of these bytes, of which there must be some, are what. A step that takes none of them leads to another
    /// phase, so that the next one takes some or ends in a flaw.
    pub(super) fn step(&mut self, bytes: &[u8]) -> (usize, Step) {
        if let Phase::Inside(element) = &mut self.0 {
            let (used, step) = element.scan(bytes);
            if step == Step::End {
                self.0 = Phase::After;
            }
            return (used, step);
        }
        let space = bytes
            .iter()
            .take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'))
            .count();
        let Some(byte) = bytes.get(space) else {
            return (space, Step::Around);
        };
        let phase = match (&self.0, byte) {
            (Phase::Before, b'[') => Phase::First,
            (Phase::Before, _) => return (space, Step::Flaw(Flaw::Expected("an array"))),
            (Phase::First | Phase::After, b']') => Phase::Behind,
            (Phase::First | Phase::Next, b',' | b':' | b']' | b'}') => {
                return (space, Step::Flaw(Flaw::Expected("a value")));
            }
            (Phase::First | Phase::Next | Phase::Inside(_), _) => {
                self.0 = Phase::Inside(Element::default());
                return (space, Step::Start);
            }
            (Phase::After, b',') => Phase::Next,
            (Phase::After, _) => return (space, Step::Flaw(Flaw::Expected("`,` or `]`"))),
            (Phase::Behind, _) => return (space, Step::Flaw(Flaw::Trailing)),
        };
        self.0 = phase;
        (space + 1, Step::Around)
    }
}

/// How far an element is read.
#[derive(Debug, Default)]
struct Element {
    /// How many brackets are open.
    depth: u64,
    /// Which of the outermost ones are those of objects, a bit each. Deeper ones are only counted: what does not match
    /// there the decoder finds.
    objects: u128,
    text: Text,
}

/// What the next byte belongs to, besides brackets.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Text {
    /// Nothing: between the tokens of an array or object, or before the first byte.
    #[default]
    None,
    /// A string.
    String,
    /// A string, behind a backslash.
    Escape,
    /// A number or a word that is the element itself.
    Bare,
}

impl Element {
    fn scan(&mut self, bytes: &[u8]) -> (usize, Step) {
        let mut rest = bytes;
        let used = |rest: &[u8]| bytes.len() - rest.len();
        loop {
            if self.text == Text::String {
                rest = to_special(rest);
            }
            let [byte, behind @ ..] = rest else {
                return (bytes.len(), Step::Inside);
            };
            match self.text {
                Text::String => match byte {
                    b'"' => {
                        self.text = Text::None;
                        if self.depth == 0 {
                            return (used(behind), Step::End);
                        }
                    }
                    b'\\' => self.text = Text::Escape,
                    // A control character: that it can't stand there the decoder says.
                    _ => {}
                },
                Text::Escape => self.text = Text::String,
                Text::Bare => {
                    if is_delimiter(*byte) {
                        return (used(rest), Step::End);
                    }
                }
                Text::None => match byte {
                    b'"' => self.text = Text::String,
                    b'{' | b'[' => self.open(*byte == b'{'),
                    b'}' | b']' => {
                        if let Err(flaw) = self.close(*byte == b'}') {
                            return (used(rest), Step::Flaw(flaw));
                        }
                        if self.depth == 0 {
                            return (used(behind), Step::End);
                        }
                    }
                    _ if self.depth == 0 => self.text = Text::Bare,
                    _ => {}
                },
            }
            rest = behind;
        }
    }

    fn open(&mut self, object: bool) {
        if let Some(bit) = self.bit() {
            self.objects = self.objects & !bit | if object { bit } else { 0 };
        }
        self.depth += 1;
    }

    fn close(&mut self, object: bool) -> Result<(), Flaw> {
        self.depth = self.depth.saturating_sub(1);
        match self.bit() {
            Some(bit) if (self.objects & bit != 0) != object => Err(Flaw::Expected(match object {
                true => "`,` or `]`",
                false => "`,` or `}`",
            })),
            _ => Ok(()),
        }
    }

    /// The bit of the next level, if there is one.
    fn bit(&self) -> Option<u128> {
        let level = u32::try_from(self.depth).ok()?;
        1u128.checked_shl(level)
    }
}

/// Whether the byte ends a number or a word.
fn is_delimiter(byte: u8) -> bool {
    matches!(
        byte,
        b' ' | b'\n' | b'\r' | b'\t' | b',' | b':' | b'"' | b'[' | b']' | b'{' | b'}'
    )
}
