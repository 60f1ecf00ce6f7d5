//! The macros on the items of any source text: no panic, and an expansion that parses, or at least one error.

#![no_main]
#![allow(dead_code, reason = "what only the entry points of the crate use")]

#[path = "../../contracts-macros/src/diagnostics.rs"]
mod diagnostics;
#[path = "../../contracts-macros/src/expand/mod.rs"]
mod expand;
#[path = "../../contracts-macros/src/model/mod.rs"]
mod model;
#[path = "../../contracts-macros/src/parse/mod.rs"]
mod parse;
#[path = "../../contracts-macros/src/probe/mod.rs"]
mod probe;
#[path = "../../contracts-macros/src/zone.rs"]
mod zone;

use libfuzzer_sys::fuzz_target;
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Data, DeriveInput, Field, Fields, File, Item, Meta};

use diagnostics::Diagnostics;

/// Deeper than anyone writes. rustc stops at a depth of its own, long before its parser or that of syn runs out of stack.
const DEPTH: usize = 32;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let Ok(tokens) = text.parse::<TokenStream>() else {
        return;
    };
    if !is_shallow(&tokens, DEPTH) {
        return;
    }
    let Ok(file) = syn::parse2::<File>(tokens) else {
        return;
    };
    for item in &file.items {
        contracts(item);
    }
});

/// Whether nothing nests deeper than `depth`, be it in brackets or by signs that stand before something.
fn is_shallow(tokens: &TokenStream, depth: usize) -> bool {
    let mut signs = 0;
    tokens.clone().into_iter().all(|token| match token {
        TokenTree::Group(group) => {
            signs = 0;
            depth > 0 && is_shallow(&group.stream(), depth - 1)
        }
        TokenTree::Punct(punct) if punct.as_char() != ',' && punct.as_char() != ';' => {
            signs += 1;
            signs < 4 * DEPTH
        }
        TokenTree::Punct(_) => {
            signs = 0;
            true
        }
        TokenTree::Ident(_) | TokenTree::Literal(_) => true,
    })
}

/// Expands what is a contract among an item and the items inside.
fn contracts(item: &Item) {
    let attributes = match item {
        Item::Mod(module) => {
            let items = module.content.iter().flat_map(|(_, items)| items);
            return items.for_each(contracts);
        }
        Item::Struct(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        _ => return,
    };
    let zone = attributes
        .iter()
        .enumerate()
        .find_map(|(at, attribute)| Some((at, zone_of(attribute)?)));
    match zone {
        Some((at, zone)) => zoned(item, at, zone),
        None => derived(&item.to_token_stream()),
    }
}

/// The zone that an attribute stands for.
fn zone_of(attribute: &Attribute) -> Option<&'static str> {
    let name = attribute.path().segments.last()?.ident.to_string();
    match name.as_str() {
        "external_contract" => Some("external"),
        "strategic_boundary" => Some("strategic"),
        "coupling_contract" => Some("coupling"),
        "core_contract" => Some("core"),
        _ => None,
    }
}

/// Expands the zone attribute at this place, as rustc does: without itself, then what it has made.
fn zoned(item: &Item, at: usize, zone: &str) {
    let mut item = item.clone();
    let attributes = match &mut item {
        Item::Struct(item) => &mut item.attrs,
        Item::Enum(item) => &mut item.attrs,
        Item::Union(item) => &mut item.attrs,
        Item::Fn(item) => &mut item.attrs,
        Item::Type(item) => &mut item.attrs,
        _ => return,
    };
    let options = match attributes.remove(at).meta {
        Meta::List(list) => list.tokens,
        Meta::Path(_) | Meta::NameValue(_) => TokenStream::new(),
    };
    let made = self::zone::expand(zone, &options, &item.to_token_stream());
    let file: File = parsed(&made);
    for item in &file.items {
        derived(&item.to_token_stream());
    }
}

/// Expands the derive, if the item is one that rustc would hand to it.
fn derived(item: &TokenStream) {
    let Ok(input) = syn::parse2::<DeriveInput>(item.clone()) else {
        return;
    };
    if fields(&input.data).any(|field| field.ident.as_ref().is_some_and(|name| name == "_")) {
        // To syn that is a field without a name, to rustc it is none.
        return;
    }
    let mut diagnostics = Diagnostics::default();
    let (code, sound) = match model::lower::lower(&input, &mut diagnostics) {
        Ok(contract) => (expand::expand(&contract), true),
        Err(facade) => (expand::fallback::expand(&input, &facade), false),
    };
    let errors = diagnostics.finish();
    assert!(
        sound || !errors.is_empty(),
        "nothing is expanded, and nothing is said:\n{item}"
    );
    parsed(&quote!(#code #errors));
}

/// All fields, those of variants as well.
fn fields(data: &Data) -> impl Iterator<Item = &Field> {
    let of: Vec<&Fields> = match data {
        Data::Struct(data) => vec![&data.fields],
        Data::Enum(data) => data.variants.iter().map(|variant| &variant.fields).collect(),
        Data::Union(_) => Vec::new(),
    };
    of.into_iter().flatten()
}

/// What an expansion is to rustc.
fn parsed(made: &TokenStream) -> File {
    syn::parse2(made.clone()).unwrap_or_else(|error| panic!("{error}:\n{made}"))
}
