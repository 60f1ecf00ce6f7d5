//! A use of a rule: a path and its arguments.

use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Expr, Ident, LitStr, Path, Token, parenthesized};

/// A rule as it was written.
pub(crate) struct RuleUse {
    pub(crate) path: Path,
    pub(crate) positional: Vec<Expr>,
    /// A word alone, `search` in `pattern(search, "...")`: a builder method without arguments.
    pub(crate) flags: Vec<Ident>,
    pub(crate) named: Vec<(Ident, Expr)>,
    pub(crate) message: Option<LitStr>,
    pub(crate) code: Option<LitStr>,
    pub(crate) severity: Option<Ident>,
    pub(crate) when: Option<Expr>,
}

/// The words that every rule takes.
const ADJUSTMENTS: [&str; 4] = ["message", "code", "severity", "when"];

pub(super) enum Argument {
    Value(Expr),
    Flag(Ident),
    Named(Ident, Expr),
    Message(LitStr),
    Code(LitStr),
    Severity(Ident),
    When(Expr),
}

impl RuleUse {
    pub(crate) fn span(&self) -> Span {
        self.path
            .segments
            .last()
            .map_or_else(|| self.path.span(), |segment| segment.ident.span())
    }

    /// The word, if it is a single one.
    pub(crate) fn word(&self) -> Option<&Ident> {
        self.path.get_ident()
    }
}

impl Parse for RuleUse {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let path = Path::parse_mod_style(input)?;
        let mut rule = RuleUse {
            path,
            positional: Vec::new(),
            flags: Vec::new(),
            named: Vec::new(),
            message: None,
            code: None,
            severity: None,
            when: None,
        };
        if input.peek(Token![=]) && !input.peek(Token![==]) {
            let equals: Token![=] = input.parse()?;
            rule.positional.push(value(input, equals.span)?);
            return Ok(rule);
        }
        if !input.peek(syn::token::Paren) {
            return Ok(rule);
        }
        let content;
        parenthesized!(content in input);
        if content.is_empty() {
            return Err(syn::Error::new(
                rule.span(),
                "the parentheses are empty: leave them out, or give arguments",
            ));
        }
        while !content.is_empty() {
            match content.parse()? {
                Argument::Value(value) => rule.positional.push(value),
                Argument::Flag(flag) => rule.flags.push(flag),
                Argument::Named(name, value) => rule.named.push((name, value)),
                Argument::Message(text) => once(&mut rule.message, text, "message")?,
                Argument::Code(text) => once(&mut rule.code, text, "code")?,
                Argument::Severity(severity) => once(&mut rule.severity, severity, "severity")?,
                Argument::When(condition) => once(&mut rule.when, condition, "when")?,
            }
            if content.is_empty() {
                break;
            }
            if !content.peek(Token![,]) {
                return Err(content.error("expected `,` between arguments"));
            }
            content.parse::<Token![,]>()?;
        }
        Ok(rule)
    }
}

pub(super) fn once<T: Spanned>(slot: &mut Option<T>, value: T, name: &str) -> syn::Result<()> {
    if slot.is_some() {
        return Err(syn::Error::new(
            value.span(),
            format_args!("`{name}` is there twice"),
        ));
    }
    *slot = Some(value);
    Ok(())
}

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let word = input.peek(Ident);
        if word && input.peek2(Token![=]) && !input.peek2(Token![==]) {
            let name: Ident = input.parse()?;
            let equals: Token![=] = input.parse()?;
            return match ADJUSTMENTS.iter().position(|known| name == known) {
                Some(0) => text(input, "message").map(Argument::Message),
                Some(1) => text(input, "code").map(Argument::Code),
                Some(2) => severity(input).map(Argument::Severity),
                Some(_) => value(input, equals.span).map(Argument::When),
                None => value(input, equals.span).map(|value| Argument::Named(name, value)),
            };
        }
        if word && (input.peek2(Token![,]) || input.cursor().token_tree().is_some_and(|(_, rest)| rest.eof()))
        {
            let ident: Ident = input.fork().parse()?;
            if ident.to_string().starts_with(|first: char| first.is_lowercase()) {
                return input.parse().map(Argument::Flag);
            }
        }
        value(input, input.span()).map(Argument::Value)
    }
}

/// An expression; a range may lack either end. `before` is what stands before it.
pub(super) fn value(input: ParseStream<'_>, before: Span) -> syn::Result<Expr> {
    if input.is_empty() || input.peek(Token![,]) {
        return Err(syn::Error::new(before, "a value is missing here"));
    }
    input.parse()
}

fn text(input: ParseStream<'_>, name: &str) -> syn::Result<LitStr> {
    let text: LitStr = input.parse().map_err(|error| {
        syn::Error::new(
            error.span(),
            format_args!("`{name}` takes a text: `{name} = \"...\"`"),
        )
    })?;
    if text.value().is_empty() {
        return Err(syn::Error::new(
            text.span(),
            format_args!("`{name}` must not be empty"),
        ));
    }
    Ok(text)
}

fn severity(input: ParseStream<'_>) -> syn::Result<Ident> {
    let word: Ident = input.parse()?;
    if word == "error" || word == "warn" {
        return Ok(word);
    }
    Err(syn::Error::new(
        word.span(),
        format_args!("there is no severity `{word}`: it is `error` or `warn`"),
    ))
}
