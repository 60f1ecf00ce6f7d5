//! `impl Shape`: what the type is, and the check of a built value.

use proc_macro2::TokenStream;
use quote::format_ident;
use syn::Ident;

use super::Context;
use super::across::sound;
use super::rules::check_name;
use crate::model::{Across, Body, Exposure, Field, Presence, Reading, Record, Tagging, Variant, VariantBody};

pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let private = &context.private;
    let generic = &context.generic;
    let (params, ty, bounds) = (&generic.params, &generic.ty, &generic.bounds);
    let checks = context.checks();
    let gate = context.gate();
    let needs_context = context.needs_context();
    let key_text = context.key_text();
    quote! {
        #[automatically_derived]
        impl #params #private::Shape for #ty #bounds {
            type Target = Self;
            const KIND: #private::Kind = #private::Kind::Contract(|| <Self as #private::Contract>::DESCRIPTOR);

            #[inline]
            fn reach(&self) -> ::core::option::Option<&Self> {
                ::core::option::Option::Some(self)
            }

            fn check(&self, at: #private::At<'_>, report: &mut #private::Report<'_>) {
                #gate
                #needs_context
                #private::nested(at, report, |report| { #checks });
            }

            #key_text
        }
    }
}

/// Checks of what a step leads to.
fn stepping(step: Option<TokenStream>, checks: TokenStream) -> TokenStream {
    let Some(step) = step else { return checks };
    quote! {
        {
            let step = #step;
            let at = step.at();
            #checks
        }
    }
}

fn binding(index: usize) -> Ident {
    format_ident!("__contracts_field_{index}")
}

impl Context<'_> {
    /// The checks of all fields and of the whole.
    fn checks(&self) -> TokenStream {
        let body = match &self.contract.body {
            Body::Record(record) => {
                let checks = self.check_record(record);
                let bindings = bindings(&record.fields);
                quote! {
                    let Self { #bindings .. } = self;
                    #checks
                }
            }
            Body::Tuple(fields) => {
                let checks = self.each_field(fields, &[], Level::Elements);
                let bindings = bindings(fields);
                quote! {
                    let Self { #bindings .. } = self;
                    #checks
                }
            }
            Body::Newtype { field, .. } => {
                let member = &field.member;
                self.check_field(field, &quote!((&self.#member)))
            }
            Body::Unit => TokenStream::new(),
            Body::Enum { tagging, variants } => {
                let arms = variants
                    .iter()
                    .map(|variant| self.check_variant(tagging, variant));
                quote!(match self { #(#arms)* })
            }
        };
        let whole = self
            .contract
            .checks
            .iter()
            .map(|path| self.judged(path, &[quote!(self)], &quote!(at), &quote!(report)));
        let conditional = self
            .has_conditional()
            .then(|| quote!(self.__contracts_conditional(at, report);));
        quote!(#body #(#whole)* #conditional)
    }

    fn check_variant(&self, tagging: &Tagging, variant: &Variant) -> TokenStream {
        let ident = &variant.ident;
        let wire = &variant.wire;
        let step = match tagging {
            Tagging::External => Some(quote!(at.member(#wire))),
            Tagging::Adjacent(_, content) => Some(quote!(at.member(#content))),
            Tagging::Internal(_) | Tagging::Untagged => None,
        };
        let constructor = quote!(Self::#ident);
        match &variant.body {
            _ if variant.skip => quote!(#constructor { .. } => {}),
            VariantBody::Unit => quote!(#constructor => {}),
            VariantBody::Newtype(field) => {
                let check = stepping(step, self.check_field(field, &quote!(value)));
                quote!(#constructor(value) => { #check })
            }
            VariantBody::Tuple(fields) => {
                let checks = self.each_field(fields, &[], Level::Elements);
                arm(fields, &constructor, &stepping(step, checks))
            }
            VariantBody::Record(record) => {
                let checks = self.check_record(record);
                arm(&record.fields, &constructor, &stepping(step, checks))
            }
        }
    }

    /// The checks of a record's fields, which are bound, and what is said across them.
    fn check_record(&self, record: &Record) -> TokenStream {
        let seen: Vec<usize> = record.across.iter().flat_map(Across::sees).collect();
        let checks = self.each_field(&record.fields, &seen, Level::Members);
        let across = self.across_built(record, binding);
        quote!(#checks #across)
    }

    fn each_field(&self, fields: &[Field], watched: &[usize], level: Level) -> TokenStream {
        let mut position = 0_usize;
        let checks: Vec<TokenStream> = fields
            .iter()
            .enumerate()
            .filter(|(_, field)| !matches!(field.read, Reading::Skip))
            .map(|(index, field)| {
                let wire = &field.wire;
                let step = match (level, &field.read) {
                    (_, Reading::Flatten) => None,
                    (Level::Members, _) => Some(quote!(at.member(#wire))),
                    (Level::Elements, _) => Some(quote!(at.index(#position))),
                };
                position += 1;
                let binding = binding(index);
                let check = stepping(step, self.check_field(field, &quote!(#binding)));
                if !watched.contains(&index) {
                    return check;
                }
                let sound = sound(index);
                quote! {
                    let errors = report.errors();
                    #check
                    let #sound = report.errors() == errors;
                }
            })
            .collect();
        quote!(#(#checks)*)
    }

    /// Checks a built field, which is `at`, with all that it holds.
    fn check_field(&self, field: &Field, value: &TokenStream) -> TokenStream {
        let private = &self.private;
        let ty = &field.ty;
        let presence = self.check_presence(field, value);
        let own = (!field.checks.is_empty()).then(|| {
            let check = check_name(&field.checks, &field.suffix);
            quote!(Self::#check(#value, at, report);)
        });
        let checks = quote! {
            #presence
            #own
            #private::Of::<#ty>::check(#value, at, report);
        };
        if field.exposure == Exposure::Secret {
            quote!(#private::concealed(at, report, |report| { #checks });)
        } else {
            checks
        }
    }

    /// Checks whether a built field is absent or null when it must not be.
    pub(super) fn check_presence(&self, field: &Field, value: &TokenStream) -> TokenStream {
        let private = &self.private;
        let ty = &field.ty;
        let of = quote!(#private::Of::<#ty>);
        match field.presence {
            Presence::Type | Presence::Nullable(_) => TokenStream::new(),
            Presence::Required => quote! {
                if #of::KIND.is_optional() && #of::reach(#value).is_none() {
                    #private::lacking(#of::is_absent(#value), at, report);
                }
            },
            Presence::RequiredNullable(_) => quote! {
                if #of::is_absent(#value) {
                    #private::lacking(true, at, report);
                }
            },
            Presence::NotNull(_) => quote! {
                if #of::is_null(#value) {
                    #private::lacking(false, at, report);
                }
            },
        }
    }

    /// The text of a key, for newtypes and enums without content.
    fn key_text(&self) -> TokenStream {
        let private = &self.private;
        let body = match &self.contract.body {
            Body::Newtype { field, .. } => {
                let (member, ty) = (&field.member, &field.ty);
                quote!(#private::Of::<#ty>::key_text(&self.#member))
            }
            Body::Enum { variants, .. }
                if variants
                    .iter()
                    .all(|variant| matches!(variant.body, VariantBody::Unit)) =>
            {
                let arms = variants.iter().map(|variant| {
                    let (ident, wire) = (&variant.ident, &variant.wire);
                    quote!(Self::#ident => ::std::borrow::Cow::Borrowed(#wire))
                });
                quote!(match self { #(#arms,)* })
            }
            _ => return TokenStream::new(),
        };
        quote! {
            fn key_text(&self) -> ::std::borrow::Cow<'_, str> {
                #body
            }
        }
    }
}

/// The arm of a variant with fields.
fn arm(fields: &[Field], constructor: &TokenStream, checks: &TokenStream) -> TokenStream {
    let bindings = bindings(fields);
    quote!(#constructor { #bindings .. } => { #checks })
}

/// What the fields are below the value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Members,
    Elements,
}

/// The pattern that binds the fields that are checked.
fn bindings(fields: &[Field]) -> TokenStream {
    let bindings = fields
        .iter()
        .enumerate()
        .filter(|(_, field)| !matches!(field.read, Reading::Skip))
        .map(|(index, field)| {
            let (member, binding) = (&field.member, binding(index));
            quote!(#member: #binding,)
        });
    quote!(#(#bindings)*)
}
