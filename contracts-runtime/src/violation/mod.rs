//! What is wrong with a value: [`Violation`], and all of it together: [`Violations`].

mod at;
mod catalogue;
mod deserialize;
mod found;
mod fragment;
mod held;
mod locate;
mod nearest;
mod param;
mod part;
mod plain;
mod problem;
#[cfg(feature = "render")]
mod render;
mod report;
mod resolve;
mod serialize;
mod status;
mod structural;
mod templates;
mod violations;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

pub use at::At;
pub(crate) use at::{KeyText, Step, push_segment, segment};
pub use catalogue::Catalogue;
#[cfg(feature = "json")]
pub(crate) use found::Shown;
pub(crate) use found::{Anchor, Found};
pub(crate) use locate::locate;
pub use nearest::nearest;
pub(crate) use nearest::{Effort, nearest_within};
pub use param::{Param, Params};
pub use problem::{InvalidProblem, Problem};
#[cfg(feature = "render")]
pub use render::Rendering;
pub(crate) use report::{About, Excerpt};
pub use report::{Fault, Report};
pub(crate) use structural::Structural;
pub use templates::{TemplateError, Templates};
pub use violations::Violations;

use catalogue::English;

use crate::descriptor::{self, ContractDescriptor};
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
pub(crate) struct Place {
    pub(crate) span: Range<usize>,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// One thing that is wrong: where, which rule, and with which parameters. Never the value itself, unless the field's
/// author has said so by the word `reveal`.
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
pub struct Violation(Box<Parts>);

/// Behind a pointer: checks of the user's own return a violation as their error.
#[derive(Clone)]
struct Parts {
    pointer: String,
    code: Cow<'static, str>,
    params: Params,
    text: Text,
    severity: Severity,
    place: Option<Place>,
    value: Option<Box<str>>,
}

impl Violation {
    /// A violation of a rule of one's own, at the value that is being checked.
    ///
    /// `message` says what the value must be or is, without the name of the field: `"is already taken"`.
    pub fn new(code: impl Into<Cow<'static, str>>, message: impl Into<Cow<'static, str>>) -> Self {
        Violation(Box::new(Parts {
            pointer: String::new(),
            code: code.into(),
            params: Params::new(),
            text: Text::Own(message.into()),
            severity: Severity::Error,
            place: None,
            value: None,
        }))
    }

    /// The violation of a rule, with what was observed of the value.
    pub(crate) fn of(rule: &'static dyn RuleInfo, params: Params) -> Self {
        Violation(Box::new(Parts {
            pointer: String::new(),
            code: Cow::Borrowed(rule.code()),
            params,
            text: Text::Rule(rule),
            severity: rule.severity(),
            place: None,
            value: None,
        }))
    }

    /// Points below the value that is being checked, by a JSON Pointer (RFC 6901) that starts there. One that lacks its
    /// first slash is taken as if it had it.
    ///
    /// What is said of a field that is `secret`, or of a part of it, is concealed as everywhere: of the text, the parameters
    /// and the place below nothing is kept.
    ///
    /// ```
    /// use contracts_runtime::Violation;
    ///
    /// let end = Violation::new("order", "must not be before the start").at("end");
    /// assert_eq!(end.to_string(), "/end: must not be before the start");
    /// ```
    #[must_use]
    pub fn at(mut self, pointer: impl Into<String>) -> Self {
        self.0.pointer = pointer.into();
        if !self.0.pointer.is_empty() && !self.0.pointer.starts_with('/') {
            self.0.pointer.insert(0, '/');
        }
        self
    }

    /// Adds a parameter.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Param>) -> Self {
        self.0.params.push(name, value);
        self
    }

    /// Sets the severity, which is [`Severity::Error`] at first.
    #[must_use]
    pub fn severe(mut self, severity: Severity) -> Self {
        self.0.severity = severity;
        self
    }

    /// The JSON Pointer (RFC 6901) of the value, in the sender's names; empty for the whole document. A missing
    /// member is named by the pointer it would have.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.0.pointer
    }

    /// The stable code: the rule's word, or one of the codes of the structure (`syntax`, `type`, `missing`, ...).
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0.code
    }

    /// The parameters of the rule, and what was observed of the value (as `actual`), in order.
    #[must_use]
    pub fn params(&self) -> &Params {
        &self.0.params
    }

    /// The message in English, without the place.
    #[must_use]
    pub fn message(&self) -> String {
        struct Message<'a>(&'a Violation);
        impl fmt::Display for Message<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match &self.0.0.text {
                    Text::Rule(rule) => rule.message(&self.0.0.params, f),
                    Text::Own(text) => f.write_str(text),
                }
            }
        }
        Message(self).to_string()
    }

    /// Whether it rejects the value.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.0.severity
    }

    /// The bytes of the text that it is about: the value, the unknown key, or the bracket before which a member is
    /// missing. `None` if no text was read.
    #[must_use]
    pub fn span(&self) -> Option<Range<usize>> {
        self.0.place.as_ref().map(|place| place.span.clone())
    }

    /// The line where the span starts, counted from 1.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.0.place.as_ref().map(|place| place.line)
    }

    /// The column where the span starts: Unicode scalar values from the start of the line, counted from 1.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.0.place.as_ref().map(|place| place.column)
    }

    /// The faulty value as its sender wrote it, for a field with the word `reveal`: raw JSON text, of a text no more than
    /// 256 bytes. What is longer is cut between two characters and ends with `…`, as no JSON value does.
    ///
    /// `None` for every other field, if no text was read, if the violation is not about a value that is there (a member
    /// is missing or unknown), and where a [secret](crate::FieldDescriptor::is_secret) is around the value or may be in
    /// it. The text is the sender's: it may hold characters that a terminal obeys.
    ///
    /// ```
    /// use contracts_runtime::Violation;
    ///
    /// let sent = r##"{"pointer":"/age","code":"type","message":"must be a number","severity":"error","value":"\"7\""}"##;
    /// let violation: Violation = serde_json::from_str(sent)?;
    /// assert_eq!(violation.value(), Some("\"7\""));
    /// assert_eq!(violation.to_string(), "/age: must be a number");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.0.value.as_deref()
    }

    /// Keeps the value, which stands in the text as `raw`.
    pub(crate) fn reveal(&mut self, raw: &str) {
        self.0.value = Some(cut(raw).into());
    }

    /// The same at this place.
    pub(crate) fn standing(mut self, place: Place) -> Self {
        self.0.place = Some(place);
        self
    }

    /// Puts segments before the pointer.
    pub(crate) fn below(&mut self, prefix: &str) {
        self.0.pointer.insert_str(0, prefix);
    }

    /// Gives it the place where the text starts, unless it has one.
    pub(crate) fn place_at_start(&mut self) {
        self.0.place.get_or_insert(Place {
            span: 0..0,
            line: 1,
            column: 1,
        });
    }

    /// Moves the place to where `to` says that it is, or forgets it, and with it the value that stood there.
    pub(crate) fn replace(&mut self, to: impl FnOnce(&Place) -> Option<Place>) {
        self.0.place = self.0.place.as_ref().and_then(to);
        if self.0.place.is_none() {
            self.0.value = None;
        }
    }

    /// Conceals it if its pointer leads to a secret of this contract, or below one; gives where its place comes in the order
    /// of declaration.
    pub(crate) fn hide(&mut self, contract: &'static ContractDescriptor) -> Vec<usize> {
        let descriptor::Place { rank, secret } = descriptor::Place::find(contract, &self.0.pointer);
        if let Some(end) = secret {
            let mut pointer = std::mem::take(&mut self.0.pointer);
            self.conceal(end == pointer.len());
            pointer.truncate(end);
            self.0.pointer = pointer;
        }
        rank
    }

    /// Forgets everything that could have been taken from the value: parameters, text and code of one's own, the
    /// place below. What is not the `own` fault of the value but that of a part of it says nothing of the part.
    pub(crate) fn conceal(&mut self, own: bool) {
        if !own {
            *self = Structural::Conversion.violation().severe(self.0.severity);
        }
        if let Cow::Owned(_) = self.0.code {
            self.0.code = Cow::Borrowed("custom");
        }
        self.0.pointer.clear();
        self.0.value = None;
        self.0.params = Params::new();
        if let Text::Own(_) = self.0.text {
            self.0.text = Text::Own(Cow::Borrowed("is not valid"));
        }
        if let Text::Rule(rule) = self.0.text {
            self.0.params = rule.params();
        }
    }
}

/// How many bytes of a value are kept.
const VALUE: usize = 256;

/// The text, cut if it is too long.
pub(crate) fn cut(raw: &str) -> String {
    let mut end = VALUE.min(raw.len());
    while !raw.is_char_boundary(end) {
        end -= 1;
    }
    let mut text = raw.get(..end).unwrap_or_default().to_owned();
    if end < raw.len() {
        text.push('…');
    }
    text
}

#[allow(clippy::missing_fields_in_debug, reason = "the text is shown as the message")]
impl fmt::Debug for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Violation");
        shown
            .field("pointer", &self.0.pointer)
            .field("code", &self.0.code)
            .field("params", &self.0.params)
            .field("message", &self.message())
            .field("severity", &self.0.severity)
            .field("place", &self.0.place);
        if let Some(value) = &self.0.value {
            shown.field("value", value);
        }
        shown.finish()
    }
}

/// Two violations are equal if they say the same of the same place.
impl PartialEq for Violation {
    fn eq(&self, other: &Self) -> bool {
        self.0.pointer == other.0.pointer
            && self.0.code == other.0.code
            && self.0.params == other.0.params
            && self.0.severity == other.0.severity
            && self.0.place == other.0.place
            && self.0.value == other.0.value
            && self.message() == other.message()
    }
}

/// One line: line and column if a text was read, the pointer, the message.
impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.line_in(&English, f)
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
