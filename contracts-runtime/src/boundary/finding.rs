//! What a judge other than a decoder finds, by pointers.

use super::layout::Layout;
use crate::violation::{Anchor, Params, Structural, Violation, segment};

/// What a judge found.
#[derive(Debug, Default)]
pub struct Judged {
    /// What is wrong, in any order: it is put into that of the text.
    pub findings: Vec<Finding>,
    /// The pointers of values of which nothing may be in the report.
    pub secrets: Vec<String>,
}

/// One thing that is wrong.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The JSON Pointer of the value, of the member with the key, or of the missing member.
    pub pointer: String,
    /// What of it the violation is about.
    pub spot: Spot,
    /// Without a pointer.
    pub violation: Violation,
    /// The same for a value of which nothing may be shown.
    pub concealed: Violation,
    /// The pointer of the value that has to be there to its end for this to be true.
    pub whole: Option<String>,
}

/// What a violation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    /// A value.
    Value,
    /// The key of a member.
    Key,
    /// A member that is not there.
    Missing,
}

impl Finding {
    pub(super) fn anchor(&self, layout: &Layout) -> Option<(Anchor, Option<String>)> {
        if let Some(whole) = &self.whole {
            layout.find(whole)?.end()?;
        }
        match self.spot {
            Spot::Value => Some((Anchor::Value(layout.find(&self.pointer)?.start()), None)),
            Spot::Key => Some((Anchor::Key(layout.key(&self.pointer)?), None)),
            Spot::Missing => {
                let (container, name) = self.pointer.rsplit_once('/')?;
                let end = layout.find(container)?.end()?;
                Some((Anchor::Close(end.saturating_sub(1)), Some(format!("/{name}"))))
            }
        }
    }
}

impl Finding {
    /// That a member is missing from the object at `object`.
    #[must_use]
    pub fn missing(object: &str, name: &str) -> Self {
        let pointer = format!("{object}{}", segment(name));
        let violation = Structural::Missing.violation();
        Finding::new((pointer, Spot::Missing), violation.clone(), violation).within(object)
    }

    /// That the member at `pointer` is not known.
    #[must_use]
    pub fn unknown(pointer: String, spot: Spot, nearest: Option<&str>) -> Self {
        let mut params = Params::new();
        if let Some(nearest) = nearest {
            params.push("nearest", nearest.to_owned());
        }
        Finding::structural((pointer, spot), Structural::Unknown, params)
    }

    /// That the value at `pointer` is null.
    #[must_use]
    pub fn null(pointer: String) -> Self {
        Finding::structural((pointer, Spot::Value), Structural::Null, Params::new())
    }

    /// That the value at `pointer` is of another type.
    #[must_use]
    pub fn wrong_type(pointer: String, params: Params) -> Self {
        Finding::structural((pointer, Spot::Value), Structural::Type, params)
    }

    /// That the value at `pointer` is none of the alternatives.
    #[must_use]
    pub fn variant(pointer: String, params: Params) -> Self {
        Finding::structural((pointer, Spot::Value), Structural::Variant, params)
    }

    /// That the value at `pointer` takes too much work to judge.
    #[must_use]
    pub fn work(pointer: String) -> Self {
        Finding::structural((pointer, Spot::Value), Structural::Work, Params::new())
    }

    /// What is wrong with the value, or the key, at a pointer. `concealed` says it without anything of the value.
    #[must_use]
    pub fn new((pointer, spot): (String, Spot), violation: Violation, concealed: Violation) -> Self {
        let whole = match spot {
            Spot::Value => Some(pointer.clone()),
            Spot::Key | Spot::Missing => None,
        };
        Finding {
            pointer,
            spot,
            violation,
            concealed,
            whole,
        }
    }

    /// The same, which is true only if the value at `whole` is there to its end.
    #[must_use]
    pub fn within(mut self, whole: &str) -> Self {
        // Of two values around one the outer one ends last.
        if self.whole.as_ref().is_none_or(|inner| inner.len() >= whole.len()) {
            self.whole = Some(whole.to_owned());
        }
        self
    }

    fn structural(place: (String, Spot), fault: Structural, params: Params) -> Self {
        Finding::new(place, fault.with(params), fault.violation())
    }
}
