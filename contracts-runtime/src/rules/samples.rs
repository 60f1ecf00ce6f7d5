//! Values that a rule accepts or rejects: what generators start from.

use std::borrow::Cow;

use crate::violation::Param;

/// A few values that a rule accepts, and a few that it rejects, those at the boundaries first.
///
/// Claims are kept for values of the type of the field: a number that the type can't hold is never seen by the rule. What
/// a rule asks of the size of a text or collection, it gives as lengths; what is a language, as a regular expression.
///
/// ```
/// use contracts_runtime::rules::Samples;
///
/// let even = Samples::new().accepting([0, 2]).rejecting([1, -1]);
/// assert_eq!(even.accepted().len(), 2);
/// assert!(even.lengths().0.is_empty());
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Samples {
    accepted: Vec<Param>,
    rejected: Vec<Param>,
    lengths: (Vec<usize>, Vec<usize>),
    regex: Option<Cow<'static, str>>,
}

impl Samples {
    /// None.
    #[must_use]
    pub const fn new() -> Self {
        Samples {
            accepted: Vec::new(),
            rejected: Vec::new(),
            lengths: (Vec::new(), Vec::new()),
            regex: None,
        }
    }

    /// Adds values that are accepted.
    #[must_use]
    pub fn accepting<P: Into<Param>>(mut self, values: impl IntoIterator<Item = P>) -> Self {
        self.accepted.extend(values.into_iter().map(Into::into));
        self
    }

    /// Adds values that are rejected.
    #[must_use]
    pub fn rejecting<P: Into<Param>>(mut self, values: impl IntoIterator<Item = P>) -> Self {
        self.rejected.extend(values.into_iter().map(Into::into));
        self
    }

    /// Adds lengths, which are accepted and rejected, whatever is counted.
    #[must_use]
    pub fn measuring(
        mut self,
        accepted: impl IntoIterator<Item = usize>,
        rejected: impl IntoIterator<Item = usize>,
    ) -> Self {
        self.lengths.0.extend(accepted);
        self.lengths.1.extend(rejected);
        self
    }

    /// Sets a regular expression, of the language of the `regex` crate, of which most matches are accepted.
    #[must_use]
    pub fn matching(mut self, regex: impl Into<Cow<'static, str>>) -> Self {
        self.regex = Some(regex.into());
        self
    }

    /// Texts, told apart by what the rule says of them.
    #[must_use]
    pub fn told<P: AsRef<str> + Into<Param>>(
        texts: impl IntoIterator<Item = P>,
        accepts: impl Fn(&str) -> bool,
    ) -> Self {
        let (accepted, rejected): (Vec<P>, Vec<P>) =
            texts.into_iter().partition(|text| accepts(text.as_ref()));
        Samples::new().accepting(accepted).rejecting(rejected)
    }

    /// Texts of many sorts, told apart by what the rule says of them: for rules on characters.
    pub(super) fn sorted(accepts: impl Fn(&str) -> bool) -> Self {
        Samples::told(SORTS, accepts)
    }

    /// The values that are accepted.
    #[must_use]
    pub fn accepted(&self) -> &[Param] {
        &self.accepted
    }

    /// The values that are rejected.
    #[must_use]
    pub fn rejected(&self) -> &[Param] {
        &self.rejected
    }

    /// The lengths that are accepted, and those that are rejected.
    #[must_use]
    pub fn lengths(&self) -> (&[usize], &[usize]) {
        (&self.lengths.0, &self.lengths.1)
    }

    /// The regular expression.
    #[must_use]
    pub fn regex(&self) -> Option<&str> {
        self.regex.as_deref()
    }
}

/// Texts that rules on characters tell apart. Each differs from a harmless one in a single respect.
const SORTS: [&str; 28] = [
    "abc",
    "ABC",
    "123",
    "a1",
    "a",
    "A",
    "0",
    "",
    "~",
    "-",
    "a b",
    "\u{e9}",
    "\u{c9}",
    "\u{65e5}\u{672c}",
    "\u{1f600}",
    "\u{df}",
    " ",
    " a",
    "a ",
    "a\nb",
    "a\tb",
    "a\u{2028}b",
    "a\u{7f}b",
    "a\u{0}b",
    "a\u{85}b",
    "a\u{200b}b",
    "\u{200b}",
    "e\u{301}",
];

/// The text with characters that are not taken replaced by harmless ones, so that it keeps its length.
pub(super) fn replaced(value: Param, takes: impl Fn(char) -> bool) -> Param {
    match value {
        Param::Text(text) if !text.chars().all(&takes) => {
            let harmless = |char: char| if takes(char) { char } else { 'a' };
            Param::Text(text.chars().map(harmless).collect::<String>().into())
        }
        other => other,
    }
}

/// The text changed by a function; another value as it is.
pub(super) fn changed(value: Param, change: impl FnOnce(&str) -> String) -> Param {
    match value {
        Param::Text(text) => Param::Text(change(&text).into()),
        other => other,
    }
}
