//! `#[contract(...)]`: the options of the item.

use proc_macro2::Span;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, LitInt, LitStr, Path, Token, Type, parenthesized};

use super::across::{self, AcrossUse};
use super::identity;
use crate::diagnostics::{Diagnostics, hint, nearest};

/// The zones' names.
pub(crate) const ZONES: [&str; 4] = ["external", "strategic", "coupling", "core"];

/// Every option, and the zones that have it.
const OPTIONS: &[(&str, &[&str])] = &[
    ("all_or_none", &ZONES),
    ("always", &["coupling"]),
    ("at_least_one_of", &ZONES),
    ("check", &ZONES),
    ("context", &ZONES),
    ("crate", &ZONES),
    ("exactly_one_of", &ZONES),
    ("max_bytes", &["external", "strategic"]),
    ("max_depth", &["external", "strategic"]),
    ("max_violations", &["external", "strategic"]),
    ("metadata", &ZONES),
    ("name", &ZONES),
    ("unknown_fields", &["external", "strategic"]),
    ("version", &ZONES),
    ("zone", &ZONES),
];

/// What an option says.
pub(crate) enum OptionKind {
    Across(Box<AcrossUse>),
    Always,
    Check(Path, Vec<Ident>),
    /// The type of the context, and its name in conditions.
    Context(Type, Option<Ident>),
    Crate(Path),
    MaxBytes(LitInt),
    MaxDepth(LitInt),
    MaxViolations(LitInt),
    Metadata(Vec<(LitStr, LitStr)>),
    Name(LitStr),
    DenyUnknown(bool),
    Version(LitStr),
    Zone(Ident),
}

/// An option and its place.
pub(crate) struct ItemOption {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) kind: OptionKind,
}

/// The options of an item.
pub(crate) fn parse(attributes: &[Attribute], diagnostics: &mut Diagnostics) -> Vec<ItemOption> {
    super::words(attributes, "contract", diagnostics, option)
}

/// The zones that have the option `name`.
pub(crate) fn zones_of(name: &str) -> &'static [&'static str] {
    OPTIONS
        .iter()
        .find(|(known, _)| *known == name)
        .map_or(&ZONES, |(_, zones)| zones)
}

fn option(input: ParseStream<'_>) -> syn::Result<ItemOption> {
    let name: Ident = input.call(syn::ext::IdentExt::parse_any).map_err(|error| {
        syn::Error::new(error.span(), "expected an option, such as `version = \"1.0.0\"`")
    })?;
    let span = name.span();
    if let Some(used) = across::on_item(input, &name) {
        return Ok(ItemOption {
            name: name.to_string(),
            span,
            kind: OptionKind::Across(Box::new(used?)),
        });
    }
    let kind = match name.to_string().as_str() {
        "always" => OptionKind::Always,
        "check" => check(input, span)?,
        "context" => context(input, span)?,
        "crate" => OptionKind::Crate({
            equals(input, span, "crate = path::to::perimeter")?;
            Path::parse_mod_style(input)?
        }),
        "max_bytes" => OptionKind::MaxBytes(number(input, span, "max_bytes = 65536")?),
        "max_depth" => OptionKind::MaxDepth(number(input, span, "max_depth = 16")?),
        "max_violations" => OptionKind::MaxViolations(number(input, span, "max_violations = 20")?),
        "metadata" => OptionKind::Metadata(metadata(input, span)?),
        "name" => OptionKind::Name(identity::name(text(input, span, "name = \"order\"")?)?),
        "unknown_fields" => {
            let form = "unknown_fields = deny` or `unknown_fields = ignore";
            equals(input, span, form)?;
            let word: Ident = word(input, span, form)?;
            match word.to_string().as_str() {
                "deny" => OptionKind::DenyUnknown(true),
                "ignore" => OptionKind::DenyUnknown(false),
                other => {
                    let message = format!("unknown fields can't be `{other}`: it is `deny` or `ignore`");
                    return Err(syn::Error::new(word.span(), message));
                }
            }
        }
        "version" => OptionKind::Version(identity::version(text(input, span, "version = \"1.0.0\"")?)?),
        "zone" => {
            equals(input, span, "zone = external")?;
            let zone = word(input, span, "zone = external")?;
            if !ZONES.iter().any(|known| zone == known) {
                let nearest = hint(&zone.to_string(), &ZONES);
                let message = format!(
                    "there is no zone `{zone}`: it is `external`, `strategic`, `coupling` or `core`{nearest}"
                );
                return Err(syn::Error::new(zone.span(), message));
            }
            OptionKind::Zone(zone)
        }
        unknown => {
            let known: Vec<&'static str> = OPTIONS.iter().map(|(name, _)| *name).collect();
            let which = match nearest(unknown, &known) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => format!("there are `{}`", known.join("`, `")),
            };
            let message = format!("a contract has no option `{unknown}`; {which}");
            return Err(syn::Error::new(span, message));
        }
    };
    Ok(ItemOption {
        name: name.to_string(),
        span,
        kind,
    })
}

fn equals(input: ParseStream<'_>, span: Span, form: &str) -> syn::Result<()> {
    input
        .parse::<Token![=]>()
        .map(drop)
        .map_err(|_| syn::Error::new(span, format_args!("this option is written `{form}`")))
}

fn word(input: ParseStream<'_>, span: Span, form: &str) -> syn::Result<Ident> {
    input
        .call(syn::ext::IdentExt::parse_any)
        .map_err(|_| syn::Error::new(span, format_args!("this option is written `{form}`")))
}

fn number(input: ParseStream<'_>, span: Span, form: &str) -> syn::Result<LitInt> {
    equals(input, span, form)?;
    let number: LitInt = input
        .parse()
        .map_err(|_| syn::Error::new(span, format_args!("this option takes a number, as in `{form}`")))?;
    let message = match number.base10_parse::<usize>() {
        Ok(0) => "a limit of 0 accepts nothing: it must be at least 1",
        Ok(_) => return Ok(number),
        Err(_) => "a limit is a number that fits into a `usize`, and at least 1",
    };
    Err(syn::Error::new(number.span(), message))
}

fn text(input: ParseStream<'_>, span: Span, form: &str) -> syn::Result<LitStr> {
    equals(input, span, form)?;
    input
        .parse()
        .map_err(|_| syn::Error::new(span, format_args!("this option takes a text, as in `{form}`")))
}

/// `check(path)` or `check(path, reads(a, b))`.
fn check(input: ParseStream<'_>, span: Span) -> syn::Result<OptionKind> {
    let form = "this option is written `check(path::to::function, reads(field, other))`";
    if !input.peek(syn::token::Paren) {
        return Err(syn::Error::new(span, form));
    }
    let content;
    parenthesized!(content in input);
    let path = Path::parse_mod_style(&content)?;
    let mut reads = Vec::new();
    if content.peek(Token![,]) {
        content.parse::<Token![,]>()?;
        if !content.is_empty() {
            let word: Ident = content.parse()?;
            if word != "reads" || !content.peek(syn::token::Paren) {
                return Err(syn::Error::new(word.span(), form));
            }
            let fields;
            parenthesized!(fields in content);
            reads = fields
                .parse_terminated(<Ident as syn::parse::Parse>::parse, Token![,])?
                .into_iter()
                .collect();
            if reads.is_empty() {
                return Err(syn::Error::new(word.span(), "`reads` names at least one field"));
            }
        }
    }
    if content.is_empty() {
        Ok(OptionKind::Check(path, reads))
    } else {
        Err(content.error(form))
    }
}

/// `context(Type)` or `context(Type as name)`.
fn context(input: ParseStream<'_>, span: Span) -> syn::Result<OptionKind> {
    let form = "this option is written `context(Type)` or `context(Type as name)`";
    if !input.peek(syn::token::Paren) {
        return Err(syn::Error::new(span, form));
    }
    let content;
    parenthesized!(content in input);
    if content.is_empty() {
        return Err(syn::Error::new(span, form));
    }
    let ty = content.parse()?;
    let mut name = None;
    if content.peek(Token![as]) {
        content.parse::<Token![as]>()?;
        let written = content.parse::<Ident>();
        name = Some(written.map_err(|error| syn::Error::new(error.span(), form))?);
    }
    if content.is_empty() {
        Ok(OptionKind::Context(ty, name))
    } else {
        Err(content.error(form))
    }
}

fn metadata(input: ParseStream<'_>, span: Span) -> syn::Result<Vec<(LitStr, LitStr)>> {
    let form = "this option is written `metadata(owner = \"payments\")`";
    if !input.peek(syn::token::Paren) {
        return Err(syn::Error::new(span, form));
    }
    let content;
    parenthesized!(content in input);
    let mut pairs: Vec<(LitStr, LitStr)> = Vec::new();
    while !content.is_empty() {
        let key: Ident = content.call(syn::ext::IdentExt::parse_any)?;
        let value = content.parse::<Token![=]>().and_then(|_| content.parse());
        let value = value.map_err(|_| syn::Error::new(key.span(), form))?;
        let key = LitStr::new(&key.to_string(), key.span());
        if pairs.iter().any(|(known, _)| known.value() == key.value()) {
            return Err(syn::Error::new(
                key.span(),
                format_args!("`{}` is there twice", key.value()),
            ));
        }
        pairs.push((key, value));
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    Ok(pairs)
}
