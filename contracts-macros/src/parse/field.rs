//! `#[field(...)]`: structural words and uses of rules.

use proc_macro2::Span;
use syn::parse::ParseStream;
use syn::{Attribute, Expr, Ident, LitStr, Path, Token, parenthesized};

use super::across::{self, AcrossUse};
use super::recover;
use super::rule::{RuleUse, value};
use crate::diagnostics::{Diagnostics, nearest};

/// Every structural word of a field.
pub(crate) const WORDS: &[&str] = &[
    "any", "check", "default", "dive", "each", "format", "inner", "keys", "nested", "not_null", "nullable",
    "rename", "required", "reveal", "sanitize", "secret", "values",
];

/// Structural words with a value that are long enough to know them by, misspelt.
const VALUED: &[&str] = &["default", "format", "rename", "sanitize"];

/// Words that are kept for what is to come, so that no rule takes them.
const RESERVED: &[&str] = &["skip"];

/// Arguments of rules, which are no words of their own.
const MISPLACED: &[&str] = &["code", "message", "severity", "unit", "when"];

/// What `#[field(...)]` says, word by word.
pub(crate) enum Word {
    Required(Span),
    Nullable(Span),
    NotNull(Span),
    Default(Span, Option<Box<Expr>>),
    Nested(Span),
    Secret(Span),
    Reveal(Span),
    Any(Span),
    Rename(Span, LitStr),
    Check(Path),
    Sanitize(Span, Vec<Path>),
    Each(Span, Vec<Word>),
    Keys(Span, Vec<Word>),
    Values(Span, Vec<Word>),
    Across(Box<AcrossUse>),
    Rule(Box<RuleUse>),
}

impl Word {
    /// The word and its place, for words that may stand once.
    pub(crate) fn once(&self) -> Option<(&'static str, Span)> {
        Some(match self {
            Word::Required(span) => ("required", *span),
            Word::Nullable(span) => ("nullable", *span),
            Word::NotNull(span) => ("not_null", *span),
            Word::Default(span, _) => ("default", *span),
            Word::Nested(span) => ("nested", *span),
            Word::Secret(span) => ("secret", *span),
            Word::Reveal(span) => ("reveal", *span),
            Word::Any(span) => ("any", *span),
            Word::Rename(span, _) => ("rename", *span),
            Word::Sanitize(span, _) => ("sanitize", *span),
            Word::Each(span, _) => ("each", *span),
            Word::Keys(span, _) => ("keys", *span),
            Word::Values(span, _) => ("values", *span),
            Word::Check(_) | Word::Across(_) | Word::Rule(_) => return None,
        })
    }
}

/// The words of a field.
pub(crate) fn parse(attributes: &[Attribute], diagnostics: &mut Diagnostics) -> Vec<Word> {
    let mut nested = Diagnostics::default();
    let words = super::words(attributes, "field", diagnostics, |input| word(input, &mut nested));
    diagnostics.absorb(nested);
    words
}

fn word(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Word> {
    let name = match input.cursor().ident() {
        Some((name, rest)) if rest.punct().is_none_or(|(punct, _)| punct.as_char() != ':') => name,
        _ => return rule(input),
    };
    let span = name.span();
    let bare = |word: Word| {
        input.parse::<Ident>()?;
        if input.is_empty() || input.peek(Token![,]) {
            return Ok(word);
        }
        Err(syn::Error::new(
            input.span(),
            format_args!("`{name}` takes no value"),
        ))
    };
    if let Some(used) = across::on_field(input, &name) {
        return used.map(|used| Word::Across(Box::new(used)));
    }
    match name.to_string().as_str() {
        "required" => bare(Word::Required(span)),
        "nullable" => bare(Word::Nullable(span)),
        "not_null" => bare(Word::NotNull(span)),
        "nested" | "dive" => bare(Word::Nested(span)),
        "secret" => bare(Word::Secret(span)),
        "reveal" => bare(Word::Reveal(span)),
        "any" => bare(Word::Any(span)),
        "default" => {
            input.parse::<Ident>()?;
            if input.is_empty() || input.peek(Token![,]) {
                return Ok(Word::Default(span, None));
            }
            let equals = input
                .parse::<Token![=]>()
                .map_err(|_| misuse(span, "default", "default = value"))?;
            Ok(Word::Default(span, Some(Box::new(value(input, equals.span)?))))
        }
        "rename" => {
            input.parse::<Ident>()?;
            let written = input.parse::<Token![=]>().and_then(|_| input.parse());
            let name = written.map_err(|_| misuse(span, "rename", "rename = \"name\""))?;
            Ok(Word::Rename(span, name))
        }
        "check" => {
            input.parse::<Ident>()?;
            let written = input
                .parse::<Token![=]>()
                .and_then(|_| Path::parse_mod_style(input));
            let path = written.map_err(|_| misuse(span, "check", "check = path::to::function"))?;
            Ok(Word::Check(path))
        }
        "sanitize" => Ok(Word::Sanitize(span, sanitizers(input)?)),
        "each" | "inner" => Ok(Word::Each(span, group(input, diagnostics)?)),
        "keys" => Ok(Word::Keys(span, group(input, diagnostics)?)),
        "values" => Ok(Word::Values(span, group(input, diagnostics)?)),
        "format" => format(input),
        argument if MISPLACED.contains(&argument) && input.peek2(Token![=]) => {
            input.parse::<Ident>()?;
            let message = format!(
                "`{argument}` belongs in the parentheses of a rule: `length(1..=100, {argument} = ...)`"
            );
            Err(syn::Error::new(span, message))
        }
        group if across::ITEM.contains(&group) => {
            input.parse::<Ident>()?;
            let message = format!("`{group}` stands on the type: `#[contract({group}(field, other_field))]`");
            Err(syn::Error::new(span, message))
        }
        known if RESERVED.contains(&known) => {
            input.parse::<Ident>()?;
            Err(syn::Error::new(
                span,
                format_args!("`{known}` is not available yet"),
            ))
        }
        unknown => {
            // With a value it may be a rule of the user's own, unless it is as good as one of these.
            let known = if super::rule_like(input) { VALUED } else { WORDS };
            let known: Vec<&str> = known.iter().copied().chain(across::words()).collect();
            match nearest(unknown, &known) {
                Some(nearest) => Err(syn::Error::new(
                    span,
                    format_args!("there is no word `{unknown}`; did you mean `{nearest}`?"),
                )),
                None => rule(input),
            }
        }
    }
}

fn rule(input: ParseStream<'_>) -> syn::Result<Word> {
    if input.cursor().ident().is_none() && !input.peek(Token![::]) {
        return Err(input.error("expected a word, such as `required`, or a rule, such as `length = 1..=100`"));
    }
    input.parse().map(|rule| Word::Rule(Box::new(rule)))
}

/// `format = name` and `format(name(...))` are the rule `name` itself.
fn format(input: ParseStream<'_>) -> syn::Result<Word> {
    let name: Ident = input.parse()?;
    if input.peek(Token![=]) {
        input.parse::<Token![=]>()?;
        return rule(input);
    }
    if !input.peek(syn::token::Paren) {
        return Err(misuse(name.span(), "format", "format = name"));
    }
    let content;
    parenthesized!(content in input);
    let word = rule(&content)?;
    if content.is_empty() {
        Ok(word)
    } else {
        Err(content.error("`format` takes one format"))
    }
}

/// `sanitize(function, path::to::function)`.
fn sanitizers(input: ParseStream<'_>) -> syn::Result<Vec<Path>> {
    let form = "sanitize(trim, path::to::function)";
    let name: Ident = input.parse()?;
    if !input.peek(syn::token::Paren) {
        return Err(misuse(name.span(), "sanitize", form));
    }
    let content;
    parenthesized!(content in input);
    if content.is_empty() {
        return Err(syn::Error::new(
            name.span(),
            format_args!("`sanitize` needs functions: `{form}`"),
        ));
    }
    let mut functions = Vec::new();
    while !content.is_empty() {
        let function = Path::parse_mod_style(&content);
        functions.push(function.map_err(|error| misuse(error.span(), "sanitize", form))?);
        if content.peek(syn::token::Paren) || content.peek(Token![=]) {
            return Err(
                content.error("a function in `sanitize` takes no arguments: it gets the value, as `&mut T`")
            );
        }
        if content.is_empty() {
            break;
        }
        if !content.peek(Token![,]) {
            return Err(content.error("expected `,` between functions"));
        }
        content.parse::<Token![,]>()?;
    }
    Ok(functions)
}

/// `each(...)`, `keys(...)`, `values(...)`: words for what the field holds.
fn group(input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> syn::Result<Vec<Word>> {
    let name: Ident = input.parse()?;
    if !input.peek(syn::token::Paren) {
        return Err(misuse(
            name.span(),
            &name.to_string(),
            &format!("{name}(length = 1..=30)"),
        ));
    }
    let content;
    parenthesized!(content in input);
    if content.is_empty() {
        return Err(syn::Error::new(
            name.span(),
            format_args!("`{name}` needs rules: `{name}(length = 1..=30)`"),
        ));
    }
    let mut deeper = Diagnostics::default();
    let words = recover(&content, diagnostics, &mut |input| word(input, &mut deeper));
    diagnostics.absorb(deeper);
    Ok(words)
}

fn misuse(span: Span, word: &str, form: &str) -> syn::Error {
    syn::Error::new(span, format_args!("`{word}` is written `{form}`"))
}
