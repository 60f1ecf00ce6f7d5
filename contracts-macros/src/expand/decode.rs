//! `impl Decode`: the decoder.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote_spanned};
use syn::spanned::Spanned;
use syn::{Ident, Member};

use super::Context;
use super::describe::fields_name;
use super::generics::Generic;
use super::reading::call;
use super::rules::rules_name;
use crate::model::{Body, Conversion, DefaultValue, Field, Presence};

pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let private = &context.private;
    let generic = &context.generic;
    let (body, functions) = context.body();
    let (params, ty, bounds, de) = (&generic.params_de, &generic.ty, &generic.bounds_de, &generic.de);
    let assertions = context.assertions(true);
    let needs_context = context.reading_needs_context();
    let newtype = context.newtype_functions();
    let asserted = context.assertions(false);
    quote! {
        #asserted
        #functions
        #[automatically_derived]
        impl #params #private::Decode<#de> for #ty #bounds {
            fn decode(decoder: &mut #private::Decoder<#de>) -> #private::Read<Self> {
                #assertions
                #needs_context
                #body
            }
            #newtype
        }
    }
}

impl Context<'_> {
    /// The body of `decode`, and functions beside it.
    fn body(&self) -> (TokenStream, TokenStream) {
        let private = &self.private;
        let nothing = TokenStream::new();
        if let Some(conversion) = &self.contract.conversion {
            return (self.convert(conversion, "decode"), nothing);
        }
        match &self.contract.body {
            Body::Record(record) => {
                let fields = fields_name(None);
                let read = self.read_record(record, &quote!(Self::#fields), &quote!(Self), true);
                (read, nothing)
            }
            Body::Tuple(fields) => (self.finished(&self.read_tuple(fields, &quote!(Self))), nothing),
            Body::Newtype { field, others, .. } => {
                let wrap = wrap(field, others);
                (
                    self.finished(&self.read_newtype(field, &quote!(.map(#wrap)))),
                    nothing,
                )
            }
            Body::Unit => (
                self.finished(&quote!(<() as #private::Decode<'_>>::decode(decoder).map(|()| Self))),
                nothing,
            ),
            Body::Enum { tagging, variants } => {
                let (body, functions) = self.read_enum(tagging, variants);
                (self.finished(&body), functions)
            }
        }
    }

    /// Reading that is followed by the checks of the whole value, if there are any.
    fn finished(&self, body: &TokenStream) -> TokenStream {
        let finish = self.finish_value(true);
        if finish.is_empty() {
            return body.clone();
        }
        let (private, de) = (&self.private, &self.generic.de);
        quote! {
            let value = decoder.read(|decoder: &mut #private::Decoder<#de>| -> #private::Read<Self> { #body })?;
            let here = decoder.here();
            #finish
            ::core::result::Result::Ok(value)
        }
    }

    /// Reads another type, by the function of that name, and converts.
    fn convert(&self, conversion: &Conversion, by: &str) -> TokenStream {
        let (private, de) = (&self.private, &self.generic.de);
        let by = Ident::new(by, proc_macro2::Span::call_site());
        let checked = self.gated(quote!(#private::Shape::check(&value, here, &mut decoder.report);));
        let (source, converted) = match conversion {
            Conversion::From(source) => (
                source,
                quote!(::core::result::Result::Ok(<Self as ::core::convert::From<#source>>::from(value))),
            ),
            Conversion::TryFrom(source) => (
                source,
                quote!(decoder.converted(<Self as ::core::convert::TryFrom<#source>>::try_from(value))),
            ),
        };
        quote! {
            let value = decoder.read(#private::From::<#de, #source>::#by)?;
            let here = decoder.here();
            let value: Self = #converted?;
            #checked
            ::core::result::Result::Ok(value)
        }
    }

    /// A newtype is read as a key like what it holds, and a transparent one may be absent like it. What is converted
    /// is read as a key like what it is converted from.
    fn newtype_functions(&self) -> TokenStream {
        if let Some(conversion) = &self.contract.conversion {
            let (private, de) = (&self.private, &self.generic.de);
            let key = self.convert(conversion, "decode_key");
            return quote! {
                fn decode_key(decoder: &mut #private::Decoder<#de>) -> #private::Read<Self> {
                    #key
                }
            };
        }
        let Body::Newtype {
            field,
            others,
            transparent,
        } = &self.contract.body
        else {
            return TokenStream::new();
        };
        if matches!(field.read, crate::model::Reading::With(_)) {
            return TokenStream::new();
        }
        let (private, de, ty) = (&self.private, &self.generic.de, &field.ty);
        let needs_context = self.reading_needs_context();
        let wrap = wrap(field, others);
        let read = self.from(&ty.to_token_stream(), "decode_key");
        let read = self.sanitized_field(field, read);
        let key = if field.checks.has_own() {
            let rules = rules_name(&field.suffix);
            let arguments = quote!(decoder, #read, Self::#rules);
            let read = call(&quote!(#ty), "Decoder", "read_checked", &arguments);
            quote!(#read.map(#wrap))
        } else {
            let decoder = quote!(decoder);
            let read = match field.checks.sanitize.is_empty() {
                true => quote_spanned!(ty.span()=> #read(#decoder)),
                false => call(&quote!(#ty), "Decoder", "read", &quote!(#decoder, #read)),
            };
            quote!(#read.map(#wrap))
        };
        let required = matches!(field.presence, Presence::Required | Presence::RequiredNullable(_));
        let absent = (*transparent && !required).then(|| {
            let absent = self.from(&ty.to_token_stream(), "absent");
            quote! {
                fn absent() -> ::core::option::Option<Self> {
                    #absent().map(#wrap)
                }
            }
        });
        quote! {
            fn decode_key(decoder: &mut #private::Decoder<#de>) -> #private::Read<Self> {
                #needs_context
                #key
            }
            #absent
        }
    }

    /// What must hold of the fields' types. For types without parameters it is judged where the item stands; for the
    /// others inside the decoder, where they are known.
    fn assertions(&self, generic: bool) -> TokenStream {
        let private = &self.private;
        let fields = self.contract.fields();
        let assertions = fields
            .iter()
            .filter(|field| Generic::mentioned(self.contract, &field.ty) == generic);
        let assertions = assertions.flat_map(|field| {
            let ty = self.judged_type(field, generic);
            let optional = match field.presence {
                Presence::Nullable(span) | Presence::RequiredNullable(span) => Some((span, "nullable")),
                Presence::NotNull(span) => Some((span, "not_null")),
                Presence::Type | Presence::Required => None,
            };
            let optional = optional.map(|(span, word)| {
                let message = format!("`{word}` is for a field that can be null: its type is no `Option`");
                (
                    span,
                    quote_spanned!(span=> ::core::assert!(#private::Of::<#ty>::KIND.may_be_null(), #message)),
                )
            });
            let closed = field.closed.then(|| {
                let message = "anyone may send any value for this field: say what it may be, as in \
                    `#[field(length = 1..=100)]`, or `#[field(any)]` if that is meant";
                let span = field.span;
                (
                    span,
                    quote_spanned!(span=> ::core::assert!(!#private::Of::<#ty>::KIND.is_open(), #message)),
                )
            });
            optional.into_iter().chain(closed)
        });
        let across = self.across_optional();
        let across = across
            .iter()
            .filter(|(field, ..)| Generic::mentioned(self.contract, &field.ty) == generic)
            .map(|(field, span, message)| {
                let (span, ty) = (*span, self.judged_type(field, generic));
                (
                    span,
                    quote_spanned!(span=> ::core::assert!(#private::Of::<#ty>::KIND.may_be_null(), #message)),
                )
            });
        let assertions: Vec<TokenStream> = assertions
            .chain(across)
            .map(|(span, assertion)| match generic {
                true => quote_spanned!(span=> const { #assertion };),
                false => quote_spanned!(span=> const _: () = #assertion;),
            })
            .collect();
        quote!(#(#assertions)*)
    }

    /// A field's type where it is judged: in the decoder, or beside the item.
    fn judged_type(&self, field: &Field, generic: bool) -> TokenStream {
        if generic {
            field.ty.to_token_stream()
        } else {
            self.generic.static_type(self.contract, &field.ty)
        }
    }
}

/// The function that makes a newtype of its field.
fn wrap(field: &Field, others: &[Field]) -> TokenStream {
    match &field.member {
        Member::Unnamed(_) if others.is_empty() => quote!(Self),
        member => {
            let value = Ident::new("value", proc_macro2::Span::call_site());
            let others = others.iter().map(|other| {
                let member = &other.member;
                let default =
                    super::record::default_value(other.default.as_ref().unwrap_or(&DefaultValue::Trait));
                quote!(#member: #default)
            });
            quote!(|#value| Self { #member: #value, #(#others,)* })
        }
    }
}
