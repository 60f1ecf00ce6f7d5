//! What reads a field: the function or closure for its type, with the rules of what it holds.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::Ident;

use super::rules::{Within, rules_name};
use super::{Context, private_at};
use crate::model::{Checks, Exposure, Field, Presence, Reading};

impl Context<'_> {
    /// The function that checks a field as soon as it is read. Where reports treat its value in a way of their own, the
    /// rules are part of reading it.
    pub(super) fn rules_of(&self, field: &Field) -> TokenStream {
        let private = &self.private;
        if !field.checks.has_own() || field.exposure != Exposure::Plain {
            return quote!(#private::unruled);
        }
        let rules = rules_name(&field.suffix);
        quote!(Self::#rules)
    }

    /// What reads a field's value: a function or closure over the decoder.
    pub(super) fn reading(&self, field: &Field) -> TokenStream {
        self.exposing(field, self.reading_exposed(field))
    }

    /// The same, where null is a fault if a word of the field says so.
    pub(super) fn reading_present(&self, field: &Field) -> TokenStream {
        let (private, ty) = (&self.private, &field.ty);
        let (Presence::Required | Presence::NotNull(_)) = field.presence else {
            return self.reading(field);
        };
        let present = |read: TokenStream| {
            let kind = quote!(#private::Of::<#ty>::KIND);
            let arguments = quote!(decoder, #kind, #read);
            let call = call(&quote!(#ty), "Decoder", "read_not_null", &arguments);
            quote!(|decoder| #call)
        };
        match field.exposure {
            // Of a secret it may be said that it is null.
            Exposure::Plain | Exposure::Secret => present(self.reading(field)),
            Exposure::Revealed => self.exposing(field, present(self.reading_exposed(field))),
        }
    }

    /// What reads a field's value with all that reports treat as its word says.
    fn reading_exposed(&self, field: &Field) -> TokenStream {
        let private = &self.private;
        let ty = &field.ty;
        let read = match &field.read {
            Reading::With(path) => {
                quote!(|decoder| #private::decode_with(decoder, |deserializer| #path(deserializer)))
            }
            _ => self.reading_of(&field.checks, &quote!(#ty), &field.suffix, "decode"),
        };
        let read = self.sanitized_field(field, read);
        if field.exposure == Exposure::Plain || !field.checks.has_own() {
            return read;
        }
        let rules = rules_name(&field.suffix);
        let arguments = quote!(decoder, #read, Self::#rules);
        let call = call(&quote!(#ty), "Decoder", "read_checked", &arguments);
        quote!(|decoder| #call)
    }

    /// What reads a field's value as `read` does, and makes reports treat it as its word says.
    fn exposing(&self, field: &Field, read: TokenStream) -> TokenStream {
        let (private, ty) = (&self.private, &field.ty);
        let (function, arguments) = match field.exposure {
            Exposure::Plain => return read,
            Exposure::Secret => ("read_secret", quote!(decoder, #read)),
            Exposure::Revealed => ("read_revealed", quote!(decoder, #private::Of::<#ty>::KIND, #read)),
        };
        let call = call(&quote!(#ty), "Decoder", function, &arguments);
        quote!(|decoder| #call)
    }

    /// What reads a value of a type, with the rules of what it holds.
    fn reading_of(&self, checks: &Checks, ty: &TokenStream, suffix: &str, by: &str) -> TokenStream {
        let private = &self.private;
        let de = &self.generic.de;
        let inner = |part: &Option<Box<Checks>>, other: &Checks, within: Within, by: &str| match part {
            None => self.from(&within.part(ty, other), by),
            Some(checks) => {
                let suffix = within.suffix(suffix);
                let part = within.part(ty, checks);
                let read = self.reading_of(checks, &part, &suffix, by);
                let read = self.sanitized(checks, &part, &suffix, read, None);
                if !checks.has_own() {
                    return read;
                }
                let rules = rules_name(&suffix);
                let arguments = quote!(decoder, #read, Self::#rules);
                let call = call(&part, "Decoder", "read_checked", &arguments);
                quote!(|decoder| #call)
            }
        };
        if let Some(each) = &checks.each {
            let item = inner(&checks.each, each, Within::Elements, "decode");
            return quote!(|decoder| <#ty as #private::DecodeItems<#de>>::decode_items(decoder, &mut #item));
        }
        if let Some(either) = checks.keys.as_ref().or(checks.values.as_ref()) {
            let key = inner(&checks.keys, either, Within::Keys, "decode_key");
            let value = inner(&checks.values, either, Within::Values, "decode");
            return quote! {
                |decoder| <#ty as #private::DecodeEntries<#de>>::decode_entries(decoder, &mut #key, &mut #value)
            };
        }
        self.from(ty, by)
    }

    /// A function that reads a type, whose errors are shown at the type.
    pub(super) fn from(&self, ty: &TokenStream, by: &str) -> TokenStream {
        let de = &self.generic.de;
        let (first, last) = ends(ty);
        let (private, by) = (private_at(first), Ident::new(by, last));
        let start = quote_spanned!(first=> #private::From::<#de, #ty>);
        quote_spanned!(last=> #start::#by)
    }

    /// What an absent member without a default gets: what its type has for that, unless it is required.
    pub(super) fn absent(&self, field: &Field) -> TokenStream {
        match (&field.read, field.presence) {
            (Reading::With(_), _) | (_, Presence::Required | Presence::RequiredNullable(_)) => {
                quote!(|| ::core::option::Option::None)
            }
            _ => self.from(&field.ty.to_token_stream(), "absent"),
        }
    }
}

/// A call of ours with what reads a type, whose errors are shown at the type: a method's would be shown at the item too.
pub(super) fn call(ty: &TokenStream, owner: &str, function: &str, arguments: &TokenStream) -> TokenStream {
    let (first, last) = ends(ty);
    let private = private_at(first);
    let (owner, function) = (Ident::new(owner, last), Ident::new(function, last));
    quote_spanned!(last=> #private::#owner::#function(#arguments))
}

/// The first and the last token of a type: what begins and ends with them is shown at the whole.
fn ends(ty: &TokenStream) -> (Span, Span) {
    let mut tokens = ty.clone().into_iter().map(|token| token.span());
    let first = tokens.next().unwrap_or_else(Span::call_site);
    (first, tokens.last().unwrap_or(first))
}
