//! What `sanitize(...)` calls: functions that change a value that was read, before its rules see it.
//!
//! A file for each, all of them functions from `&mut T`, as users write their own. None allocates for a text that it
//! leaves as it is, and each is idempotent: a text that was sanitized is left as it is.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

/// Text that can be changed in place. Implemented for `String`, `Box<str>`, `Rc<str>`, `Arc<str>`, `Cow<'_, str>`, and
/// for `Option` and `Box` of one; implement it for a type of your own to use the built-in functions on it.
///
/// ```
/// use contracts_runtime::sanitize::{self, Edit, Text};
///
/// struct Name(String);
///
/// impl Text for Name {
///     fn edit(&mut self, edit: impl FnOnce(&str) -> Edit) {
///         self.0.edit(edit);
///     }
/// }
///
/// let mut name = Name(" Ada ".to_owned());
/// sanitize::trim(&mut name);
/// assert_eq!(name.0, "Ada");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no text that can be changed",
    label = "this needs a field of text",
    note = "that is `String`, `Box<str>`, `Rc<str>`, `Arc<str>`, `Cow<'_, str>`, or `Option` or `Box` of one",
    note = "for another type, name a function of your own: `fn(&mut T)`"
)]
pub trait Text {
    /// Does to the text what `edit` says of it; where there is none, `edit` is not asked.
    fn edit(&mut self, edit: impl FnOnce(&str) -> Edit);
}

/// What is to be done to a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Nothing.
    Keep,
    /// Only these bytes of it stay. Bytes that are no part of the text leave it as it is.
    Part(Range<usize>),
    /// It is replaced.
    Whole(String),
}

impl Text for String {
    fn edit(&mut self, edit: impl FnOnce(&str) -> Edit) {
        match edit(self) {
            Edit::Part(part) if self.get(part.clone()).is_some() => {
                self.truncate(part.end);
                drop(self.drain(..part.start));
            }
            Edit::Keep | Edit::Part(_) => {}
            Edit::Whole(text) => *self = text,
        }
    }
}

/// A part of a borrowed text stays borrowed.
impl Text for Cow<'_, str> {
    fn edit(&mut self, edit: impl FnOnce(&str) -> Edit) {
        match self {
            Cow::Owned(text) => text.edit(edit),
            Cow::Borrowed(text) => match edit(text) {
                Edit::Keep => {}
                Edit::Part(part) => *text = text.get(part).unwrap_or(text),
                Edit::Whole(text) => *self = Cow::Owned(text),
            },
        }
    }
}

macro_rules! shared {
    ($($type:ty)+) => {$(
        impl Text for $type {
            fn edit(&mut self, edit: impl FnOnce(&str) -> Edit) {
                match edit(self) {
                    Edit::Keep => {}
                    Edit::Part(part) => {
                        if let Some(part) = self.get(part) {
                            *self = part.into();
                        }
                    }
                    Edit::Whole(text) => *self = text.into(),
                }
            }
        }
    )+};
}

shared!(Box<str> Rc<str> Arc<str>);

impl<T: Text> Text for Option<T> {
    fn edit(&mut self, edit: impl FnOnce(&str) -> Edit) {
        if let Some(text) = self {
            text.edit(edit);
        }
    }
}

impl<T: Text> Text for Box<T> {
    fn edit(&mut self, edit: impl FnOnce(&str) -> Edit) {
        T::edit(self, edit);
    }
}

/// Declares the functions: for each the module of that name.
macro_rules! sanitizers {
    ($($(#[$meta:meta])* $name:ident,)+) => {
        $(
            $(#[$meta])*
            mod $name;
            $(#[$meta])*
            pub use $name::$name;
        )+

        /// What stands in `sanitize(...)` by its bare name, and nothing that would hide the user's own.
        #[doc(hidden)]
        pub mod vocabulary {
            $(
                $(#[$meta])*
                pub use super::$name::$name;
            )+
        }

        /// The name of every function, in alphabetical order.
        pub const ALL: &[&str] = &[$($(#[$meta])* stringify!($name)),+];
    };
}

sanitizers! {
    collapse_spaces,
    lowercase,
    #[cfg(feature = "nfc")]
    nfc,
    trim,
    uppercase,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited<T: Text>(mut text: T, edit: &Edit) -> T {
        text.edit(|_| edit.clone());
        text
    }

    #[test]
    fn every_text_keeps_a_part_or_is_replaced() {
        let (part, whole) = (Edit::Part(1..3), Edit::Whole("new".to_owned()));
        assert_eq!(edited("text".to_owned(), &part), "ex");
        assert_eq!(edited(Box::<str>::from("text"), &part).as_ref(), "ex");
        assert_eq!(edited(Rc::<str>::from("text"), &part).as_ref(), "ex");
        assert_eq!(edited(Arc::<str>::from("text"), &part).as_ref(), "ex");
        assert!(matches!(
            edited(Cow::Borrowed("text"), &part),
            Cow::Borrowed("ex")
        ));
        assert_eq!(edited(Cow::<str>::Owned("text".to_owned()), &part), "ex");
        assert_eq!(
            edited(Some(Box::new("text".to_owned())), &part),
            Some(Box::new("ex".to_owned()))
        );
        assert_eq!(edited(None::<String>, &part), None);

        assert_eq!(edited("text".to_owned(), &whole), "new");
        assert_eq!(edited(Box::<str>::from("text"), &whole).as_ref(), "new");
        assert_eq!(edited(Arc::<str>::from("text"), &whole).as_ref(), "new");
        assert_eq!(edited(Cow::Borrowed("text"), &whole), "new");
        assert_eq!(edited(None::<String>, &whole), None);
    }

    #[test]
    #[allow(clippy::reversed_empty_ranges, reason = "that is what is tried")]
    fn what_is_no_part_of_the_text_leaves_it_as_it_is() {
        for part in [0..9, 2..1, 1..2, 7..8] {
            let edit = Edit::Part(part);
            assert_eq!(edited("ñandú".to_owned(), &edit), "ñandú");
            assert_eq!(edited(Box::<str>::from("ñandú"), &edit).as_ref(), "ñandú");
            assert_eq!(edited(Cow::Borrowed("ñandú"), &edit), "ñandú");
        }
    }

    #[test]
    fn what_is_shared_is_not_changed_for_others() {
        let first: Arc<str> = Arc::from(" text ");
        let mut second = Arc::clone(&first);
        trim(&mut second);
        assert_eq!((first.as_ref(), second.as_ref()), (" text ", "text"));
    }
}
