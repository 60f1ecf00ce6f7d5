//! The descriptor: what the contract says, as a constant.

use proc_macro2::TokenStream;

use super::Context;
use super::rules::Within;
use crate::model::{
    Body, Checks, Conversion, Field, Limits, Presence, Reading, Tagging, Unknown, VariantBody,
};

impl Context<'_> {
    /// The descriptor's value.
    pub(super) fn descriptor(&self) -> TokenStream {
        let private = &self.private;
        let contract = self.contract;
        let (name, version, docs) = (&contract.name, &contract.version, &contract.docs);
        let zone = quote::format_ident!("{}", contract.zone.marker());
        let body = self.body_descriptor();
        let Limits {
            bytes,
            depth,
            violations,
        } = &contract.limits;
        let limit = |limit: &Option<syn::LitInt>| match limit {
            Some(limit) => quote!(::core::option::Option::Some(#limit)),
            None => quote!(::core::option::Option::None),
        };
        let (bytes, depth, violations) = (limit(bytes), limit(depth), limit(violations));
        let unknown = match contract.unknown {
            Unknown::Zone => quote!(Zone),
            Unknown::Deny => quote!(Deny),
            Unknown::Ignore => quote!(Ignore),
        };
        let metadata = contract
            .metadata
            .iter()
            .map(|(key, value)| quote!((#key, #value)));
        quote! {
            #private::ContractDescriptor::new(
                #name,
                ::core::module_path!(),
                <#private::zone::#zone as #private::zone::Marker>::ZONE,
                #body,
            )
            .declared(::core::file!(), ::core::line!(), #docs)
            .versioned(#version)
            .unknown(#private::UnknownFields::#unknown)
            .limited(#private::Limits { max_bytes: #bytes, max_depth: #depth, max_violations: #violations })
            .annotated(&[#(#metadata),*])
        }
    }

    fn body_descriptor(&self) -> TokenStream {
        let private = &self.private;
        if let Some(Conversion::From(ty) | Conversion::TryFrom(ty)) = &self.contract.conversion {
            return quote!(#private::Body::Converted(#private::Of::<#ty>::KIND));
        }
        match &self.contract.body {
            Body::Record(record) => {
                let fields = self.field_descriptors(&record.fields);
                quote!(#private::Body::Record(#fields))
            }
            Body::Tuple(fields) => {
                let fields = self.field_descriptors(fields);
                quote!(#private::Body::Tuple(#fields))
            }
            Body::Newtype { field, .. } => {
                let field = self.field_descriptor(field, false);
                quote!(#private::Body::Newtype(&#field))
            }
            Body::Unit => quote!(#private::Body::Unit),
            Body::Enum { tagging, variants } => {
                let tagging = match tagging {
                    Tagging::External => quote!(External),
                    Tagging::Internal(tag) => quote!(Internal { tag: #tag }),
                    Tagging::Adjacent(tag, content) => quote!(Adjacent { tag: #tag, content: #content }),
                    Tagging::Untagged => quote!(Untagged),
                };
                let variants = variants.iter().filter(|variant| !variant.skip).map(|variant| {
                    let name = variant.ident.to_string();
                    let (wire, aliases, other) = (&variant.wire, &variant.aliases, variant.other);
                    let body = match &variant.body {
                        VariantBody::Unit => quote!(Unit),
                        VariantBody::Newtype(field) => {
                            let field = self.field_descriptor(field, false);
                            quote!(Newtype(&#field))
                        }
                        VariantBody::Tuple(fields) => {
                            let fields = self.field_descriptors(fields);
                            quote!(Tuple(#fields))
                        }
                        VariantBody::Record(record) => {
                            let fields = self.field_descriptors(&record.fields);
                            quote!(Record(#fields))
                        }
                    };
                    quote! {
                        #private::VariantDescriptor {
                            name: #name,
                            wire_name: #wire,
                            aliases: &[#(#aliases),*],
                            other: #other,
                            body: #private::Body::#body,
                        }
                    }
                });
                quote!(#private::Body::Variants { tagging: #private::Tagging::#tagging, variants: &[#(#variants),*] })
            }
        }
    }

    fn field_descriptors(&self, fields: &[Field]) -> TokenStream {
        let item_default = matches!(&self.contract.body, Body::Record(record) if record.default.is_some());
        let fields = fields
            .iter()
            .filter(|field| !matches!(field.read, Reading::Skip))
            .map(|field| self.field_descriptor(field, item_default));
        quote!(&[#(#fields),*])
    }

    fn field_descriptor(&self, field: &Field, item_default: bool) -> TokenStream {
        let private = &self.private;
        let name = field.name();
        let (wire, aliases, docs, ty) = (&field.wire, &field.aliases, &field.docs, &field.ty);
        let default = item_default || field.default.is_some();
        let optional = quote!(#private::Of::<#ty>::KIND.is_optional());
        let flatten = matches!(field.read, Reading::Flatten);
        let secret = field.secret;
        let required = match (field.presence, default) {
            (_, true) => quote!(false),
            (Presence::Required | Presence::RequiredNullable(_), false) => quote!(true),
            _ => quote!(!#optional),
        };
        let nullable = match field.presence {
            Presence::Required | Presence::NotNull(_) => quote!(false),
            _ => optional,
        };
        let checks = self.checks_descriptor(&field.checks, &quote!(#ty));
        quote! {
            #private::FieldDescriptor {
                name: #name,
                wire_name: #wire,
                aliases: &[#(#aliases),*],
                docs: #docs,
                kind: #private::Of::<#ty>::KIND,
                checks: #checks,
                presence: #private::Presence::new(#required, #nullable, #default),
                flatten: #flatten,
                secret: #secret,
            }
        }
    }

    fn checks_descriptor(&self, checks: &Checks, ty: &TokenStream) -> TokenStream {
        let private = &self.private;
        let rules = checks.rules.iter().map(|rule| {
            let applied = self.applied(rule, ty);
            quote!(#applied.info)
        });
        let custom = checks.custom.len();
        let part = |part: &Option<Box<Checks>>, within: Within| match part {
            None => quote!(::core::option::Option::None),
            Some(checks) => {
                let checks = self.checks_descriptor(checks, &within.part(ty, checks));
                quote!(::core::option::Option::Some(&#checks))
            }
        };
        let each = part(&checks.each, Within::Elements);
        let keys = part(&checks.keys, Within::Keys);
        let values = part(&checks.values, Within::Values);
        quote! {
            #private::Checks {
                rules: &[#(#rules),*],
                custom: #custom,
                each: #each,
                keys: #keys,
                values: #values,
            }
        }
    }
}
