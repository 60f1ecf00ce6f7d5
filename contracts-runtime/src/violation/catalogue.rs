//! Messages in other languages: looked up by code when they are asked for.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::plain::Plain;
use super::{Severity, Violation, Violations};

/// Messages in another language than English, for violations of the codes that it knows.
///
/// [`Templates`](super::Templates) is one that is made of a template for each code. An implementation of one's own
/// decides by all that a violation says:
///
/// ```
/// use contracts_runtime::{Catalogue, Param, Violation};
///
/// struct German;
///
/// impl Catalogue for German {
///     fn message(&self, violation: &Violation) -> Option<String> {
///         match (violation.code(), violation.params().get("left")) {
///             ("sold_out", Some(Param::Integer(1))) => Some("nur noch einmal da".to_owned()),
///             ("sold_out", Some(left)) => Some(format!("nur noch {left}-mal da")),
///             _ => None,
///         }
///     }
/// }
///
/// let few = Violation::new("sold_out", "is nearly sold out").with("left", 3);
/// assert_eq!(few.message_in(&German), "nur noch 3-mal da");
/// let other = Violation::new("taken", "is already taken");
/// assert_eq!(other.message_in(&German), "is already taken");
/// ```
pub trait Catalogue {
    /// The message for a violation, as it follows the field's name: without place and pointer. `None` if the catalogue
    /// has none; then the English one is shown.
    ///
    /// Parameters may hold text of the sender's, such as `reason`: it is shown, and never taken for a template.
    fn message(&self, violation: &Violation) -> Option<String>;

    /// What stands before the message of a violation that rejects nothing, in place of `warning`.
    fn warning(&self) -> Cow<'_, str> {
        Cow::Borrowed("warning")
    }

    /// The line that says how many more violations were found than the report holds, in place of `and 2 more`.
    fn more(&self, count: usize) -> String {
        format!("and {count} more")
    }
}

macro_rules! behind {
    ($($pointer:ty)+) => {$(
        impl<C: Catalogue + ?Sized> Catalogue for $pointer {
            fn message(&self, violation: &Violation) -> Option<String> {
                C::message(self, violation)
            }

            fn warning(&self) -> Cow<'_, str> {
                C::warning(self)
            }

            fn more(&self, count: usize) -> String {
                C::more(self, count)
            }
        }
    )+};
}

behind!(&C Box<C> Arc<C>);

/// The catalogue that knows nothing, so that everything is said in English.
#[derive(Debug, Clone, Copy)]
pub(crate) struct English;

impl Catalogue for English {
    fn message(&self, _: &Violation) -> Option<String> {
        None
    }
}

impl Violation {
    /// The message of a catalogue, without the place; where it has none, the English one.
    ///
    /// See [`Catalogue`] for an example.
    #[must_use]
    pub fn message_in(&self, catalogue: &dyn Catalogue) -> String {
        catalogue.message(self).unwrap_or_else(|| self.message())
    }

    /// One line: line and column if a text was read, the pointer, the message.
    pub(super) fn line_in(&self, catalogue: &dyn Catalogue, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(line), Some(column)) = (self.line(), self.column()) {
            write!(f, "{line}:{column}: ")?;
        }
        if self.severity() == Severity::Warn {
            write!(f, "{}: ", catalogue.warning())?;
        }
        if !self.pointer().is_empty() {
            // A key may hold anything: what would break the line or hide in it is escaped.
            write!(f, "{}: ", self.pointer().escape_debug())?;
        }
        // So may what serde, a conversion or a check says.
        write!(f, "{}", Plain(&self.message_in(catalogue)))
    }
}

impl Violations {
    /// The report with the messages of a catalogue, in the form of `Display`: one line for each violation, and one that
    /// says how many more there are.
    ///
    /// ```
    /// use contracts_runtime::{Templates, Violation, Violations};
    ///
    /// let german = Templates::new([("taken", "ist schon vergeben")])?;
    /// let report = Violations::one(Violation::new("taken", "is already taken").at("/email"));
    /// assert_eq!(report.display_in(&german).to_string(), "/email: ist schon vergeben");
    /// # Ok::<(), contracts_runtime::TemplateError>(())
    /// ```
    pub fn display_in<'a>(&'a self, catalogue: &'a dyn Catalogue) -> impl fmt::Display + 'a {
        DisplayIn {
            violations: self,
            catalogue,
        }
    }
}

struct DisplayIn<'a> {
    violations: &'a Violations,
    catalogue: &'a dyn Catalogue,
}

impl fmt::Display for DisplayIn<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.violations.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            violation.line_in(self.catalogue, f)?;
        }
        match self.violations.truncated() {
            0 => Ok(()),
            more => write!(f, "\n{}", self.catalogue.more(more)),
        }
    }
}
