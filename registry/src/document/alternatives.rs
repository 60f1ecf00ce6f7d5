//! What to say of a value that fits none of several schemas: what is wrong by the only one that it can be meant for, or
//! by what they are told apart.

use std::collections::HashSet;

use contracts_runtime::Params;
use contracts_runtime::private::Finding;
use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind};
use serde_json::Value;

use super::findings::{Judge, telling};
use super::names::named;
use super::wording::{Types, found};

/// The errors of one of the schemas.
type Branch = Vec<ValidationError<'static>>;

pub(super) fn findings(judge: &Judge<'_>, pointer: &str, value: &Value, context: &[Branch]) -> Vec<Finding> {
    let meant: Vec<&Branch> = context
        .iter()
        .filter(|branch| !is_other(branch, pointer))
        .collect();
    match meant.as_slice() {
        [only] => told(judge, pointer, only),
        [] => vec![none(pointer, value, context)],
        several => apart(judge, pointer, value, several),
    }
}

/// What is wrong by one of them.
fn told(judge: &Judge<'_>, pointer: &str, branch: &Branch) -> Vec<Finding> {
    let errors = telling(branch).into_iter();
    errors
        .flat_map(|error| judge.findings(error))
        .map(|finding| finding.within(pointer))
        .collect()
}

/// Whether the value is none that the schema is for: of another type, or none of its values.
fn is_other(branch: &Branch, pointer: &str) -> bool {
    branch.iter().any(|error| {
        let own = error.instance_path().as_str() == pointer;
        let other = matches!(
            error.kind(),
            ValidationErrorKind::Type { .. }
                | ValidationErrorKind::Enum { .. }
                | ValidationErrorKind::Constant { .. }
                | ValidationErrorKind::FalseSchema
        );
        own && other
    })
}

/// The value is for none of them.
fn none(pointer: &str, value: &Value, context: &[Branch]) -> Finding {
    let own = |branch: &Branch| {
        branch
            .iter()
            .filter(|error| error.instance_path().as_str() == pointer)
            .find_map(|error| Reason::of(error.kind()))
    };
    let reasons: Option<Vec<Reason>> = context.iter().map(own).collect();
    let mut names = Vec::new();
    let mut types: Option<Types> = None;
    for reason in reasons.unwrap_or_default() {
        match reason {
            Reason::Names(more) => names.extend(more),
            Reason::Types(more) => types = Some(types.map_or(more.clone(), |types| types.and(&more))),
        }
    }
    match (types, value) {
        (Some(types), value) if names.is_empty() || !value.is_string() => {
            let types = match names.is_empty() {
                true => types,
                false => types.and(&Types::of(["string"])),
            };
            let params = Params::new()
                .with("expected", types.to_string())
                .with("found", found(value, types.is_integer()));
            Finding::wrong_type(pointer.to_owned(), params)
        }
        (None, _) if names.is_empty() => Finding::variant(pointer.to_owned(), Params::new()),
        _ => named(pointer.to_owned(), names, value),
    }
}

/// Why a schema is not for a value.
enum Reason {
    Types(Types),
    Names(Vec<String>),
}

impl Reason {
    fn of(kind: &ValidationErrorKind) -> Option<Self> {
        let names = |values: &[Value]| {
            let names = values.iter().map(|value| value.as_str().map(str::to_owned));
            names.collect::<Option<Vec<String>>>().map(Reason::Names)
        };
        match kind {
            ValidationErrorKind::Type { kind } => Some(Reason::Types(match kind {
                TypeKind::Single(only) => Types::of([only.as_str()]),
                TypeKind::Multiple(set) => Types::of(set.iter().map(jsonschema::JsonType::as_str)),
            })),
            ValidationErrorKind::Enum { options } => names(options.as_array()?),
            ValidationErrorKind::Constant { expected_value } => {
                names(std::slice::from_ref(expected_value.as_ref()))
            }
            _ => None,
        }
    }
}

/// Several may be meant: a member may tell them apart.
fn apart(judge: &Judge<'_>, pointer: &str, value: &Value, branches: &[&Branch]) -> Vec<Finding> {
    // A tag is a member of which some of them have only certain values.
    let errors = branches.iter().flat_map(|branch| branch.iter());
    let mut tags = errors.filter(|error| {
        let names = Reason::of(error.kind()).is_some_and(|reason| reason.is_names());
        names && is_member(error.instance_path().as_str(), pointer)
    });
    if let Some(tag) = tags.next().map(|error| error.instance_path().as_str()) {
        let mut names = Vec::new();
        let mut meant = Vec::new();
        for branch in branches {
            let error = branch.iter().find(|error| error.instance_path().as_str() == tag);
            match error.and_then(|error| Reason::of(error.kind())) {
                Some(Reason::Names(more)) => names.extend(more),
                _ => meant.push(*branch),
            }
        }
        let tagged = value.pointer(tag.get(pointer.len()..).unwrap_or_default());
        return match (meant.as_slice(), tagged) {
            ([only], _) => told(judge, pointer, only),
            ([], Some(tagged)) => vec![named(tag.to_owned(), names, tagged).within(pointer)],
            _ => vec![Finding::variant(pointer.to_owned(), Params::new())],
        };
    }
    // All of them want a member that is not there.
    let mut wanted = branches.iter().map(|branch| missing(branch, pointer));
    let mut common = wanted.next().unwrap_or_default();
    for other in wanted {
        common.retain(|name| other.contains(name));
    }
    let mut names: Vec<&str> = common.into_iter().collect();
    names.sort_unstable();
    match names.first() {
        Some(name) => vec![Finding::missing(pointer, name)],
        None => vec![Finding::variant(pointer.to_owned(), Params::new())],
    }
}

impl Reason {
    fn is_names(&self) -> bool {
        matches!(self, Reason::Names(_))
    }
}

/// Whether a pointer leads to a member of the value that another one leads to.
fn is_member(path: &str, of: &str) -> bool {
    path.strip_prefix(of)
        .and_then(|below| below.strip_prefix('/'))
        .is_some_and(|name| !name.contains('/'))
}

/// The members that a schema lacks.
fn missing<'e>(branch: &'e Branch, pointer: &str) -> HashSet<&'e str> {
    let own = branch
        .iter()
        .filter(|error| error.instance_path().as_str() == pointer);
    own.filter_map(|error| match error.kind() {
        ValidationErrorKind::Required { property } => property.as_str(),
        _ => None,
    })
    .collect()
}
