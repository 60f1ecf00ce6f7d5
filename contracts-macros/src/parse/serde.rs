//! `#[serde(...)]`: what serde's derive would read, as far as reading is concerned.

use proc_macro2::Span;
use syn::parse::ParseStream;
use syn::{Attribute, ExprPath, Ident, LitStr, Path, Token, Type, WherePredicate, parenthesized};

use super::case::{CASES, Case};
use crate::diagnostics::{Diagnostics, hint, nearest};

/// One word of a `serde` attribute.
pub(crate) enum Word {
    Rename(LitStr),
    RenameAll(Case),
    RenameAllFields(Case),
    Alias(LitStr),
    Default(Option<ExprPath>),
    Flatten(Span),
    Skip,
    Tag(LitStr),
    Content(LitStr),
    Untagged(Span),
    Transparent(Span),
    DenyUnknown(Span),
    Other,
    From(Type),
    TryFrom(Type),
    With(Path),
    Bound(Vec<WherePredicate>),
    /// A word about writing, or about messages.
    NoMatter,
}

/// Where a word may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Item,
    Variant,
    Field,
}

const ITEM: &[&str] = &[
    "bound",
    "content",
    "crate",
    "default",
    "deny_unknown_fields",
    "expecting",
    "from",
    "into",
    "rename",
    "rename_all",
    "rename_all_fields",
    "tag",
    "transparent",
    "try_from",
    "untagged",
];
const VARIANT: &[&str] = &[
    "alias",
    "borrow",
    "bound",
    "deserialize_with",
    "other",
    "rename",
    "rename_all",
    "serialize_with",
    "skip",
    "skip_deserializing",
    "skip_serializing",
    "with",
];
const FIELD: &[&str] = &[
    "alias",
    "borrow",
    "bound",
    "default",
    "deserialize_with",
    "flatten",
    "getter",
    "rename",
    "serialize_with",
    "skip",
    "skip_deserializing",
    "skip_serializing",
    "skip_serializing_if",
    "with",
];

impl Place {
    fn words(self) -> &'static [&'static str] {
        match self {
            Place::Item => ITEM,
            Place::Variant => VARIANT,
            Place::Field => FIELD,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Place::Item => "a type",
            Place::Variant => "a variant",
            Place::Field => "a field",
        }
    }
}

/// The words of the `serde` attributes.
pub(crate) fn parse(attributes: &[Attribute], place: Place, diagnostics: &mut Diagnostics) -> Vec<Word> {
    super::words(attributes, "serde", diagnostics, |input| word(input, place))
        .into_iter()
        .flatten()
        .collect()
}

fn word(input: ParseStream<'_>, place: Place) -> syn::Result<Vec<Word>> {
    let name: Ident = input.call(syn::ext::IdentExt::parse_any)?;
    let span = name.span();
    let known = name.to_string();
    if !place.words().contains(&known.as_str()) {
        let unsupported = ["remote", "variant_identifier", "field_identifier", "untagged"];
        if unsupported.contains(&known.as_str()) {
            let message = format!(
                "a contract can't be read with serde's `{known}` on {}",
                place.name()
            );
            return Err(syn::Error::new(span, message));
        }
        let message = format!(
            "serde has no word `{known}` on {}{}",
            place.name(),
            hint(&known, place.words())
        );
        return Err(syn::Error::new(span, message));
    }
    let single = |word| Ok(vec![word]);
    match known.as_str() {
        "rename" => Ok(directed(input, &name)?.map(Word::Rename).into_iter().collect()),
        "rename_all" => Ok(directed_case(input, &name)?
            .map(Word::RenameAll)
            .into_iter()
            .collect()),
        "rename_all_fields" => Ok(directed_case(input, &name)?
            .map(Word::RenameAllFields)
            .into_iter()
            .collect()),
        "alias" => single(Word::Alias(text(input, &name)?)),
        "default" => {
            let path = if input.peek(Token![=]) {
                Some(of_text(
                    &text(input, &name)?,
                    "the path of a function",
                    syn::parse::Parse::parse,
                )?)
            } else {
                None
            };
            single(Word::Default(path))
        }
        "flatten" => single(Word::Flatten(span)),
        "skip" | "skip_deserializing" => single(Word::Skip),
        "tag" => single(Word::Tag(text(input, &name)?)),
        "content" => single(Word::Content(text(input, &name)?)),
        "untagged" => single(Word::Untagged(span)),
        "transparent" => single(Word::Transparent(span)),
        "deny_unknown_fields" => single(Word::DenyUnknown(span)),
        "other" => single(Word::Other),
        "from" => single(Word::From(of_text(
            &text(input, &name)?,
            "a type",
            syn::parse::Parse::parse,
        )?)),
        "try_from" => single(Word::TryFrom(of_text(
            &text(input, &name)?,
            "a type",
            syn::parse::Parse::parse,
        )?)),
        "deserialize_with" => single(Word::With(of_text(
            &text(input, &name)?,
            "the path of a function",
            Path::parse_mod_style,
        )?)),
        "with" => {
            let mut path = of_text(
                &text(input, &name)?,
                "the path of a module",
                Path::parse_mod_style,
            )?;
            path.segments.push(Ident::new("deserialize", span).into());
            single(Word::With(path))
        }
        "bound" => Ok(directed(input, &name)?
            .map(|text| predicates(&text))
            .transpose()?
            .map(Word::Bound)
            .into_iter()
            .collect()),
        _ => {
            // Read over its value, if it has one.
            if input.peek(Token![=]) {
                input.parse::<Token![=]>()?;
                input.parse::<syn::Expr>()?;
            }
            single(Word::NoMatter)
        }
    }
}

/// `= "..."`, after `word`.
fn text(input: ParseStream<'_>, word: &Ident) -> syn::Result<LitStr> {
    let written = input.parse::<Token![=]>().and_then(|_| input.parse());
    written.map_err(|_| {
        syn::Error::new(
            word.span(),
            format_args!("`{word}` is written `{word} = \"...\"`"),
        )
    })
}

/// What stands in a text.
fn of_text<T>(text: &LitStr, what: &str, parse: fn(ParseStream<'_>) -> syn::Result<T>) -> syn::Result<T> {
    text.parse_with(parse)
        .map_err(|_| syn::Error::new(text.span(), format_args!("this is not {what}")))
}

/// `= "..."`, or `(serialize = "...", deserialize = "...")`, of which the second counts here.
fn directed(input: ParseStream<'_>, word: &Ident) -> syn::Result<Option<LitStr>> {
    if !input.peek(syn::token::Paren) {
        return text(input, word).map(Some);
    }
    let content;
    parenthesized!(content in input);
    let mut found = None;
    while !content.is_empty() {
        let direction: Ident = content.parse()?;
        let value = text(&content, &direction)?;
        if direction == "deserialize" {
            found = Some(value);
        } else if direction != "serialize" {
            let message = format!("expected `serialize` or `deserialize`, not `{direction}`");
            return Err(syn::Error::new(direction.span(), message));
        }
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    Ok(found)
}

fn directed_case(input: ParseStream<'_>, word: &Ident) -> syn::Result<Option<Case>> {
    let Some(text) = directed(input, word)? else {
        return Ok(None);
    };
    let name = text.value();
    if let Some((_, case)) = CASES.iter().find(|(known, _)| *known == name) {
        return Ok(Some(*case));
    }
    let known: Vec<&'static str> = CASES.iter().map(|(known, _)| *known).collect();
    let hint = nearest(&name, &known).map_or_else(
        || format!("; there are {}", known.join(", ")),
        |nearest| format!("; did you mean `{nearest}`?"),
    );
    Err(syn::Error::new(
        text.span(),
        format_args!("there is no case `{name}`{hint}"),
    ))
}

fn predicates(text: &LitStr) -> syn::Result<Vec<WherePredicate>> {
    text.parse_with(|input: ParseStream<'_>| {
        input
            .parse_terminated(<WherePredicate as syn::parse::Parse>::parse, Token![,])
            .map(|list| list.into_iter().collect())
    })
}
