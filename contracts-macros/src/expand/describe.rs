//! The descriptor: what the contract says, as a constant.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;
use syn::{Expr, ExprLit, Lit, Type, UnOp};

use super::Context;
use super::rules::Within;
use crate::model::{
    Body, Checks, Conversion, DefaultValue, Exposure, Field, Limits, Presence, Reading, Tagging, Unknown,
    Variant, VariantBody,
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
        let limited = (bytes.is_some() || depth.is_some() || violations.is_some()).then(|| {
            let (bytes, depth, violations) = (limit(bytes), limit(depth), limit(violations));
            quote!(.limited(#private::Limits { max_bytes: #bytes, max_depth: #depth, max_violations: #violations }))
        });
        let unknown = match contract.unknown {
            Unknown::Zone => TokenStream::new(),
            Unknown::Deny => quote!(.unknown(#private::UnknownFields::Deny)),
            Unknown::Ignore => quote!(.unknown(#private::UnknownFields::Ignore)),
        };
        let versioned = (!version.is_empty()).then(|| quote!(.versioned(#version)));
        let annotated = (!contract.metadata.is_empty()).then(|| {
            let metadata = contract
                .metadata
                .iter()
                .map(|(key, value)| quote!((#key, #value)));
            quote!(.annotated(&[#(#metadata),*]))
        });
        let contextual = contract.context.as_ref().map(|given| {
            let ty = &given.ty;
            quote!(.contextual(::core::stringify!(#ty)))
        });
        let related = match &contract.body {
            Body::Record(record) if contract.conversion.is_none() => self.across_descriptor(record),
            _ => None,
        };
        let transparent = matches!(
            contract.body,
            Body::Newtype {
                transparent: true,
                ..
            }
        );
        let transparent = transparent.then(|| quote!(.transparent()));
        let checked = self.item_checks();
        quote! {
            #private::ContractDescriptor::new(
                #name,
                ::core::module_path!(),
                <#private::zone::#zone as #private::zone::Marker>::ZONE,
                #body,
            )
            .declared(::core::file!(), ::core::line!(), #docs)
            #versioned
            #unknown
            #limited
            #annotated
            #contextual
            #related
            #transparent
            #checked
        }
    }

    /// The checks of the whole value and across fields.
    fn item_checks(&self) -> Option<TokenStream> {
        let private = &self.private;
        let whole = self.contract.checks.iter().map(|path| (path, Vec::new()));
        let across = match &self.contract.body {
            Body::Record(record) => record.checks(),
            _ => Vec::new(),
        };
        let checks = across.into_iter().chain(whole).map(|(path, reads)| {
            let path = written(path);
            let reads = reads.into_iter().map(Field::name);
            quote!(#private::CheckDescriptor::new(#path, &[#(#reads),*]))
        });
        let checks: Vec<TokenStream> = checks.collect();
        (!checks.is_empty()).then(|| quote!(.checked(&[#(#checks),*])))
    }

    /// The descriptors of fields and variants that reading goes by as well.
    pub(super) fn constants(&self) -> TokenStream {
        let private = &self.private;
        if self.contract.conversion.is_some() {
            return TokenStream::new();
        }
        let fields = |name: &Ident, fields: &[Field]| {
            let fields = self.field_descriptors(fields);
            quote!(const #name: &'static [#private::FieldDescriptor] = #fields;)
        };
        let constants = match &self.contract.body {
            Body::Record(record) => fields(&fields_name(None), &record.fields),
            Body::Enum { variants, .. } => {
                let records = variants.iter().filter_map(|variant| match &variant.body {
                    VariantBody::Record(record) if !variant.skip => {
                        Some(fields(&fields_name(Some(variant)), &record.fields))
                    }
                    _ => None,
                });
                let variants = variants.iter().filter(|variant| !variant.skip);
                let variants = variants.map(|variant| self.variant_descriptor(variant));
                quote! {
                    #(#records)*
                    const __CONTRACTS_VARIANTS: &'static [#private::VariantDescriptor] = &[#(#variants),*];
                }
            }
            Body::Tuple(_) | Body::Newtype { .. } | Body::Unit => return TokenStream::new(),
        };
        let (params, ty, bounds) = (&self.generic.params, &self.generic.ty, &self.generic.bounds);
        quote! {
            #[automatically_derived]
            impl #params #ty #bounds {
                #constants
            }
        }
    }

    fn body_descriptor(&self) -> TokenStream {
        let private = &self.private;
        if let Some(Conversion::From(ty) | Conversion::TryFrom(ty)) = &self.contract.conversion {
            return quote!(#private::Body::Converted(#private::Of::<#ty>::KIND));
        }
        match &self.contract.body {
            Body::Record(_) => {
                let fields = fields_name(None);
                quote!(#private::Body::Record(Self::#fields))
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
            Body::Enum { tagging, .. } => {
                let tagging = match tagging {
                    Tagging::External => quote!(External),
                    Tagging::Internal(tag) => quote!(Internal { tag: #tag }),
                    Tagging::Adjacent(tag, content) => quote!(Adjacent { tag: #tag, content: #content }),
                    Tagging::Untagged => quote!(Untagged),
                };
                quote! {
                    #private::Body::Variants {
                        tagging: #private::Tagging::#tagging,
                        variants: Self::__CONTRACTS_VARIANTS,
                    }
                }
            }
        }
    }

    fn variant_descriptor(&self, variant: &Variant) -> TokenStream {
        let private = &self.private;
        let name = variant.ident.unraw().to_string();
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
            VariantBody::Record(_) => {
                let fields = fields_name(Some(variant));
                quote!(Record(Self::#fields))
            }
        };
        let noted = self.noted(&name, &variant.wire, &variant.aliases, &variant.docs);
        let other = variant.other.then(|| quote!(.other()));
        let related = match &variant.body {
            VariantBody::Record(record) => self.across_descriptor(record),
            _ => None,
        };
        quote!(#private::VariantDescriptor::new(#name, #private::Body::#body) #noted #other #related)
    }

    /// The names in documents and the docs, where there is more to say than the name.
    fn noted(&self, name: &str, wire: &str, aliases: &[String], docs: &str) -> Option<TokenStream> {
        let private = &self.private;
        let noted = wire != name || !aliases.is_empty() || !docs.is_empty();
        noted.then(|| quote!(.noted(&#private::Notes::new(#wire, &[#(#aliases),*], #docs))))
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
        let (name, ty) = (field.name(), &field.ty);
        let noted = self.noted(&name, &field.wire, &field.aliases, &field.docs);
        let checks = self.checks_descriptor(&field.checks, &quote!(#ty));
        let checked = checks.map(|checks| quote!(.checked(#checks)));
        let presence = match field.presence {
            Presence::Type | Presence::Nullable(_) => TokenStream::new(),
            Presence::Required => quote!(.required().not_null()),
            Presence::RequiredNullable(_) => quote!(.required()),
            Presence::NotNull(_) => quote!(.not_null()),
        };
        let defaulted = (item_default || field.default.is_some()).then(|| quote!(.defaulted()));
        let value = field.default.as_ref().and_then(|default| match default {
            DefaultValue::Expr(value) => self.literal(value, ty),
            DefaultValue::Trait | DefaultValue::Path(_) => None,
        });
        let valued = value.map(|value| quote!(.valued(&#private::Literal::#value)));
        let opaque = matches!(field.read, Reading::With(_)).then(|| quote!(.opaque()));
        let flattened = matches!(field.read, Reading::Flatten).then(|| quote!(.flattened()));
        let concealed = (field.exposure == Exposure::Secret).then(|| quote!(.concealed()));
        quote! {
            #private::FieldDescriptor::new(#name, #private::Of::<#ty>::KIND)
                #noted #checked #opaque #presence #defaulted #valued #flattened #concealed
        }
    }

    /// A default as data, where it is written out: a literal, or the path of a constant or variant.
    fn literal(&self, value: &Expr, ty: &Type) -> Option<TokenStream> {
        match value {
            Expr::Group(inner) => self.literal(&inner.expr, ty),
            Expr::Paren(inner) => self.literal(&inner.expr, ty),
            Expr::Lit(literal) => constant(&literal.lit, false),
            Expr::Unary(negated) => match (&negated.op, &*negated.expr) {
                (UnOp::Neg(_), Expr::Lit(literal)) => constant(&literal.lit, true),
                _ => None,
            },
            // `"text".into()` and the like.
            Expr::MethodCall(call) if call.args.is_empty() => text(&call.receiver),
            Expr::Call(call) => match (&*call.func, call.args.first()) {
                (Expr::Path(path), Some(inner)) if call.args.len() == 1 => {
                    match path.path.segments.last()?.ident.to_string().as_str() {
                        "Some" => self.literal(inner, ty),
                        "from" => text(inner),
                        _ => None,
                    }
                }
                _ => None,
            },
            Expr::Path(path) if path.path.segments.last().is_some_and(|last| last.ident != "None") => {
                let private = &self.private;
                Some(quote!(Named(|| #private::Of::<#ty>::key_text(&#value).into_owned())))
            }
            _ => None,
        }
    }

    fn checks_descriptor(&self, checks: &Checks, ty: &TokenStream) -> Option<TokenStream> {
        let private = &self.private;
        if checks.is_empty() && checks.rules.is_empty() && checks.sanitizer().is_none() {
            return None;
        }
        let rules = checks.rules.iter().map(|rule| {
            let applied = self.applied(rule, ty);
            match &rule.when {
                None => quote!(#applied.info),
                Some(condition) => {
                    let condition = written(condition);
                    quote!(&#private::Conditional::new(#applied.info, #condition))
                }
            }
        });
        let custom = match checks.custom.as_slice() {
            [] => TokenStream::new(),
            custom => {
                let custom = custom.iter().map(written);
                quote!(.with_custom(&[#(#custom),*]))
            }
        };
        let part = |part: &Option<Box<Checks>>, within: Within| {
            let part = part.as_deref()?;
            self.checks_descriptor(part, &within.part(ty, part))
        };
        let some = |checks: Option<TokenStream>| match checks {
            Some(checks) => quote!(::core::option::Option::Some(#checks)),
            None => quote!(::core::option::Option::None),
        };
        let (keys, values) = (
            part(&checks.keys, Within::Keys),
            part(&checks.values, Within::Values),
        );
        let within = match part(&checks.each, Within::Elements) {
            Some(each) => quote!(.within(#private::Parts::Elements(#each))),
            None if keys.is_some() || values.is_some() => {
                let (keys, values) = (some(keys), some(values));
                quote!(.within(#private::Parts::Entries(#keys, #values)))
            }
            None => TokenStream::new(),
        };
        let sanitized = (!checks.sanitize.is_empty()).then(|| {
            let functions = checks.sanitize.iter().map(written);
            quote!(.sanitized_by(&[#(#functions),*]))
        });
        let more = quote!(#custom #sanitized #within);
        let more = (!more.is_empty()).then(|| quote!(.with(&#private::More::new() #more)));
        Some(quote!(#private::Checks::new(&[#(#rules),*]) #more))
    }
}

/// A literal as data; `None` for bytes, and for integers beyond 128 bits with a sign.
fn constant(literal: &Lit, negated: bool) -> Option<TokenStream> {
    let sign = negated.then(|| quote!(-));
    match (literal, negated) {
        (Lit::Bool(value), false) => Some(quote!(Bool(#value))),
        (Lit::Int(value), _) => {
            let value = Literal::i128_suffixed(value.base10_parse().ok()?);
            Some(quote!(Integer(#sign #value)))
        }
        (Lit::Float(value), _) => {
            let value = Literal::f64_suffixed(value.base10_parse().ok()?);
            Some(quote!(Float(#sign #value)))
        }
        (Lit::Str(value), false) => Some(quote!(Text(#value))),
        (Lit::Char(value), false) => {
            let value = value.value().to_string();
            Some(quote!(Text(#value)))
        }
        _ => None,
    }
}

/// A text literal as data.
fn text(value: &Expr) -> Option<TokenStream> {
    match value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text), ..
        }) => Some(quote!(Text(#text))),
        _ => None,
    }
}

/// What stands in the source, on one line.
fn written(tokens: &impl ToTokens) -> String {
    tokens
        .to_token_stream()
        .to_string()
        .replace(" :: ", "::")
        .replace(":: ", "::")
        .replace(" . ", ".")
}

/// The name of the constant with the fields of the contract, or of a variant.
pub(super) fn fields_name(variant: Option<&Variant>) -> Ident {
    match variant {
        None => format_ident!("__CONTRACTS_FIELDS"),
        Some(variant) => format_ident!("__CONTRACTS_FIELDS_{}", variant.index),
    }
}
