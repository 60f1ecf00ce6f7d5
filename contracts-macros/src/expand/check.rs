//! `impl Shape`: what the type is, and the check of a built value.

use proc_macro2::TokenStream;
use quote::format_ident;
use syn::Ident;

use super::Context;
use super::rules::check_name;
use crate::model::{Body, Field, Presence, Reading, Tagging, Variant, VariantBody};

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
            Body::Record(record) => self.check_fields(&record.fields, Level::Members),
            Body::Tuple(fields) => self.check_fields(fields, Level::Elements),
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
            .filter(|check| check.reads.is_empty())
            .map(|check| self.judged(&check.path, &[quote!(self)], &quote!(at), &quote!(report)));
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
            VariantBody::Tuple(fields) => self.arm(fields, &constructor, step, Level::Elements),
            VariantBody::Record(record) => self.arm(&record.fields, &constructor, step, Level::Members),
        }
    }

    fn arm(
        &self,
        fields: &[Field],
        constructor: &TokenStream,
        step: Option<TokenStream>,
        level: Level,
    ) -> TokenStream {
        let bindings = bindings(fields);
        let checks = stepping(step, self.each_field(fields, level));
        quote!(#constructor { #bindings .. } => { #checks })
    }

    /// Takes a struct apart and checks its fields, and what is said across them.
    fn check_fields(&self, fields: &[Field], level: Level) -> TokenStream {
        let bindings = bindings(fields);
        let checks = self.each_field(fields, level);
        let across = self
            .contract
            .checks
            .iter()
            .filter(|check| !check.reads.is_empty())
            .map(|check| {
                let reads = check.reads.iter().map(|index| binding(*index));
                let reads: Vec<TokenStream> = reads.map(|read| quote!(#read)).collect();
                let outcome = self.judged(&check.path, &reads, &quote!(at), &quote!(report));
                let sound = check
                    .reads
                    .iter()
                    .map(|index| format_ident!("__contracts_sound_{index}"));
                quote! {
                    if true #(&& #sound)* {
                        #outcome
                    }
                }
            });
        let across: Vec<TokenStream> = across.collect();
        quote! {
            let Self { #bindings .. } = self;
            #checks
            #(#across)*
        }
    }

    fn each_field(&self, fields: &[Field], level: Level) -> TokenStream {
        let watched: Vec<usize> = self
            .contract
            .checks
            .iter()
            .flat_map(|check| check.reads.iter().copied())
            .collect();
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
                let sound = format_ident!("__contracts_sound_{index}");
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
        let required = matches!(field.presence, Presence::Required).then(|| {
            quote! {
                if #private::Of::<#ty>::KIND.is_optional() && #private::Of::<#ty>::reach(#value).is_none() {
                    #private::lacking(at, report);
                }
            }
        });
        let own = (!field.checks.is_empty()).then(|| {
            let check = check_name(&field.checks, &field.suffix);
            quote!(Self::#check(#value, at, report);)
        });
        let checks = quote! {
            #required
            #own
            #private::Of::<#ty>::check(#value, at, report);
        };
        if field.secret {
            quote!(#private::concealed(at, report, |report| { #checks });)
        } else {
            checks
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
