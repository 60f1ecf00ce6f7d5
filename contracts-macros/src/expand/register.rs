//! The entry of an instance of a generic contract.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use syn::Lifetime;

use super::{anonymous, private_at};
use crate::parse::register::Instance;

/// The code of `register!`. The type stands in it once, so that what is wrong with it is told once.
pub(crate) fn expand(instance: &Instance) -> TokenStream {
    let private = private_at(Span::call_site());
    let lifetime = Lifetime::new("'de", Span::call_site());
    let (ty, borrows) = with_lifetime(instance.ty.to_token_stream(), &lifetime);
    // What is wrong with the type stands under it, and what stands at one place in the same words is shown once.
    let span = ty
        .clone()
        .into_iter()
        .next()
        .map_or_else(Span::call_site, |token| token.span());
    let alias = Ident::new("__ContractsInstance", span);
    let (params, with_static, elided) = match borrows {
        true => (
            quote!(<#lifetime>),
            quote_spanned!(span=> #alias<'static>),
            quote_spanned!(span=> #alias<'_>),
        ),
        false => (
            TokenStream::new(),
            alias.to_token_stream(),
            alias.to_token_stream(),
        ),
    };
    let there = private_at(span);
    let check = quote_spanned! {span=>
        |boundary, source, context| #there::check_listed::<#elided>(boundary, source, context)
    };
    let descriptor = quote_spanned!(span=> <#with_static as #there::Contract>::DESCRIPTOR);
    let descriptor = match &instance.name {
        None => descriptor,
        Some(name) => quote!({
            static RENAMED: #private::ContractDescriptor = #descriptor.renamed(#name);
            &RENAMED
        }),
    };
    anonymous(
        &instance.facade,
        &private,
        &quote! {
            type #alias #params = #ty;
            #private::submit! {
                #private::Linked::contextual(
                    #descriptor,
                    || ::core::any::TypeId::of::<#with_static>(),
                    #check,
                )
            }
        },
    )
}

/// The type with this lifetime for each of its own, and whether it has any.
fn with_lifetime(ty: TokenStream, lifetime: &Lifetime) -> (TokenStream, bool) {
    let (mut borrows, mut after_quote) = (false, false);
    let replaced = ty.into_iter().map(|token| {
        let token = match token {
            TokenTree::Ident(ident) if after_quote => {
                borrows = true;
                TokenTree::Ident(Ident::new(&lifetime.ident.to_string(), ident.span()))
            }
            TokenTree::Group(group) => {
                let (inner, inside) = with_lifetime(group.stream(), lifetime);
                borrows |= inside;
                let mut replaced = Group::new(group.delimiter(), inner);
                replaced.set_span(group.span());
                TokenTree::Group(replaced)
            }
            other => other,
        };
        after_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
        token
    });
    (replaced.collect(), borrows)
}
