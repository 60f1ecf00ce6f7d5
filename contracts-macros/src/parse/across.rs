//! Words across fields: on a field those that relate it to others, on the item those that group fields.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Expr, ExprLit, Ident, Lit, LitStr, Token, UnOp, parenthesized};

use super::rule::{Argument, once};

/// How the arguments of a word are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `word(other)`: this value beside the other one.
    Relation,
    /// `word(field = value)`: whether there is a value, by the value of another field.
    Condition,
    /// `word(a, b)`: whether there is a value, by whether others have one.
    Presence,
    /// `word(a, b)` on the item: how many of these have a value.
    Group,
}

/// Every word on a field: as it may be written, as it is called, and its form.
const FIELD: &[(&str, &str, Form)] = &[
    ("excluded_if", "excluded_if", Form::Condition),
    ("greater_than", "greater_than", Form::Relation),
    ("less_than", "less_than", Form::Relation),
    ("matches", "matches", Form::Relation),
    ("must_match", "matches", Form::Relation),
    ("required_if", "required_if", Form::Condition),
    ("required_unless", "required_unless", Form::Condition),
    ("required_with", "required_with", Form::Presence),
    ("required_without", "required_without", Form::Presence),
];

/// Every word on the item.
pub(crate) const ITEM: &[&str] = &["all_or_none", "at_least_one_of", "exactly_one_of"];

/// A word as it was written.
pub(crate) struct AcrossUse {
    /// What it is called, at its place.
    pub(crate) word: Ident,
    pub(crate) form: Form,
    /// The other fields; those of a group.
    pub(crate) fields: Vec<Ident>,
    /// What the field of a condition is compared with: literals and paths.
    pub(crate) values: Vec<Expr>,
    pub(crate) message: Option<LitStr>,
    pub(crate) code: Option<LitStr>,
    pub(crate) severity: Option<Ident>,
}

/// The words on a field, for those who have misspelt one.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    FIELD.iter().map(|(written, _, _)| *written)
}

/// The word on a field that comes next, if it is one of these.
pub(super) fn on_field(input: ParseStream<'_>, name: &Ident) -> Option<syn::Result<AcrossUse>> {
    let (_, word, form) = FIELD.iter().find(|(written, _, _)| name == written)?;
    Some(parse(input, Ident::new(word, name.span()), *form))
}

/// The word on the item whose name was just read, if it is one of these.
pub(super) fn on_item(input: ParseStream<'_>, name: &Ident) -> Option<syn::Result<AcrossUse>> {
    let word = ITEM.iter().find(|known| name == *known)?;
    Some(arguments(input, Ident::new(word, name.span()), Form::Group))
}

fn parse(input: ParseStream<'_>, word: Ident, form: Form) -> syn::Result<AcrossUse> {
    input.parse::<Ident>()?;
    arguments(input, word, form)
}

fn arguments(input: ParseStream<'_>, word: Ident, form: Form) -> syn::Result<AcrossUse> {
    if !input.peek(syn::token::Paren) {
        return Err(misuse(&word, form));
    }
    let content;
    parenthesized!(content in input);
    let mut used = AcrossUse {
        word,
        form,
        fields: Vec::new(),
        values: Vec::new(),
        message: None,
        code: None,
        severity: None,
    };
    if form == Form::Condition {
        // The first name is that of a field, whatever it is: also `message`.
        let field = content
            .call(Ident::parse_any)
            .map_err(|_| misuse(&used.word, form))?;
        let equals: Token![=] = content.parse().map_err(|_| misuse(&used.word, form))?;
        used.values = values(super::rule::value(&content, equals.span)?)?;
        used.fields.push(field);
        comma(&content)?;
    }
    while !content.is_empty() {
        argument(&content, &mut used)?;
        comma(&content)?;
    }
    let enough = match form {
        Form::Relation => used.fields.len() == 1,
        Form::Condition | Form::Presence | Form::Group => !used.fields.is_empty(),
    };
    if enough {
        Ok(used)
    } else {
        Err(misuse(&used.word, form))
    }
}

/// A comma, or the end.
fn comma(content: ParseStream<'_>) -> syn::Result<()> {
    if content.is_empty() {
        return Ok(());
    }
    if !content.peek(Token![,]) {
        return Err(content.error("expected `,` between arguments"));
    }
    content.parse::<Token![,]>().map(drop)
}

/// The name of a field, or an adjustment.
fn argument(content: ParseStream<'_>, used: &mut AcrossUse) -> syn::Result<()> {
    let ahead = content.fork();
    if ahead.call(Ident::parse_any).is_ok() && (ahead.is_empty() || ahead.peek(Token![,])) {
        let field = content.call(Ident::parse_any)?;
        if used.form == Form::Condition {
            let message = format!(
                "a condition reads one field, so `{field}` has no meaning here: write `{}` once for each",
                used.word
            );
            return Err(syn::Error::new(field.span(), message));
        }
        used.fields.push(field);
        return Ok(());
    }
    let start = content.span();
    match content.parse()? {
        Argument::Message(text) => once(&mut used.message, text, "message"),
        Argument::Code(text) => once(&mut used.code, text, "code"),
        Argument::Severity(severity) => once(&mut used.severity, severity, "severity"),
        Argument::When(_) => {
            let message = format!(
                "`{}` takes no `when`: what depends on more than its arguments is a `check`",
                used.word
            );
            Err(syn::Error::new(start, message))
        }
        Argument::Named(name, _) if used.form == Form::Condition => {
            let message = format!(
                "a condition reads one field, so `{name} = ...` has no meaning here: write `{}` once for each",
                used.word
            );
            Err(syn::Error::new(name.span(), message))
        }
        Argument::Value(_) | Argument::Flag(_) | Argument::Named(..) => {
            Err(syn::Error::new(start, form_of(&used.word, used.form)))
        }
    }
}

/// The values of a condition: one, or an array of them.
fn values(value: Expr) -> syn::Result<Vec<Expr>> {
    let values = match value {
        Expr::Array(array) if array.elems.is_empty() => {
            return Err(syn::Error::new_spanned(
                array,
                "no value is one of none: this condition is never met",
            ));
        }
        Expr::Array(array) => array.elems.into_iter().collect(),
        value => vec![value],
    };
    match values.iter().find(|value| !is_value(value)) {
        Some(other) => Err(syn::Error::new_spanned(
            other,
            "a condition compares with a literal, the path of a constant or variant, or an array of these",
        )),
        None => Ok(values),
    }
}

fn is_value(value: &Expr) -> bool {
    match value {
        Expr::Lit(ExprLit { lit, .. }) => matches!(
            lit,
            Lit::Str(_) | Lit::Int(_) | Lit::Float(_) | Lit::Bool(_) | Lit::Char(_)
        ),
        Expr::Path(_) => true,
        Expr::Unary(unary) => {
            let number = matches!(&*unary.expr, Expr::Lit(literal) if matches!(literal.lit, Lit::Int(_) | Lit::Float(_)));
            matches!(unary.op, UnOp::Neg(_)) && number
        }
        _ => false,
    }
}

fn misuse(word: &Ident, form: Form) -> syn::Error {
    syn::Error::new(word.span(), form_of(word, form))
}

fn form_of(word: &Ident, form: Form) -> String {
    let arguments = match form {
        Form::Relation | Form::Presence => "other_field",
        Form::Condition => "field = value",
        Form::Group => "field, other_field",
    };
    format!("`{word}` is written `{word}({arguments})`")
}

impl AcrossUse {
    pub(crate) fn span(&self) -> Span {
        self.word.span()
    }
}
