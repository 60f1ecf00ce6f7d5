//! The functions that change a value before its rules see it, and what calls them.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::Ident;
use syn::spanned::Spanned;

use super::Context;
use super::reading::call;
use super::rules::Within;
use crate::model::{Checks, Field};

fn name(suffix: &str) -> Ident {
    format_ident!("__contracts_sanitize_{suffix}")
}

impl Context<'_> {
    /// The functions that change fields, and what they hold.
    pub(super) fn sanitizing(&self) -> TokenStream {
        let fields = self.contract.fields();
        let functions = fields.iter().map(|field| {
            let ty = &field.ty;
            self.sanitizing_of(&field.checks, &quote!(#ty), &field.suffix)
        });
        functions.collect()
    }

    fn sanitizing_of(&self, checks: &Checks, ty: &TokenStream, suffix: &str) -> TokenStream {
        let private = &self.private;
        let own = checks.sanitize.first().map(|first| {
            let name = name(suffix);
            // Written as if by the user, under each of the words: there are errors shown, not at the item.
            let value = |span: Span| Ident::new("__contracts_value", span.resolved_at(first.span()));
            let calls = checks.sanitize.iter().map(|path| {
                let span = path.span();
                let value = value(span);
                quote_spanned!(span=> #path(&mut *#value);)
            });
            let value = value(first.span());
            // The user's words name what is imported here.
            let words = quote_spanned!(Span::call_site()=> use #private::sanitize::vocabulary::*;);
            quote! {
                fn #name(#value: &mut #ty) {
                    #words
                    #(#calls)*
                }
            }
        });
        let parts = [
            (&checks.each, Within::Elements),
            (&checks.keys, Within::Keys),
            (&checks.values, Within::Values),
        ];
        let inner = parts.into_iter().filter_map(|(part, within)| {
            let part = part.as_deref()?;
            Some(self.sanitizing_of(part, &within.part(ty, part), &within.suffix(suffix)))
        });
        quote!(#own #(#inner)*)
    }

    /// What reads a field and changes it, from what reads it.
    pub(super) fn sanitized_field(&self, field: &Field, read: TokenStream) -> TokenStream {
        let ty = &field.ty;
        let presence = self.check_presence(field, &quote!(value));
        self.sanitized(&field.checks, &quote!(#ty), &field.suffix, read, Some(&presence))
    }

    /// What reads a value of a type and changes it, from what reads it.
    pub(super) fn sanitized(
        &self,
        checks: &Checks,
        ty: &TokenStream,
        suffix: &str,
        read: TokenStream,
        presence: Option<&TokenStream>,
    ) -> TokenStream {
        if checks.sanitize.is_empty() {
            return read;
        }
        let private = &self.private;
        let name = name(suffix);
        let parts = self.checks_of_parts(checks, suffix);
        let again = quote! {
            |value, at, report| {
                #presence
                if report.holds(true) {
                    #parts
                    #private::Of::<#ty>::check(value, at, report);
                }
            }
        };
        let arguments = quote!(decoder, #read, Self::#name, #again);
        let call = call(ty, "Decoder", "read_sanitized", &arguments);
        quote!(|decoder| #call)
    }
}
