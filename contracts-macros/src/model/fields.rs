//! Fields: from words to what they mean.

use syn::spanned::Spanned;
use syn::{Expr, Member, Type};

use super::across::OnField;
use super::checks::{self, Place};
use super::{Checks, DefaultValue, Exposure, Field, Presence, Reading};
use crate::diagnostics::Diagnostics;
use crate::parse::case::Case;
use crate::parse::field::Word;
use crate::parse::{docs, field, serde};
use crate::probe;

/// What a field takes from the item around it.
#[derive(Clone)]
pub(super) struct Around {
    pub(super) place: Place,
    pub(super) case: Option<Case>,
    /// Whether fields of open types need a word.
    pub(super) external: bool,
    /// What comes before the field's index in the names of its functions.
    pub(super) prefix: String,
    /// Whether fields have names, so that they can be flattened, renamed and absent.
    pub(super) named: bool,
}

/// Lowers the fields of a struct or variant; beside them what they say of each other.
pub(super) fn lower(
    fields: &syn::Fields,
    around: &Around,
    diagnostics: &mut Diagnostics,
) -> (Vec<Field>, Vec<OnField>) {
    let mut across = Vec::new();
    let fields = fields
        .iter()
        .enumerate()
        .map(|(index, field)| one(index, field, around, &mut across, diagnostics))
        .collect();
    (fields, across)
}

/// What serde's words say of a field.
#[derive(Default)]
struct Serde {
    rename: Option<String>,
    aliases: Vec<String>,
    default: Option<DefaultValue>,
    flatten: bool,
    skip: bool,
    with: Option<syn::Path>,
}

fn read_serde(field: &syn::Field, around: &Around, diagnostics: &mut Diagnostics) -> Serde {
    let mut said = Serde::default();
    for word in serde::parse(&field.attrs, serde::Place::Field, diagnostics) {
        match word {
            serde::Word::Rename(name) => said.rename = Some(name.value()),
            serde::Word::Alias(name) => said.aliases.push(name.value()),
            serde::Word::Default(None) => said.default = Some(DefaultValue::Trait),
            serde::Word::Default(Some(path)) => said.default = Some(DefaultValue::Path(path)),
            serde::Word::Flatten(span) if !around.named => {
                diagnostics.at(span, "only a field with a name can be flattened");
            }
            serde::Word::Flatten(_) => said.flatten = true,
            serde::Word::Skip => said.skip = true,
            serde::Word::With(path) => said.with = Some(path),
            _ => {}
        }
    }
    said
}

fn one(
    index: usize,
    field: &syn::Field,
    around: &Around,
    across: &mut Vec<OnField>,
    diagnostics: &mut Diagnostics,
) -> Field {
    let said = read_serde(field, around, diagnostics);
    let words = field::parse(&field.attrs, diagnostics);
    let wordless = !field
        .attrs
        .iter()
        .any(|attribute| attribute.path().is_ident("field"));
    let spans: Vec<(&'static str, proc_macro2::Span)> = words.iter().filter_map(Word::once).collect();
    let span = field
        .ident
        .as_ref()
        .map_or_else(|| field.ty.span(), syn::Ident::span);
    let (mut checks, structural) = checks::lower(words, (around.place, span), diagnostics);
    conflicts(&spans, &checks, diagnostics);
    if !probe::judge_parts(&field.ty, &checks, diagnostics) {
        (checks.each, checks.keys, checks.values) = (None, None, None);
    }

    let mut rename = said.rename;
    let mut default = said.default;
    let mut tested_default = false;
    let read = match (said.skip, said.flatten, said.with) {
        (true, _, _) => Reading::Skip,
        (false, true, _) => Reading::Flatten,
        (false, false, Some(path)) => Reading::With(path),
        (false, false, None) => Reading::Plain,
    };
    let mut exposure = Exposure::Plain;
    for word in structural {
        match word {
            Word::Rename(span, _) if rename.is_some() => {
                diagnostics.at(
                    span,
                    "serde's `rename` has named this field already: one of the two has to go",
                );
            }
            Word::Rename(_, name) => rename = Some(name.value()),
            Word::Default(span, _) if default.is_some() => {
                diagnostics.at(
                    span,
                    "serde's `default` is there already: one of the two has to go",
                );
            }
            Word::Default(_, None) => default = Some(DefaultValue::Trait),
            Word::Default(_, Some(value)) => {
                tested_default = is_literal(&value) && !checks.is_empty();
                default = Some(DefaultValue::Expr(value));
            }
            Word::Secret(_) => exposure = Exposure::Secret,
            // Beside `secret` it is an error already.
            Word::Reveal(_) if exposure == Exposure::Secret => {}
            Word::Reveal(span) => exposure = revealed(span, &read, diagnostics),
            Word::Across(used) if around.named => across.push((index, *used)),
            Word::Across(used) => unnamed(&used.word, diagnostics),
            _ => {}
        }
    }
    if matches!(read, Reading::With(_) | Reading::Flatten)
        && (checks.each.is_some() || checks.keys.is_some() || checks.values.is_some())
    {
        diagnostics.on(
            &field.ty,
            "rules for elements need a field that is read by its type, not by `with` or `flatten`",
        );
    }
    let unread = match &read {
        Reading::Skip => Some("a field that is skipped is never read, so there is nothing to sanitize"),
        Reading::Flatten => Some(
            "a flattened field has no value of its own to sanitize: put `sanitize` on the fields of its type",
        ),
        Reading::Plain | Reading::With(_) => None,
    };
    if let (Some(message), Some(function)) = (unread, checks.sanitizer()) {
        diagnostics.on(function, message);
        checks.sanitize.clear();
    }
    let named = field.ident.as_ref().map(syn::ext::IdentExt::unraw);
    let wire = rename.unwrap_or_else(|| match &named {
        Some(name) => around
            .case
            .map_or_else(|| name.to_string(), |case| case.field(&name.to_string())),
        None => index.to_string(),
    });
    let member = match &field.ident {
        Some(ident) => Member::Named(ident.clone()),
        None => Member::Unnamed(index.into()),
    };
    Field {
        span,
        member,
        suffix: format!("{}{index}", around.prefix),
        ty: enclosed(&field.ty),
        wire,
        aliases: said.aliases,
        docs: docs(&field.attrs),
        closed: around.external && wordless && matches!(read, Reading::Plain),
        read,
        presence: presence(&spans),
        default,
        tested_default,
        checks,
        exposure,
    }
}

/// What `reveal` makes of a field that is read like this.
fn revealed(span: proc_macro2::Span, read: &Reading, diagnostics: &mut Diagnostics) -> Exposure {
    let message = match read {
        Reading::Plain | Reading::With(_) => return Exposure::Revealed,
        Reading::Skip => "a field that is skipped is never read, so there is nothing to reveal",
        Reading::Flatten => {
            "a flattened field has no value of its own to reveal: put `reveal` on the fields of its type"
        }
    };
    diagnostics.at(span, message);
    Exposure::Plain
}

/// A word across fields where they have no names.
pub(super) fn unnamed(word: &syn::Ident, diagnostics: &mut Diagnostics) {
    diagnostics.on(
        word,
        format_args!("`{word}` names other fields, and these have no names: name them, or write a `check`"),
    );
}

/// Whether a default is written out, so that its rules can be held to it.
fn is_literal(value: &Expr) -> bool {
    match value {
        Expr::Lit(_) | Expr::Macro(_) | Expr::Array(_) => true,
        Expr::Unary(unary) => is_literal(&unary.expr),
        // `"text".into()` and the like are as good as written out.
        Expr::MethodCall(call) => call.args.is_empty() && is_literal(&call.receiver),
        Expr::Call(call) => call.args.iter().all(is_literal),
        _ => false,
    }
}

fn presence(spans: &[(&'static str, proc_macro2::Span)]) -> Presence {
    let find = |name| {
        spans
            .iter()
            .find(|(word, _)| *word == name)
            .map(|(_, span)| *span)
    };
    match (find("required"), find("nullable"), find("not_null")) {
        (Some(_), Some(span), _) => Presence::RequiredNullable(span),
        (Some(_), None, _) => Presence::Required,
        (None, _, Some(span)) => Presence::NotNull(span),
        (None, Some(span), None) => Presence::Nullable(span),
        (None, None, None) => Presence::Type,
    }
}

/// Words that contradict each other.
fn conflicts(spans: &[(&'static str, proc_macro2::Span)], checks: &Checks, diagnostics: &mut Diagnostics) {
    const CONFLICTS: [(&str, &str, &str); 4] = [
        (
            "required",
            "default",
            "a field that is `required` is never absent, so its `default` is never used",
        ),
        (
            "nullable",
            "not_null",
            "`nullable` and `not_null` contradict each other",
        ),
        (
            "required",
            "not_null",
            "`required` says already that it is not null; to allow null: `required, nullable`",
        ),
        (
            "secret",
            "reveal",
            "`secret` keeps the value out of every report, `reveal` lets it in: one of the two has to go",
        ),
    ];
    let find = |name| {
        spans
            .iter()
            .find(|(word, _)| *word == name)
            .map(|(_, span)| *span)
    };
    for (one, other, message) in CONFLICTS {
        if let (Some(_), Some(span)) = (find(one), find(other)) {
            diagnostics.at(span, message);
        }
    }
    if let (Some(span), false) = (find("any"), checks.is_empty()) {
        diagnostics.at(
            span,
            "`any` says that the field is unconstrained, but it has rules",
        );
    }
}

/// A type as it may stand behind `&`: bounds that are joined by `+` go into parentheses. No contract can hold such a
/// field, which rustc says of it; what is written for it must still be Rust.
fn enclosed(ty: &Type) -> Type {
    match ty {
        Type::TraitObject(_) | Type::ImplTrait(_) => syn::parse_quote!((#ty)),
        other => other.clone(),
    }
}
