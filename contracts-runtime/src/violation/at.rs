//! Where a value is that is being checked: at a byte of the text, or along a path from the root of what was built.
//!
//! Nothing is paid for places on the good path: a path exists as frames on the stack, and becomes a pointer when something
//! is wrong with the value at its end.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::found::Anchor;

/// Where the value that is being checked is: a byte of the text, or a path from the root of a built value.
///
/// Two words, which are passed in registers: most checks find nothing, and then it was never in memory.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// The last step of the path; none at a byte of the text, and at the root.
    step: Option<&'a Step<'a>>,
    offset: usize,
}

/// A step of a path. It stands on the stack of what checks the value around.
#[derive(Clone, Copy)]
pub struct Step<'a> {
    parent: At<'a>,
    to: Part<'a>,
}

#[derive(Clone, Copy)]
enum Part<'a> {
    Name(&'a str),
    Index(usize),
    Key(&'a dyn KeyText),
    /// The member of that name, which the object lacks whose closing bracket this is.
    Lacking(&'a str),
    /// The value itself.
    Itself,
}

/// A map's key, as it is written in a pointer.
pub(crate) trait KeyText {
    fn key_text(&self) -> Cow<'_, str>;
}

impl std::fmt::Debug for At<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (anchor, pointer) = self.resolve();
        f.debug_struct("At")
            .field("anchor", &anchor)
            .field("pointer", &pointer)
            .finish()
    }
}

impl std::fmt::Debug for Step<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.at().fmt(f)
    }
}

impl<'a> At<'a> {
    /// The root of a built value.
    pub const ROOT: At<'static> = At::offset(usize::MAX);

    /// The value that starts at a byte of the text.
    #[inline]
    pub(crate) const fn offset(at: usize) -> Self {
        At {
            step: None,
            offset: at,
        }
    }

    /// The step to the member called `name` of this value.
    #[must_use]
    #[inline]
    pub const fn member(self, name: &'a str) -> Step<'a> {
        self.to(Part::Name(name))
    }

    /// The step to the element `index` of this value.
    #[must_use]
    #[inline]
    pub const fn index(self, index: usize) -> Step<'a> {
        self.to(Part::Index(index))
    }

    /// The step to the entry `key` of this map.
    pub(crate) fn key(self, key: &'a dyn KeyText) -> Step<'a> {
        self.to(Part::Key(key))
    }

    /// The step to a member of a text: its value starts at byte `place`, or the object that lacks it ends at byte `end`.
    #[inline]
    pub(crate) const fn member_of_text(place: Option<usize>, end: usize, name: &'a str) -> Step<'a> {
        match place {
            Some(start) => At::offset(start).to(Part::Itself),
            None => At::offset(end).to(Part::Lacking(name)),
        }
    }

    #[inline]
    const fn to(self, to: Part<'a>) -> Step<'a> {
        Step { parent: self, to }
    }

    /// The byte it starts from, if it is in a text, and the JSON Pointer from there.
    pub(super) fn resolve(self) -> (Option<Anchor>, String) {
        let Some(step) = self.step else {
            let anchor = (self.offset != At::ROOT.offset).then_some(Anchor::Value(self.offset));
            return (anchor, String::new());
        };
        let (anchor, mut pointer) = step.parent.resolve();
        match step.to {
            Part::Name(name) => push_segment(&mut pointer, name),
            Part::Key(key) => push_segment(&mut pointer, &key.key_text()),
            Part::Index(index) => drop(write!(pointer, "/{index}")),
            Part::Lacking(name) => {
                push_segment(&mut pointer, name);
                return (anchor.map(|anchor| Anchor::Close(anchor.at())), pointer);
            }
            Part::Itself => {}
        }
        (anchor, pointer)
    }
}

impl Step<'_> {
    /// Where it leads.
    #[must_use]
    #[inline]
    pub const fn at(&self) -> At<'_> {
        At {
            step: Some(self),
            offset: 0,
        }
    }
}

/// Appends a segment to a JSON Pointer, escaped as RFC 6901, section 3 says.
pub(crate) fn push_segment(pointer: &mut String, name: &str) {
    pointer.push('/');
    let mut rest = name;
    while let Some((at, escape)) = rest.bytes().enumerate().find_map(|(at, byte)| match byte {
        b'~' => Some((at, "~0")),
        b'/' => Some((at, "~1")),
        _ => None,
    }) {
        // Both are a byte of their own: the slices are always there.
        pointer.push_str(rest.get(..at).unwrap_or_default());
        pointer.push_str(escape);
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    pointer.push_str(rest);
}

/// A JSON Pointer of one segment.
pub(crate) fn segment(name: &str) -> String {
    let mut pointer = String::with_capacity(name.len() + 1);
    push_segment(&mut pointer, name);
    pointer
}
