//! The context that checks are given: what stands around those that need it.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident};
use syn::{Expr, Path};

use super::Context;
use super::rules::outcome;

impl Context<'_> {
    /// What a check of the user's own says of some values and, if the contract declares one, the context.
    pub(super) fn judged(
        &self,
        path: &Path,
        values: &[TokenStream],
        at: &TokenStream,
        report: &TokenStream,
    ) -> TokenStream {
        let private = &self.private;
        let Some(given) = &self.contract.context else {
            return outcome(path, values, at, report);
        };
        let ty = &given.ty;
        let context = format_ident!("__contracts_context");
        let values = [values, &[quote!(#context)]].concat();
        let outcome = outcome(path, &values, at, report);
        quote! {
            if let ::core::option::Option::Some(#context) = #private::context::<#ty>(#report) {
                #outcome
            }
        }
    }

    /// Code that runs if a condition of the user's holds, which may name the context.
    pub(super) fn when(&self, condition: &Expr, code: &TokenStream) -> TokenStream {
        let private = &self.private;
        let conditional = quote! {
            if #condition {
                #code
            }
        };
        let given = self.contract.context.as_ref();
        let Some((ty, name)) = given.and_then(|given| Some((&given.ty, given.name.as_ref()?))) else {
            return conditional;
        };
        if !mentions(condition.to_token_stream(), name) {
            return conditional;
        }
        quote! {
            if let ::core::option::Option::Some(#name) = #private::context::<#ty>(report) {
                #conditional
            }
        }
    }

    /// Reports that the context was not given, before a built value is checked.
    pub(super) fn needs_context(&self) -> Option<TokenStream> {
        let (private, ty) = (&self.private, &self.contract.context.as_ref()?.ty);
        Some(quote!(#private::needs_context::<#ty>(::core::stringify!(#ty), at, report);))
    }

    /// Reports that the context was not given, before a value is read.
    pub(super) fn reading_needs_context(&self) -> TokenStream {
        // What is converted is checked as a built value.
        let (Some(given), None) = (&self.contract.context, &self.contract.conversion) else {
            return TokenStream::new();
        };
        let ty = &given.ty;
        self.gated(quote!(decoder.needs_context::<#ty>(::core::stringify!(#ty))?;))
    }
}

/// Whether an expression names something, in brackets too.
fn mentions(tokens: TokenStream, name: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
