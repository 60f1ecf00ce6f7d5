//! The zone attributes: each adds the derive and its zone, and leaves the item otherwise as it is.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Item, Path, Token};

use crate::diagnostics::Diagnostics;
use crate::parse::item::ZONES;

/// The zone attributes by name, in the order of the zones.
const ATTRIBUTES: [&str; 4] = [
    "external_contract",
    "strategic_boundary",
    "coupling_contract",
    "core_contract",
];

/// Expands a zone attribute.
pub(crate) fn expand(zone: &str, options: &TokenStream, item: &TokenStream) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let mut parsed: Item = match syn::parse2(item.clone()) {
        Ok(parsed) => parsed,
        Err(error) => {
            diagnostics.push(error);
            let errors = diagnostics.finish();
            return quote!(#item #errors);
        }
    };
    let attributes = match &mut parsed {
        Item::Struct(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::Union(item) => &mut item.attrs,
        other => {
            diagnostics.on(
                &word_of(other),
                "a contract is a struct or an enum, and this is neither",
            );
            let errors = diagnostics.finish();
            return quote!(#item #errors);
        }
    };
    attributes.retain(|attribute| {
        let second = ATTRIBUTES.iter().any(|known| {
            attribute
                .path()
                .segments
                .last()
                .is_some_and(|last| last.ident == known)
        });
        if second {
            diagnostics.on(
                attribute,
                "a contract has one zone: one of these attributes has to go",
            );
        }
        !second
    });
    for attribute in attributes
        .iter_mut()
        .filter(|attribute| attribute.path().is_ident("derive"))
    {
        strip_derives(attribute, &mut diagnostics);
    }
    let facade = facade(options.clone());
    let options = without_zone(zone, options.clone(), &mut diagnostics);
    let zone = proc_macro2::Ident::new(zone, proc_macro2::Span::call_site());
    let errors = diagnostics.finish();
    quote! {
        #[derive(#facade::Contract)]
        #[contract(zone = #zone, #options)]
        #parsed
        #errors
    }
}

/// The word that says what an item is: its first one behind attributes and visibility.
fn word_of(item: &Item) -> TokenStream {
    match item {
        Item::Fn(item) => item.sig.fn_token.to_token_stream(),
        Item::Mod(item) => item.mod_token.to_token_stream(),
        Item::Trait(item) => item.trait_token.to_token_stream(),
        Item::Impl(item) => item.impl_token.to_token_stream(),
        Item::Type(item) => item.type_token.to_token_stream(),
        Item::Const(item) => item.const_token.to_token_stream(),
        Item::Static(item) => item.static_token.to_token_stream(),
        Item::Use(item) => item.use_token.to_token_stream(),
        other => other.to_token_stream(),
    }
}

/// Takes out the derives that the contract owns, and says so.
fn strip_derives(attribute: &mut Attribute, diagnostics: &mut Diagnostics) {
    let parse = Punctuated::<Path, Token![,]>::parse_terminated;
    let Ok(paths) = attribute.parse_args_with(parse) else {
        return;
    };
    let mut kept: Punctuated<Path, Token![,]> = Punctuated::new();
    for path in paths {
        let name = path.segments.last().map(|last| last.ident.to_string());
        match name.as_deref() {
            Some("Deserialize") => diagnostics.on(
                &path,
                "the contract implements `Deserialize`, so that nothing is read unchecked: remove it from the derives",
            ),
            Some("Contract") => {
                diagnostics.on(&path, "the zone attribute derives `Contract` already: remove it from the derives");
            }
            _ => kept.push(path),
        }
    }
    attribute.meta = syn::parse_quote!(derive(#kept));
}

/// The options without one that says the zone, which is a mistake: the attribute has said it.
fn without_zone(zone: &str, options: TokenStream, diagnostics: &mut Diagnostics) -> TokenStream {
    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
    let tokens: Vec<TokenTree> = options.into_iter().collect();
    let kept = tokens.split_inclusive(is_comma).filter(|option| match option {
        [TokenTree::Ident(word), said @ ..] if word == "zone" => {
            diagnostics.at(word.span(), second_zone(zone, said));
            false
        }
        _ => true,
    });
    kept.flatten().map(ToTokens::to_token_stream).collect()
}

/// What to write instead of a zone beside that of the attribute.
fn second_zone(zone: &str, said: &[TokenTree]) -> String {
    let of = |wanted: &str| {
        let mut pairs = ZONES.into_iter().zip(ATTRIBUTES);
        pairs
            .find(|(known, _)| *known == wanted)
            .map(|(_, attribute)| attribute)
    };
    let this = of(zone).unwrap_or_default();
    let other = said.get(1).map(ToString::to_string);
    match other.as_deref().map(|value| value.trim_matches('"')) {
        Some(other) if other == zone => format!("`#[{this}]` says the zone already: remove this"),
        Some(other) if ZONES.contains(&other) => format!(
            "`#[{this}]` says the zone already: write `#[{}]` instead of it",
            of(other).unwrap_or_default()
        ),
        _ => format!(
            "`#[{this}]` says the zone already: for another write `#[{}]` instead of it",
            ATTRIBUTES
                .into_iter()
                .filter(|attribute| *attribute != this)
                .collect::<Vec<_>>()
                .join("]`, `#[")
        ),
    }
}

/// The path that `crate = path` gives, found without a full parse: mistakes in the options are the derive's to report.
fn facade(options: TokenStream) -> Path {
    let tokens: Vec<TokenTree> = options.into_iter().collect();
    let named = tokens
        .iter()
        .position(|token| matches!(token, TokenTree::Ident(ident) if ident == "crate"));
    let path = named.and_then(|at| {
        let equals = matches!(tokens.get(at + 1), Some(TokenTree::Punct(punct)) if punct.as_char() == '=');
        let value = tokens.get(at + 2..)?;
        let end = value
            .iter()
            .position(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ','))
            .unwrap_or(value.len());
        let value: TokenStream = value.get(..end)?.iter().map(ToTokens::to_token_stream).collect();
        equals.then(|| Path::parse_mod_style.parse2(value).ok())?
    });
    path.unwrap_or_else(|| syn::parse_quote!(::perimeter))
}
