//! What is wrong with a value: [`Violation`], and all of it together: [`Violations`].

mod locate;
mod param;
mod report;
mod structural;
mod violations;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

pub(crate) use locate::locate;
pub use param::{Param, Params};
pub(crate) use report::{Anchor, Found};
pub use report::{At, Fault, Report};
pub(crate) use report::{KeyText, segment};
pub(crate) use structural::{Structural, nearest};
pub use violations::Violations;

use crate::rules::RuleInfo;

/// Whether a violation rejects the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Severity {
    /// The value is rejected.
    #[default]
    Error,
    /// The violation is reported; alone it rejects nothing.
    Warn,
}

impl Severity {
    /// `error` or `warn`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warn => "warn",
        }
    }
}

/// Where the text of a message comes from.
#[derive(Clone)]
enum Text {
    Rule(&'static dyn RuleInfo),
    Own(Cow<'static, str>),
}

/// A place in the text that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    span: Range<usize>,
    line: usize,
    column: usize,
}

/// One thing that is wrong: where, which rule, and with which parameters. Never the value itself.
///
/// The message is made when it is asked for, from the code and the parameters.
///
/// ```
/// use contracts_runtime::Violation;
///
/// let violation = Violation::new("taken", "is already taken").at("/email").with("by", 3);
/// assert_eq!(violation.pointer(), "/email");
/// assert_eq!(violation.to_string(), "/email: is already taken");
/// ```
#[derive(Clone)]
pub struct Violation {
    pointer: String,
    code: Cow<'static, str>,
    params: Params,
    text: Text,
    severity: Severity,
    place: Option<Place>,
}

impl Violation {
    /// A violation of a rule of one's own, at the value that is being checked.
    ///
    /// `message` says what the value must be or is, without the name of the field: `"is already taken"`.
    pub fn new(code: impl Into<Cow<'static, str>>, message: impl Into<Cow<'static, str>>) -> Self {
        Violation {
            pointer: String::new(),
            code: code.into(),
            params: Params::new(),
            text: Text::Own(message.into()),
            severity: Severity::Error,
            place: None,
        }
    }

    /// The violation of a rule, with what was observed of the value.
    pub(crate) fn of(rule: &'static dyn RuleInfo, params: Params) -> Self {
        Violation {
            pointer: String::new(),
            code: Cow::Borrowed(rule.code()),
            params,
            text: Text::Rule(rule),
            severity: rule.severity(),
            place: None,
        }
    }

    /// Points below the value that is being checked, by a JSON Pointer (RFC 6901) that starts there.
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = pointer.into();
        self
    }

    /// Adds a parameter.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Param>) -> Self {
        self.params.push(name, value);
        self
    }

    /// Sets the severity, which is [`Severity::Error`] at first.
    #[must_use]
    pub fn severe(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The JSON Pointer (RFC 6901) of the value, in the sender's names; empty for the whole document. A missing
    /// member is named by the pointer it would have.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    /// The stable code: the rule's word, or one of the codes of the structure (`syntax`, `type`, `missing`, ...).
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The parameters of the rule, and what was observed of the value (as `actual`), in order.
    #[must_use]
    pub fn params(&self) -> &Params {
        &self.params
    }

    /// The message in English, without the place.
    #[must_use]
    pub fn message(&self) -> String {
        struct Message<'a>(&'a Violation);
        impl fmt::Display for Message<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match &self.0.text {
                    Text::Rule(rule) => rule.message(&self.0.params, f),
                    Text::Own(text) => f.write_str(text),
                }
            }
        }
        Message(self).to_string()
    }

    /// Whether it rejects the value.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The bytes of the text that it is about: the value, the unknown key, or the bracket before which a member is
    /// missing. `None` if no text was read.
    #[must_use]
    pub fn span(&self) -> Option<Range<usize>> {
        self.place.as_ref().map(|place| place.span.clone())
    }

    /// The line where the span starts, counted from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.place.as_ref().map(|place| place.line)
    }

    /// The column where the span starts: Unicode scalar values from the start of the line, counted from 1.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.place.as_ref().map(|place| place.column)
    }

    /// Forgets everything that could have been taken from the value: parameters, text and code of one's own, the
    /// place below. What is not the `own` fault of the value but that of a part of it says nothing of the part.
    pub(crate) fn conceal(&mut self, own: bool) {
        if !own {
            *self = Structural::Conversion.violation().severe(self.severity);
        }
        if let Cow::Owned(_) = self.code {
            self.code = Cow::Borrowed("custom");
        }
        self.pointer.clear();
        self.params = Params::new();
        if let Text::Own(_) = self.text {
            self.text = Text::Own(Cow::Borrowed("is not valid"));
        }
        if let Text::Rule(rule) = self.text {
            self.params = rule.params();
        }
    }
}

impl fmt::Debug for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Violation")
            .field("pointer", &self.pointer)
            .field("code", &self.code)
            .field("params", &self.params)
            .field("message", &self.message())
            .field("severity", &self.severity)
            .field("place", &self.place)
            .finish()
    }
}

/// Two violations are equal if they say the same of the same place.
impl PartialEq for Violation {
    fn eq(&self, other: &Self) -> bool {
        self.pointer == other.pointer
            && self.code == other.code
            && self.params == other.params
            && self.severity == other.severity
            && self.place == other.place
            && self.message() == other.message()
    }
}

/// One line: line and column if a text was read, the pointer, the message.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{}:{}: ", place.line, place.column)?;
        }
        if self.severity == Severity::Warn {
            f.write_str("warning: ")?;
        }
        if !self.pointer.is_empty() {
            // A key may hold anything: what would break the line or hide in it is escaped.
            write!(f, "{}: ", self.pointer.escape_debug())?;
        }
        f.write_str(&self.message())
    }
}

impl From<&'static str> for Violation {
    /// A message alone; the code is `custom`.
    fn from(message: &'static str) -> Self {
        Violation::new("custom", message)
    }
}

impl From<String> for Violation {
    /// A message alone; the code is `custom`.
    fn from(message: String) -> Self {
        Violation::new("custom", message)
    }
}
