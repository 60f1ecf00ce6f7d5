//! Where a text comes from that is not the sender's as it stands, and what that makes of the places in it.

use crate::violation::{Place, Violation};

/// Where a text comes from.
#[derive(Debug)]
pub(crate) enum Origin {
    /// It was made of values in memory. Nobody has seen it, so places in it say nothing.
    Made,
    /// It is an item of a batch.
    Item(Item),
    /// It was made of a form.
    #[cfg(feature = "form")]
    Form(super::form::Form),
}

/// Where an item of a batch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Item {
    /// Which one it is, counted from 0.
    pub(crate) index: usize,
    /// The byte of the batch where it starts.
    pub(crate) start: usize,
    /// The line where it starts, counted from 1.
    pub(crate) line: usize,
    /// The column where it starts, counted from 1.
    pub(crate) column: usize,
}

impl Origin {
    /// Turns places and pointers in the text into those where it comes from.
    pub(crate) fn relate(&self, found: &mut [Violation]) {
        match self {
            Origin::Made => {
                for violation in found {
                    violation.replace(|_| None);
                }
            }
            Origin::Item(item) => {
                let prefix = format!("/{}", item.index);
                for violation in found {
                    violation.below(&prefix);
                    // What is said of an item that was not read stands where that starts.
                    violation.place_at_start();
                    violation.replace(|place| Some(item.place(place)));
                }
            }
            #[cfg(feature = "form")]
            Origin::Form(form) => form.relate(found),
        }
    }
}

impl Item {
    fn place(&self, place: &Place) -> Place {
        let first = place.line == 1;
        Place {
            span: place.span.start + self.start..place.span.end + self.start,
            line: place.line + self.line - 1,
            column: if first {
                place.column + self.column - 1
            } else {
                place.column
            },
        }
    }
}
