//! Reading enums: a function for the content of each variant, and the table of them.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident};
use syn::Ident;

use super::Context;
use super::describe::fields_name;
use super::reading::call;
use super::record::slot;
use super::rules::rules_name;
use crate::model::{Exposure, Field, Record, Tagging, Variant, VariantBody};

fn function(variant: &Variant) -> Ident {
    format_ident!("__contracts_variant_{}", variant.index)
}

impl Context<'_> {
    /// The body of the enum's decoder, and the functions that it needs.
    pub(super) fn read_enum(&self, tagging: &Tagging, variants: &[Variant]) -> (TokenStream, TokenStream) {
        let private = &self.private;
        let read: Vec<&Variant> = variants.iter().filter(|variant| !variant.skip).collect();
        let (de, params, ty, bounds) = (
            &self.generic.de,
            &self.generic.params,
            &self.generic.ty,
            &self.generic.bounds,
        );
        let bounds_de = &self.generic.bounds_de;
        let outlived: Vec<_> = self
            .contract
            .generics
            .lifetimes()
            .map(|param| &param.lifetime)
            .collect();
        let de_param = if outlived.is_empty() {
            quote!(#de)
        } else {
            quote!(#de: #(#outlived)+*)
        };
        let functions = read.iter().map(|variant| {
            let name = function(variant);
            let body = self.read_variant(tagging, variant);
            quote! {
                fn #name<#de_param>(decoder: &mut #private::Decoder<#de>) -> #private::Read<Self> #bounds_de {
                    #body
                }
            }
        });
        let functions = quote! {
            #[automatically_derived]
            impl #params #ty #bounds {
                #(#functions)*
            }
        };
        let table = read.iter().map(|variant| {
            let name = function(variant);
            let ident = &variant.ident;
            let unit = match variant.body {
                VariantBody::Unit => quote!(::core::option::Option::Some(|| Self::#ident)),
                _ => quote!(::core::option::Option::None),
            };
            let absent = self.without_content(tagging, variant);
            quote!(#private::Tagged { unit: #unit, absent: #absent, content: Self::#name })
        });
        let table = quote!(&[#(#table),*]);
        let constant = quote! {
            const { &#private::Variants::new(Self::__CONTRACTS_VARIANTS) }
        };
        let body = match tagging {
            Tagging::External => quote!(decoder.external(#constant, #table)),
            Tagging::Internal(tag) => quote!(decoder.internal(#tag, #constant, #table)),
            Tagging::Untagged => quote!(decoder.untagged(#table)),
            Tagging::Adjacent(tag, content) => {
                let unknown = self.unknown();
                let fields = [tag, content].map(|name| {
                    quote! {
                        #private::FieldDescriptor::new(#name, #private::Kind::Any)
                            .noted(&#private::Notes::new(#name, &[], ""))
                    }
                });
                quote! {
                    const __CONTRACTS_RECORD: &#private::Record =
                        &#private::Record::new(&[#(#fields),*], #private::Unknown::#unknown);
                    decoder.adjacent((#tag, #content), __CONTRACTS_RECORD, #constant, #table)
                }
            }
        };
        (body, functions)
    }

    /// The value of a variant whose content is absent beside its tag.
    fn without_content(&self, tagging: &Tagging, variant: &Variant) -> TokenStream {
        let ident = &variant.ident;
        match (tagging, &variant.body) {
            (Tagging::Adjacent(..), VariantBody::Unit) => {
                quote!(::core::option::Option::Some(|| ::core::option::Option::Some(Self::#ident)))
            }
            (Tagging::Adjacent(..), VariantBody::Newtype(field)) => {
                let absent = self.absent(field);
                quote!(::core::option::Option::Some(|| (#absent)().map(Self::#ident)))
            }
            _ => quote!(::core::option::Option::None),
        }
    }

    /// Reads the content of a variant and makes the value.
    fn read_variant(&self, tagging: &Tagging, variant: &Variant) -> TokenStream {
        let ident = &variant.ident;
        let constructor = quote!(Self::#ident);
        match &variant.body {
            VariantBody::Unit => match tagging {
                Tagging::Internal(_) => {
                    let record = Record {
                        fields: Vec::new(),
                        default: None,
                        across: Vec::new(),
                    };
                    self.read_record(&record, &quote!(&[]), &constructor, false)
                }
                _ => quote!(decoder.null().map(|()| #constructor)),
            },
            VariantBody::Newtype(field) => self.read_newtype(field, &quote!(.map(#constructor))),
            VariantBody::Tuple(fields) => self.read_tuple(fields, &constructor),
            VariantBody::Record(record) => {
                let fields = fields_name(Some(variant));
                self.read_record(record, &quote!(Self::#fields), &constructor, false)
            }
        }
    }

    /// Reads the only field of a newtype, which `wrap` makes the value of.
    pub(super) fn read_newtype(&self, field: &Field, wrap: &TokenStream) -> TokenStream {
        let read = self.reading_present(field);
        let ty = &field.ty.to_token_stream();
        if field.checks.has_own() && field.exposure == Exposure::Plain {
            let rules = rules_name(&field.suffix);
            let ty = &field.ty.to_token_stream();
            let read = call(
                ty,
                "Decoder",
                "read_checked",
                &quote!(decoder, #read, Self::#rules),
            );
            return quote!(#read #wrap);
        }
        let read = call(ty, "Decoder", "read", &quote!(decoder, #read));
        quote!(#read #wrap)
    }

    /// Reads a list of fixed length and makes `constructor(..)` of it.
    pub(super) fn read_tuple(&self, fields: &[Field], constructor: &TokenStream) -> TokenStream {
        let private = &self.private;
        let read: Vec<(usize, &Field)> = fields
            .iter()
            .enumerate()
            .filter(|(_, field)| !matches!(field.read, crate::model::Reading::Skip))
            .collect();
        let length = read.len();
        let slots = read.iter().map(|(index, field)| {
            let (slot, ty) = (slot(*index), &field.ty);
            quote!(let mut #slot = #private::Slot::<#ty>::Absent;)
        });
        let arms = read.iter().enumerate().map(|(position, (index, field))| {
            let slot = slot(*index);
            let read = self.reading_present(field);
            let rules = self.rules_of(field);
            let ty = &field.ty.to_token_stream();
            let read = call(ty, "Slot", "read", &quote!(&mut #slot, decoder, #read, #rules));
            quote!(#position => #read?,)
        });
        let defaults = read.iter().filter_map(|(index, field)| {
            let (slot, value) = (
                slot(*index),
                super::record::default_value(field.default.as_ref()?),
            );
            Some(quote!(#slot.fill(|| #value);))
        });
        let settled = read.iter().enumerate().map(|(position, (index, _))| {
            let (slot, name) = (slot(*index), position.to_string());
            quote!(#slot.settle(decoder, #name, || ::core::option::Option::None);)
        });
        let taken = super::record::taken(read.iter().map(|(index, _)| *index));
        let members = fields.iter().enumerate().map(|(index, field)| match field.read {
            crate::model::Reading::Skip => super::record::default_value(
                field
                    .default
                    .as_ref()
                    .unwrap_or(&crate::model::DefaultValue::Trait),
            ),
            _ => {
                let value = super::record::value(index);
                quote!(#value)
            }
        });
        quote! {
            #(#slots)*
            let mut elements = #private::Elements::open(decoder, #length)?;
            while let ::core::option::Option::Some(index) = elements.next(decoder)? {
                match index {
                    #(#arms)*
                    _ => {}
                }
            }
            #(#defaults)*
            #(#settled)*
            #taken
            ::core::result::Result::Ok(#constructor(#(#members),*))
        }
    }
}
