//! Tokens to what was written: the grammar, without a judgement of what fits together.
//!
//! ```text
//! #[contract(option, ...)]        on the item
//! #[field(word, ...)]             on a field
//! word   = structure | across | rule
//! across = path(field, ...) | path(field = value), on the item path(field, ...)
//! rule   = path | path = value | path(argument, ...)
//! argument = value | flag | name = value | message = "..." | code = "..." | severity = error|warn | when = expression
//! ```
//!
//! The structural words are known here, once each. A rule is a path and its arguments; which rules there are is not
//! known here.

pub(crate) mod across;
pub(crate) mod case;
pub(crate) mod field;
mod identity;
pub(crate) mod item;
pub(crate) mod register;
pub(crate) mod rule;
pub(crate) mod serde;

use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Meta, Token};

use crate::diagnostics::Diagnostics;

/// Parses the comma-separated words of all attributes called `name`. After a mistake it goes on behind the next
/// comma, so that the words after it are seen too.
pub(crate) fn words<T>(
    attributes: &[Attribute],
    name: &str,
    diagnostics: &mut Diagnostics,
    mut word: impl FnMut(ParseStream<'_>) -> syn::Result<T>,
) -> Vec<T> {
    let mut words = Vec::new();
    for attribute in attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident(name))
    {
        match &attribute.meta {
            Meta::List(list) => {
                let parsed = Parser::parse2(
                    |input: ParseStream<'_>| Ok(recover(input, diagnostics, &mut word)),
                    list.tokens.clone(),
                );
                words.extend(parsed.into_iter().flatten());
            }
            Meta::Path(path) => diagnostics.on(path, format_args!("`{name}` needs words: `#[{name}(...)]`")),
            Meta::NameValue(pair) => {
                diagnostics.on(
                    &pair.path,
                    format_args!("`{name}` takes its words in parentheses: `#[{name}(...)]`"),
                );
            }
        }
    }
    words
}

/// Parses words up to the end of the input; never fails, mistakes are collected.
pub(crate) fn recover<T>(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
    word: &mut dyn FnMut(ParseStream<'_>) -> syn::Result<T>,
) -> Vec<T> {
    let mut words = Vec::new();
    while !input.is_empty() {
        let parsed = word(input).and_then(|word| {
            if input.is_empty() || input.peek(Token![,]) {
                Ok(word)
            } else {
                Err(input.error("expected `,` between words"))
            }
        });
        match parsed {
            Ok(word) => words.push(word),
            Err(error) => {
                diagnostics.push(error);
                while !input.is_empty() && !input.peek(Token![,]) {
                    // Skipping a token tree can't fail before the end.
                    let _ = input.parse::<proc_macro2::TokenTree>();
                }
            }
        }
        if input.peek(Token![,]) {
            let _ = input.parse::<Token![,]>();
        }
    }
    words
}

/// The text of the doc comments.
pub(crate) fn docs(attributes: &[Attribute]) -> String {
    let lines = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"))
        .filter_map(|attribute| match &attribute.meta {
            Meta::NameValue(syn::MetaNameValue {
                value:
                    syn::Expr::Lit(syn::ExprLit {
                        lit: syn::Lit::Str(text),
                        ..
                    }),
                ..
            }) => Some(text.value()),
            _ => None,
        });
    lines
        .map(|line| line.strip_prefix(' ').map(str::to_owned).unwrap_or(line))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whether the word that comes next has a value or arguments, as only rules do.
pub(crate) fn rule_like(input: ParseStream<'_>) -> bool {
    input.peek2(Token![=]) || input.peek2(syn::token::Paren)
}
