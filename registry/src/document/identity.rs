//! What a document says of itself: where it belongs, and what it asks of texts.

use contracts_runtime::private::nearest;
use contracts_runtime::schema::KEYWORD;
use contracts_runtime::{Limits, Zone};
use serde_json::{Map, Value};

use super::unjudged::UNSAID;

/// What a document is called, and where it belongs.
#[derive(Debug, Clone)]
pub(super) struct Identity {
    pub(super) module: String,
    pub(super) name: String,
    pub(super) version: String,
    pub(super) zone: Zone,
    pub(super) limits: Limits,
}

/// What is wrong, at a pointer.
pub(super) type Flaw = (String, String);

/// The longest that a module, a name or a version may be, in bytes.
const LONGEST: usize = 256;

/// The members of our keyword that say something to a registry, wherever it stands; others are [`UNSAID`].
const SAID: &[&str] = &[
    "alias_of", "limits", "metadata", "module", "name", "secret", "version", "zone",
];

/// Those that may stand at the root by themselves: `x-zone`.
const SHORT: &[&str] = &["module", "name", "version", "zone"];

/// Reads what the root says.
pub(super) fn read(root: &Map<String, Value>, flaws: &mut Vec<Flaw>) -> Option<Identity> {
    let mut reading = Reading { root, flaws };
    let module = reading.text("module", is_module, "a path such as `shop::orders`");
    let name = reading.name();
    let version = reading.version();
    let zone = reading.zone();
    let limits = reading.limits();
    Some(Identity {
        module: module?,
        name: name?,
        version: version?,
        zone: zone?,
        limits: limits?,
    })
}

/// What is wrong with our keyword at a schema.
pub(super) fn check(schema: &Map<String, Value>, pointer: &str, flaws: &mut Vec<Flaw>) {
    let Some(ours) = schema.get(KEYWORD) else {
        return;
    };
    let Some(ours) = ours.as_object() else {
        flaws.push((format!("{pointer}/{KEYWORD}"), "must be an object".to_owned()));
        return;
    };
    for (name, value) in ours {
        let at = format!("{pointer}/{KEYWORD}/{}", super::escaped(name));
        let mut members = SAID.iter().chain(UNSAID).copied();
        if !members.clone().any(|member| member == name) {
            let message = match nearest(name, &mut members) {
                Some(near) => format!("is no member of `{KEYWORD}`; did you mean `{near}`?"),
                None => {
                    format!("is no member of `{KEYWORD}`; what is your own belongs below another keyword")
                }
            };
            flaws.push((at, message));
        } else if name == "secret" && !value.is_boolean() {
            flaws.push((at, "must be true or false".to_owned()));
        }
    }
}

struct Reading<'d> {
    root: &'d Map<String, Value>,
    flaws: &'d mut Vec<Flaw>,
}

impl<'d> Reading<'d> {
    /// A member of our keyword, or the short form of it, with its pointer.
    fn member(&mut self, name: &str) -> Option<(String, &'d Value)> {
        let root = self.root;
        let long = root.get(KEYWORD).and_then(|ours| ours.get(name));
        let key = format!("x-{name}");
        let short = root.get(&key).filter(|_| SHORT.contains(&name));
        match (long, short) {
            (Some(long), Some(short)) if long != short => {
                let message = format!("is not what `{name}` of `{KEYWORD}` says; write one of them");
                self.flaws.push((format!("/{key}"), message));
                Some((format!("/{KEYWORD}/{name}"), long))
            }
            (Some(long), _) => Some((format!("/{KEYWORD}/{name}"), long)),
            (None, Some(short)) => Some((format!("/{key}"), short)),
            (None, None) => None,
        }
    }

    fn missing(&mut self, name: &str, what: &str) {
        let message = format!("has no `{name}`; write {what} as `{name}` of `{KEYWORD}`, or as `x-{name}`");
        self.flaws.push((String::new(), message));
    }

    fn text(&mut self, name: &str, fits: fn(&str) -> bool, what: &str) -> Option<String> {
        let Some((pointer, value)) = self.member(name) else {
            self.missing(name, what);
            return None;
        };
        match value {
            Value::String(text) if fits(text) => Some(text.clone()),
            _ => {
                self.flaws.push((pointer, format!("must be {what}")));
                None
            }
        }
    }

    /// The name. The export of a contract has it as its title.
    fn name(&mut self) -> Option<String> {
        const WHAT: &str = "a name such as `order`";
        let title = self.root.get("title").and_then(Value::as_str);
        match (self.member("name"), title) {
            (None, Some(title)) if is_name(title) => Some(title.to_owned()),
            _ => self.text("name", is_name, WHAT),
        }
    }

    fn version(&mut self) -> Option<String> {
        match self.member("version") {
            None => Some(String::new()),
            Some(_) => self.text("version", is_version, "a version such as \"1.2\", as text"),
        }
    }

    fn zone(&mut self) -> Option<Zone> {
        const WHAT: &str = "`external`, `strategic`, `coupling` or `core`";
        let Some((pointer, value)) = self.member("zone") else {
            self.missing("zone", WHAT);
            return None;
        };
        let Some(said) = value.as_str() else {
            self.flaws.push((pointer, format!("must be {WHAT}")));
            return None;
        };
        let known = Zone::ALL.into_iter().find(|zone| zone.as_str() == said);
        if known.is_none() {
            let shown = said.escape_debug();
            let message = match nearest(said, Zone::ALL.map(Zone::as_str)) {
                Some(near) => format!("`{shown}` is no zone; did you mean `{near}`?"),
                None => format!("`{shown}` is no zone; write {WHAT}"),
            };
            self.flaws.push((pointer, message));
        }
        known
    }

    fn limits(&mut self) -> Option<Limits> {
        let mut limits = Limits::NONE;
        let Some((pointer, value)) = self.member("limits") else {
            return Some(limits);
        };
        let Some(members) = value.as_object() else {
            self.flaws.push((pointer, "must be an object".to_owned()));
            return None;
        };
        let mut sound = true;
        for (name, value) in members {
            let at = format!("{pointer}/{}", super::escaped(name));
            let limit = match name.as_str() {
                "max_bytes" => &mut limits.max_bytes,
                "max_depth" => &mut limits.max_depth,
                "max_violations" => &mut limits.max_violations,
                _ => {
                    let message = "is no limit; there are `max_bytes`, `max_depth` and `max_violations`";
                    self.flaws.push((at, message.to_owned()));
                    sound = false;
                    continue;
                }
            };
            *limit = value.as_u64().and_then(|limit| usize::try_from(limit).ok());
            if limit.is_none() {
                self.flaws
                    .push((at, "must be an integer that is not negative".to_owned()));
                sound = false;
            }
        }
        sound.then_some(limits)
    }
}

/// Names with `::` between them.
fn is_module(text: &str) -> bool {
    text.len() <= LONGEST && text.split("::").all(is_identifier)
}

fn is_identifier(text: &str) -> bool {
    let text = text.strip_prefix("r#").unwrap_or(text);
    text.starts_with(|char: char| char.is_alphabetic() || char == '_')
        && text.chars().all(|char| char.is_alphanumeric() || char == '_')
}

/// Letters, digits, `_`, `-` and `.`, a letter or `_` first.
fn is_name(text: &str) -> bool {
    text.len() <= LONGEST
        && text.starts_with(|char: char| char.is_alphabetic() || char == '_')
        && text
            .chars()
            .all(|char| char.is_alphanumeric() || matches!(char, '_' | '-' | '.'))
}

/// Printable ASCII without spaces.
fn is_version(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}
