//! An item of a batch.

use std::fmt;

use crate::boundary::{Item as Place, Origin, Source};

/// An item of a batch: a text, and where it stands.
///
/// A reference to it is a [`Source`], so that it goes wherever a text does: `accept`, `accept_with`, `examine`, and the
/// checks of a registry's handles. In the report, `/3` for the item of index 3 is put before every pointer, and bytes,
/// lines and columns are those of the batch.
///
/// On targets of 32 bits, positions beyond `usize` stay at the last that fits.
///
/// ```
/// use contracts_runtime::batch::Items;
///
/// let mut items = Items::lines(&b"1\r\n\n {\"id\":2}\n"[..]);
/// let first = items.next_item()?.expect("there are two");
/// assert_eq!((first.index(), first.line(), first.start()), (0, 1, 0));
/// assert_eq!((first.bytes(), first.raw()), (Some(&b"1"[..]), Some(&b"1\r\n"[..])));
///
/// let second = items.next_item()?.expect("there are two");
/// assert_eq!((second.index(), second.line(), second.start()), (1, 3, 4));
/// assert_eq!(second.bytes(), Some(&b" {\"id\":2}"[..]));
/// # Ok::<(), contracts_runtime::batch::Error>(())
/// ```
pub struct Item<'b> {
    content: Content<'b>,
    place: Place,
    origin: Origin,
}

/// What is there of an item.
#[derive(Clone, Copy)]
pub(super) enum Content<'b> {
    /// All of it, and so many bytes of the end of its line.
    Whole { raw: &'b [u8], line_end: usize },
    /// It was longer than `max` bytes and was not kept.
    Cut { max: usize },
}

impl<'b> Item<'b> {
    #[inline]
    pub(super) const fn new(content: Content<'b>, place: Place) -> Self {
        Item {
            content,
            place,
            origin: Origin::Item(place),
        }
    }

    /// Which one it is, counted from 0. Blank lines are no items.
    #[must_use]
    pub const fn index(&self) -> usize {
        self.place.index
    }

    /// The line of the batch where it starts, counted from 1. All lines count, blank ones too.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.place.line
    }

    /// The column where it starts: Unicode scalar values from the start of the line, counted from 1. Of a line it is 1.
    #[must_use]
    pub const fn column(&self) -> usize {
        self.place.column
    }

    /// The byte of the batch where it starts.
    #[must_use]
    pub const fn start(&self) -> usize {
        self.place.start
    }

    /// Its text as it came: a line without its end, an element from its first byte to its last. `None` if it was longer
    /// than the limit, so that it was not kept.
    #[must_use]
    pub fn bytes(&self) -> Option<&'b [u8]> {
        match self.content {
            Content::Whole { raw, line_end } => raw.get(..raw.len() - line_end),
            Content::Cut { .. } => None,
        }
    }

    /// The same with the end of the line, if it has one: what to write to copy it.
    #[must_use]
    pub const fn raw(&self) -> Option<&'b [u8]> {
        match self.content {
            Content::Whole { raw, .. } => Some(raw),
            Content::Cut { .. } => None,
        }
    }

    #[cfg(feature = "parallel")]
    pub(super) const fn parts(&self) -> (Content<'b>, Place) {
        (self.content, self.place)
    }
}

impl<'de> From<&'de Item<'_>> for Source<'de> {
    #[inline]
    fn from(item: &'de Item<'_>) -> Self {
        let source: Source<'de> = match item.content {
            Content::Whole { .. } => item.bytes().unwrap_or_default().into(),
            Content::Cut { max } => Source::cut(max),
        };
        source.coming_from(&item.origin)
    }
}

/// Where it stands. Its text is not shown: it may hold secrets.
impl fmt::Debug for Item<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Item")
            .field("index", &self.index())
            .field("line", &self.line())
            .field("column", &self.column())
            .field("start", &self.start())
            .field("length", &self.bytes().map(<[u8]>::len))
            .finish_non_exhaustive()
    }
}
