//! A catalogue of templates: text with parameters in braces.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::{self, Write as _};

use super::{Catalogue, Param, Violation};

/// A catalogue made of templates, such as `("length", "braucht mindestens {min} Zeichen")`.
///
/// `{name}` stands for the parameter of that name, `{{` and `}}` for a brace. Of several templates of a code the first
/// one counts whose parameters the violation has, all of them; if there is none, the message is English.
///
/// What stands for a parameter:
///
/// | parameter | shown as |
/// |---|---|
/// | truth value | `true`, `false` |
/// | integer | decimal digits, without separators: `-12000` |
/// | float | the shortest decimal that is read back as the same, with a point: `0.1`, `1` |
/// | text | as it is; characters that are not printable are escaped, as `\u{202e}` or `\n` |
/// | list | its elements with `, ` between them, text in quotes: `"a", "b"` |
/// | object | `name: value` with `, ` between them, text in quotes |
///
/// A template is expanded in one pass: a parameter whose text looks like a placeholder is shown as it is.
///
/// ```
/// use contracts_runtime::{Templates, Violation};
///
/// let german = Templates::new([
///     ("length", "braucht {min} bis {max} Zeichen, nicht {actual}"),
///     ("length", "braucht mindestens {min} Zeichen"),
/// ])?;
/// let short = Violation::new("length", "is too short").with("min", 8).with("note", "{min}");
/// assert_eq!(short.message_in(&german), "braucht mindestens 8 Zeichen");
///
/// let error = Templates::new([("length", "braucht {min Zeichen")]).unwrap_err();
/// assert_eq!((error.code(), error.at()), ("length", 8));
/// assert_eq!(error.to_string(), "the template for `length` at byte 8: `{` without `}`");
/// # Ok::<(), contracts_runtime::TemplateError>(())
/// ```
#[derive(Debug, Clone)]
pub struct Templates {
    by_code: HashMap<Cow<'static, str>, Vec<Template>>,
    warning: Cow<'static, str>,
    more: Option<Template>,
}

/// A template, taken apart.
#[derive(Debug, Clone)]
struct Template(Vec<Part>);

#[derive(Debug, Clone)]
enum Part {
    Text(String),
    Param(String),
}

/// Why a template is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    code: String,
    at: usize,
    reason: &'static str,
}

impl Templates {
    /// A catalogue of these templates, each with the code that it is for. Takes time in their length.
    ///
    /// # Errors
    ///
    /// The first template that is malformed: a brace without its other one, a placeholder without a name, or one whose
    /// name holds white space or a brace.
    pub fn new<C, T>(templates: impl IntoIterator<Item = (C, T)>) -> Result<Self, TemplateError>
    where
        C: Into<Cow<'static, str>>,
        T: AsRef<str>,
    {
        let mut by_code: HashMap<_, Vec<Template>> = HashMap::new();
        for (code, template) in templates {
            let code = code.into();
            let template = parsed(&code, template.as_ref())?;
            by_code.entry(code).or_default().push(template);
        }
        Ok(Templates {
            by_code,
            warning: Cow::Borrowed("warning"),
            more: None,
        })
    }

    /// Sets the word that stands before the message of a warning; `warning` at first.
    ///
    /// ```
    /// use contracts_runtime::{Severity, Templates, Violation, Violations};
    ///
    /// let german = Templates::new([("old", "ist alt")])?.with_warning("Warnung");
    /// let report = Violations::one(Violation::new("old", "is old").severe(Severity::Warn));
    /// assert_eq!(report.display_in(&german).to_string(), "Warnung: ist alt");
    /// # Ok::<(), contracts_runtime::TemplateError>(())
    /// ```
    #[must_use]
    pub fn with_warning(mut self, word: impl Into<Cow<'static, str>>) -> Self {
        self.warning = word.into();
        self
    }

    /// Sets the line that says how many more violations were found, by a template in which `{count}` is the number;
    /// `and {count} more` at first.
    ///
    /// # Errors
    ///
    /// If the template is malformed, or names something else. The code in the error is `more`.
    ///
    /// ```
    /// use contracts_runtime::{Catalogue, Templates};
    ///
    /// let german = Templates::new([("old", "ist alt")])?.with_more("und {count} weitere")?;
    /// assert_eq!(german.more(3), "und 3 weitere");
    /// # Ok::<(), contracts_runtime::TemplateError>(())
    /// ```
    pub fn with_more(mut self, template: &str) -> Result<Self, TemplateError> {
        let parsed = parsed("more", template)?;
        for part in &parsed.0 {
            match part {
                Part::Param(name) if name != "count" => {
                    return Err(TemplateError {
                        code: "more".to_owned(),
                        at: template.find(&format!("{{{name}}}")).unwrap_or(0),
                        reason: "only `{count}` is known here",
                    });
                }
                Part::Param(_) | Part::Text(_) => {}
            }
        }
        self.more = Some(parsed);
        Ok(self)
    }
}

impl Catalogue for Templates {
    fn message(&self, violation: &Violation) -> Option<String> {
        let templates = self.by_code.get(violation.code())?;
        templates
            .iter()
            .find_map(|template| template.expanded(|name| violation.params().get(name).map(shown)))
    }

    fn warning(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.warning)
    }

    fn more(&self, count: usize) -> String {
        let template = self.more.as_ref();
        let expanded = template.and_then(|template| template.expanded(|_| Some(count.to_string())));
        expanded.unwrap_or_else(|| format!("and {count} more"))
    }
}

impl Template {
    /// The text with what `value` gives for each name; `None` if it has nothing for one of them.
    fn expanded(&self, value: impl Fn(&str) -> Option<String>) -> Option<String> {
        let mut text = String::new();
        for part in &self.0 {
            match part {
                Part::Text(literal) => text.push_str(literal),
                Part::Param(name) => text.push_str(&value(name)?),
            }
        }
        Some(text)
    }
}

/// A parameter as it stands in a message.
fn shown(param: &Param) -> String {
    let mut text = String::new();
    match param {
        Param::Text(value) => {
            for char in value.chars() {
                match char {
                    // `escape_debug` is for text in quotes.
                    '"' | '\'' | '\\' => text.push(char),
                    _ => text.extend(char.escape_debug()),
                }
            }
        }
        Param::List(values) => {
            for (index, value) in values.iter().enumerate() {
                let comma = if index > 0 { ", " } else { "" };
                // Writing to a string does not fail.
                let _ = write!(text, "{comma}{value}");
            }
        }
        Param::Bool(_) | Param::Integer(_) | Param::Float(_) | Param::Object(_) => text = param.to_string(),
    }
    text
}

fn parsed(code: &str, template: &str) -> Result<Template, TemplateError> {
    let wrong = |at: usize, reason: &'static str| TemplateError {
        code: code.to_owned(),
        at,
        reason,
    };
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut rest = template;
    while let Some(char) = rest.chars().next() {
        let at = template.len() - rest.len();
        let behind = rest.get(char.len_utf8()..).unwrap_or_default();
        rest = match char {
            '{' | '}' if behind.starts_with(char) => {
                literal.push(char);
                behind.get(1..).unwrap_or_default()
            }
            '}' => return Err(wrong(at, "`}` without `{`; a brace itself is `}}`")),
            '{' => {
                let (name, behind) = behind.split_once('}').ok_or(wrong(at, "`{` without `}`"))?;
                if name.is_empty() {
                    return Err(wrong(at, "a placeholder needs a name, such as `{min}`"));
                }
                if name.contains(|char: char| char == '{' || char.is_whitespace()) {
                    return Err(wrong(at, "the name of a placeholder holds no space and no brace"));
                }
                if !literal.is_empty() {
                    parts.push(Part::Text(std::mem::take(&mut literal)));
                }
                parts.push(Part::Param(name.to_owned()));
                behind
            }
            _ => {
                literal.push(char);
                behind
            }
        };
    }
    if !literal.is_empty() {
        parts.push(Part::Text(literal));
    }
    Ok(Template(parts))
}

impl TemplateError {
    /// The code that the template is for.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The byte of the template where it is malformed, counted from 0.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }
}

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let TemplateError { code, at, reason } = self;
        write!(f, "the template for `{code}` at byte {at}: {reason}")
    }
}

impl std::error::Error for TemplateError {}
