//! Problem details for HTTP APIs (RFC 9457).

use std::borrow::Cow;
use std::fmt;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::catalogue::English;
use super::fragment::fragment;
use super::status::phrase;
use super::{Catalogue, Severity, Violation, Violations};
use crate::formats;
use crate::rules::Rule;

/// A report as problem details for HTTP APIs (RFC 9457): the body of a response with the media type
/// [`MEDIA_TYPE`](Self::MEDIA_TYPE), written by any serializer of serde's.
///
/// | member | is | RFC 9457 |
/// |---|---|---|
/// | `type` | a URI reference for the kind of problem; `about:blank` at first, which says no more than the status does | 3.1.1, 4.2.1 |
/// | `title` | what that kind is called; of `about:blank` the phrase of the status | 3.1.3, 4.2.1 |
/// | `status` | the status code, for those who see the body alone | 3.1.2 |
/// | `detail` | what happened this time, if it was set | 3.1.4 |
/// | `instance` | a URI reference for this one occurrence, if it was set | 3.1.5 |
/// | `errors` | an entry for each violation that is an error, as in the example of section 3 | 3.2 |
/// | `warnings` | the same for each that is a warning, if there is one: they have rejected nothing | 3.2 |
/// | `truncated` | how many violations more were found than the report holds | 3.2 |
///
/// An entry has `detail` (the message), `pointer` (a JSON Pointer as a URI fragment, RFC 6901, section 6), `code`, and, if
/// there are any, `params`, the place as `span`, `line` and `column`, and the [`value`](Violation::value) of a field that
/// is revealed.
///
/// The status is 400 if the text is not JSON, 413 if it is longer than allowed, and 422 otherwise. The response has to be
/// sent with the same one: [`status`](Self::status) tells it.
///
/// ```
/// use contracts_runtime::{Problem, Violation, Violations};
///
/// let report = Violations::one(Violation::new("taken", "is already taken").at("/e-mail"));
/// let problem = Problem::of(&report);
/// assert_eq!((problem.status(), Problem::MEDIA_TYPE), (422, "application/problem+json"));
/// assert_eq!(
///     serde_json::to_string(&problem)?,
///     concat!(
///         r#"{"type":"about:blank","title":"Unprocessable Content","status":422,"#,
///         r##""errors":[{"detail":"is already taken","pointer":"#/e-mail","code":"taken"}],"truncated":0}"##,
///     ),
/// );
///
/// let problem = Problem::of(&report).with_status(409)?.with_instance("/signups/7")?;
/// assert_eq!(serde_json::to_value(&problem)?["title"], "Conflict");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct Problem<'a> {
    violations: &'a Violations,
    status: u16,
    kind: Cow<'a, str>,
    title: Option<Cow<'a, str>>,
    detail: Option<Cow<'a, str>>,
    instance: Option<Cow<'a, str>>,
    catalogue: &'a dyn Catalogue,
    places: Told,
    params: Told,
    values: Told,
}

/// Whether something is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Yes,
    No,
}

/// What can't be a member of problem details.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidProblem {
    member: &'static str,
    value: String,
    expected: &'static str,
}

/// The type that says no more than the status does (RFC 9457, section 4.2.1).
const BLANK: &str = "about:blank";

impl<'a> Problem<'a> {
    /// The media type of problem details in JSON (RFC 9457, section 3).
    pub const MEDIA_TYPE: &'static str = "application/problem+json";

    /// The problem that a report tells of.
    ///
    /// A report of warnings alone rejects nothing; as a problem it has no `errors`.
    #[must_use]
    pub fn of(violations: &'a Violations) -> Self {
        let has = |code: &str| {
            let mut errors = violations
                .iter()
                .filter(|violation| violation.severity() == Severity::Error);
            errors.any(|violation| violation.code() == code)
        };
        let status = if has("limit.bytes") {
            413
        } else if has("syntax") {
            400
        } else {
            422
        };
        Problem {
            violations,
            status,
            kind: Cow::Borrowed(BLANK),
            title: None,
            detail: None,
            instance: None,
            catalogue: &English,
            places: Told::Yes,
            params: Told::Yes,
            values: Told::Yes,
        }
    }

    /// Sets the status code (RFC 9110, section 15).
    ///
    /// # Errors
    ///
    /// If it is none for an error: below 400 or above 599.
    ///
    /// ```
    /// use contracts_runtime::{Problem, Violation, Violations};
    ///
    /// let report = Violations::one(Violation::from("is wrong"));
    /// assert_eq!(Problem::of(&report).with_status(409)?.title(), Some("Conflict"));
    /// let error = Problem::of(&report).with_status(200).unwrap_err();
    /// assert_eq!(error.member(), "status");
    /// # Ok::<(), contracts_runtime::InvalidProblem>(())
    /// ```
    pub fn with_status(self, status: u16) -> Result<Self, InvalidProblem> {
        if (400..=599).contains(&status) {
            return Ok(Problem { status, ..self });
        }
        Err(InvalidProblem {
            member: "status",
            value: status.to_string(),
            expected: "a status code of an error, from 400 to 599",
        })
    }

    /// Sets the kind of problem, by a URI reference (RFC 3986), and what it is called. Clients go by the former; an
    /// absolute URI means the same wherever the response is read.
    ///
    /// # Errors
    ///
    /// If `kind` is no URI reference, or empty.
    ///
    /// ```
    /// use contracts_runtime::{Problem, Violation, Violations};
    ///
    /// let report = Violations::one(Violation::from("is wrong"));
    /// let problem = Problem::of(&report).with_type("https://example.com/problems/order", "Not an order")?;
    /// assert_eq!(serde_json::to_value(&problem)?["title"], "Not an order");
    ///
    /// let error = Problem::of(&report).with_type("not a URI", "Not an order").unwrap_err();
    /// assert_eq!(error.to_string(), "the type \"not a URI\" of a problem must be a URI reference");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_type(
        self,
        kind: impl Into<Cow<'a, str>>,
        title: impl Into<Cow<'a, str>>,
    ) -> Result<Self, InvalidProblem> {
        Ok(Problem {
            kind: reference("type", kind.into())?,
            title: Some(title.into()),
            ..self
        })
    }

    /// Sets what happened this time, for people.
    #[must_use]
    pub fn with_detail(self, detail: impl Into<Cow<'a, str>>) -> Self {
        Problem {
            detail: Some(detail.into()),
            ..self
        }
    }

    /// Sets the URI reference (RFC 3986) of this one occurrence.
    ///
    /// # Errors
    ///
    /// If it is no URI reference, or empty.
    ///
    /// ```
    /// use contracts_runtime::{Problem, Violation, Violations};
    ///
    /// let report = Violations::one(Violation::from("is wrong"));
    /// let problem = Problem::of(&report).with_instance("/signups/7")?.with_detail("the signup was not taken");
    /// let data = serde_json::to_value(&problem)?;
    /// assert_eq!((&data["instance"], &data["detail"]), (&"/signups/7".into(), &"the signup was not taken".into()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn with_instance(self, instance: impl Into<Cow<'a, str>>) -> Result<Self, InvalidProblem> {
        Ok(Problem {
            instance: Some(reference("instance", instance.into())?),
            ..self
        })
    }

    /// Takes messages from this catalogue. The title stays as it is.
    ///
    /// ```
    /// use contracts_runtime::{Problem, Templates, Violation, Violations};
    ///
    /// let german = Templates::new([("taken", "ist schon vergeben")])?;
    /// let report = Violations::one(Violation::new("taken", "is already taken"));
    /// let problem = serde_json::to_value(Problem::of(&report).in_language(&german))?;
    /// assert_eq!(problem["errors"][0]["detail"], "ist schon vergeben");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn in_language(self, catalogue: &'a dyn Catalogue) -> Self {
        Problem { catalogue, ..self }
    }

    /// Leaves out `span`, `line` and `column`.
    ///
    /// ```
    /// use contracts_runtime::{Problem, Violation, Violations};
    ///
    /// let late = Violation::new("taken", "is taken").at("/name").with("by", 3);
    /// let report = Violations::one(late).locate(r#"{"name":"ada"}"#);
    /// let problem = Problem::of(&report).without_places().without_params().without_values();
    /// let entry = serde_json::json!({"detail": "is taken", "pointer": "#/name", "code": "taken"});
    /// assert_eq!(serde_json::to_value(&problem)?["errors"][0], entry);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn without_places(self) -> Self {
        Problem {
            places: Told::No,
            ..self
        }
    }

    /// Leaves out `params`. Messages have most of them in words.
    #[must_use]
    pub fn without_params(self) -> Self {
        Problem {
            params: Told::No,
            ..self
        }
    }

    /// Leaves out `value`, which only fields with `reveal` have.
    #[must_use]
    pub fn without_values(self) -> Self {
        Problem {
            values: Told::No,
            ..self
        }
    }

    /// The status code, for the response.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The title: the one that was set, or the phrase of the status; `None` if that has none.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref().or_else(|| phrase(self.status))
    }

    fn entries(&self, severity: Severity) -> Vec<Entry<'_>> {
        let violations = self
            .violations
            .iter()
            .filter(|violation| violation.severity() == severity);
        violations
            .map(|violation| Entry {
                violation,
                problem: self,
            })
            .collect()
    }
}

impl fmt::Debug for Problem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problem")
            .field("type", &self.kind)
            .field("title", &self.title())
            .field("status", &self.status)
            .field("detail", &self.detail)
            .field("instance", &self.instance)
            .field("violations", &self.violations)
            .finish_non_exhaustive()
    }
}

impl Serialize for Problem<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let errors = self.entries(Severity::Error);
        let warnings = self.entries(Severity::Warn);
        let optional = [
            ("title", self.title()),
            ("detail", self.detail.as_deref()),
            ("instance", self.instance.as_deref()),
        ];
        let there = optional.iter().filter(|(_, value)| value.is_some()).count();
        let mut map = serializer.serialize_map(Some(4 + there + usize::from(!warnings.is_empty())))?;
        let [title, detail, instance] = optional;
        map.serialize_entry("type", &self.kind)?;
        if let (name, Some(title)) = title {
            map.serialize_entry(name, title)?;
        }
        map.serialize_entry("status", &self.status)?;
        for (name, value) in [detail, instance] {
            if let Some(value) = value {
                map.serialize_entry(name, value)?;
            }
        }
        map.serialize_entry("errors", &errors)?;
        if !warnings.is_empty() {
            map.serialize_entry("warnings", &warnings)?;
        }
        map.serialize_entry("truncated", &self.violations.truncated())?;
        map.end()
    }
}

/// A violation in problem details.
struct Entry<'a> {
    violation: &'a Violation,
    problem: &'a Problem<'a>,
}

impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Entry { violation, problem } = self;
        let params = violation.params();
        let params = (problem.params == Told::Yes && !params.is_empty()).then_some(params);
        let place = violation.0.place.as_ref().filter(|_| problem.places == Told::Yes);
        let value = violation.value().filter(|_| problem.values == Told::Yes);
        let there = usize::from(params.is_some()) + 3 * usize::from(place.is_some());
        let mut map = serializer.serialize_map(Some(3 + there + usize::from(value.is_some())))?;
        map.serialize_entry("detail", &violation.message_in(problem.catalogue))?;
        map.serialize_entry("pointer", &fragment(violation.pointer()))?;
        map.serialize_entry("code", violation.code())?;
        if let Some(params) = params {
            map.serialize_entry("params", params)?;
        }
        if let Some(place) = place {
            map.serialize_entry("span", &[place.span.start, place.span.end])?;
            map.serialize_entry("line", &place.line)?;
            map.serialize_entry("column", &place.column)?;
        }
        if let Some(value) = value {
            map.serialize_entry("value", value)?;
        }
        map.end()
    }
}

fn reference<'a>(member: &'static str, value: Cow<'a, str>) -> Result<Cow<'a, str>, InvalidProblem> {
    if !value.is_empty() && formats::constructors::uri_reference().accepts(&*value) {
        return Ok(value);
    }
    Err(InvalidProblem {
        member,
        value: value.into_owned(),
        expected: "a URI reference",
    })
}

impl InvalidProblem {
    /// The member that it was for: `status`, `type` or `instance`.
    #[must_use]
    pub fn member(&self) -> &'static str {
        self.member
    }
}

impl fmt::Display for InvalidProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let InvalidProblem {
            member,
            value,
            expected,
        } = self;
        write!(f, "the {member} {value:?} of a problem must be {expected}")
    }
}

impl std::error::Error for InvalidProblem {}
