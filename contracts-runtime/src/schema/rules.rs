//! Rules and checks: as keywords where JSON Schema can say them, else as what it can't say.

use super::tree::{Node, Object};
use crate::descriptor::Checks;
use crate::rules::RuleInfo;
use crate::shape::Kind;
use crate::violation::{Param, Severity};

/// What the text of a rule's keywords is held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// The value itself.
    Value,
    /// What an object has as a key: numbers are text there.
    Key,
    /// What is made of the value later, so that nothing can be said of the value itself.
    Built,
}

/// Adds rules and checks to the schema of values of this kind.
pub(super) fn apply(schema: &mut Object, kind: Kind, checks: &Checks, target: Target) {
    let kind = within(kind);
    // Of what is changed before its rules see it, nothing can be said in the words of the document.
    let target = match checks.sanitized() {
        [] => target,
        functions => {
            schema.note("sanitize", functions.to_vec());
            Target::Built
        }
    };
    let mut unsaid = Vec::new();
    for rule in checks.rules() {
        let keywords = keywords(*rule, kind, target);
        let whole = keywords.iter().all(Keyword::is_said) && !keywords.is_empty();
        for keyword in keywords {
            if let Some(value) = keyword.value {
                schema.join(keyword.name, value);
            }
        }
        if !whole || !is_plain(*rule) {
            unsaid.push(describe(*rule));
        }
    }
    if !unsaid.is_empty() {
        schema.note("rules", unsaid);
    }
    if !checks.custom().is_empty() {
        schema.note("checks", checks.custom().to_vec());
    }
}

/// All rules and checks, and those of what the value holds, of which the schema says nothing.
pub(super) fn unsaid(schema: &mut Object, checks: &Checks) {
    apply(schema, Kind::Foreign, checks, Target::Built);
    for (name, part) in [
        ("each", checks.each()),
        ("keys", checks.keys()),
        ("values", checks.values()),
    ] {
        if let Some(part) = part {
            let mut inner = Object::new();
            unsaid(&mut inner, part);
            if let Some(notes) = inner.get(super::KEYWORD) {
                schema.note(name, notes.clone());
            }
        }
    }
}

/// The kind of the value that rules see.
pub(super) fn within(mut kind: Kind) -> Kind {
    while let Kind::Optional(inner) = kind {
        kind = *inner;
    }
    kind
}

/// A keyword, with its value if that says what the rule does.
struct Keyword {
    name: &'static str,
    value: Option<Node>,
}

impl Keyword {
    fn is_said(&self) -> bool {
        self.value.is_some()
    }
}

fn keywords(rule: &dyn RuleInfo, kind: Kind, target: Target) -> Vec<Keyword> {
    let judged = match target {
        Target::Value => !matches!(kind, Kind::Foreign),
        // Keys are text in a document, whatever they are for the program.
        Target::Key => matches!(kind, Kind::Text { .. } | Kind::Char),
        Target::Built => false,
    };
    if !judged || rule.severity() != Severity::Error || rule.condition().is_some() {
        return Vec::new();
    }
    let keywords = rule.keywords(kind).into_iter().map(|(name, value)| Keyword {
        name,
        value: fits(name, &value, kind).then(|| Node::from(&value)),
    });
    keywords.collect()
}

/// Whether the keyword says of the text of a document what the rule says of the value.
fn fits(name: &str, value: &Param, kind: Kind) -> bool {
    let number =
        matches!(value, Param::Integer(_)) || matches!(value, Param::Float(value) if value.is_finite());
    match name {
        "minimum" | "exclusiveMinimum" | "maximum" | "exclusiveMaximum" => number,
        "multipleOf" => number && matches!(kind, Kind::Integer { .. } | Kind::Number),
        // What stands twice counts once.
        "maxItems" => !matches!(kind, Kind::Set(_)),
        "minItems" => number && (!matches!(kind, Kind::Set(_)) || *value == Param::Integer(1)),
        "maxProperties" => matches!(kind, Kind::Map { keys, .. } if has_one_spelling(*keys)),
        "minProperties" => {
            *value == Param::Integer(1) || matches!(kind, Kind::Map { keys, .. } if has_one_spelling(*keys))
        }
        _ => true,
    }
}

/// Whether each key can be written in one way only, so that as many members as there are, are as many entries.
fn has_one_spelling(kind: Kind) -> bool {
    match within(kind) {
        Kind::Text { format: None } | Kind::Char | Kind::Bool => true,
        // An `i128` may be written as -0.
        Kind::Integer { bits, .. } => bits < 128,
        Kind::Contract(of) => match of().body() {
            crate::descriptor::Body::Newtype(field) => !field.is_opaque() && has_one_spelling(field.kind()),
            _ => false,
        },
        _ => false,
    }
}

/// Whether there is nothing to say of the rule beside its keywords. A format with options has a keyword that says less.
pub(super) fn is_plain(rule: &dyn RuleInfo) -> bool {
    let optional = crate::formats::ALL.contains(&rule.code()) && !rule.params().is_empty();
    !optional && !rule.is_adjusted()
}

/// What a rule is, as data.
pub(super) fn describe(rule: &dyn RuleInfo) -> Object {
    let mut described = Object::new().with("code", rule.code());
    described.push_filled("params", Object::from(&rule.params()));
    if rule.severity() == Severity::Warn {
        described.push("severity", "warn");
    }
    if let Some(condition) = rule.condition() {
        described.push("when", condition);
    }
    if let Some(wording) = rule.wording() {
        described.push("message", wording);
    }
    described
}
