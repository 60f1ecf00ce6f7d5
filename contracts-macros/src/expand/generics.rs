//! Generics: the bounds that each generated `impl` needs.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{GenericParam, Ident, Lifetime, Type, WherePredicate, parse_quote};

use crate::model::lower::is_phantom;
use crate::model::{Contract, DefaultValue, Reading};

/// The generics of an item, ready for each kind of `impl`.
pub(super) struct Generic {
    /// The lifetime of the text.
    pub(super) de: Lifetime,
    /// The type with its parameters.
    pub(super) ty: TokenStream,
    /// `<'a, T>` for an `impl` that has nothing to do with a text.
    pub(super) params: TokenStream,
    /// The same with the lifetime of the text.
    pub(super) params_de: TokenStream,
    /// Bounds for everything but reading.
    pub(super) bounds: TokenStream,
    /// Bounds for reading.
    pub(super) bounds_de: TokenStream,
    /// Whether there are type or constant parameters.
    pub(super) open: bool,
    /// Whether values may borrow from the text.
    pub(super) borrows: bool,
    /// The type with `'static` for each lifetime.
    pub(super) ty_static: TokenStream,
    /// The type with `'_` for each lifetime.
    pub(super) ty_elided: TokenStream,
}

impl Generic {
    pub(super) fn new(contract: &Contract, private: &Ident) -> Self {
        let generics = &contract.generics;
        let taken = generics.lifetimes().any(|param| param.lifetime.ident == "de");
        let de: Lifetime = if taken {
            parse_quote!('__de)
        } else {
            parse_quote!('de)
        };
        let (params, arguments, _) = generics.split_for_impl();
        let ident = &contract.ident;

        let mut with_de = generics.clone();
        let outlived: Vec<&Lifetime> = generics.lifetimes().map(|param| &param.lifetime).collect();
        let de_param: GenericParam = if outlived.is_empty() {
            parse_quote!(#de)
        } else {
            parse_quote!(#de: #(#outlived)+*)
        };
        with_de.params.insert(0, de_param);
        let (params_de, _, _) = with_de.split_for_impl();

        let own: Vec<&WherePredicate> = generics
            .where_clause
            .iter()
            .flat_map(|clause| &clause.predicates)
            .collect();
        let read = parameters(contract, |field| {
            !matches!(field, Reading::Skip | Reading::With(_))
        });
        let defaulted = defaulted(contract);
        let (bounds, bounds_de) = match &contract.bounds {
            Some(explicit) => (quote!(where #(#own,)*), quote!(where #(#own,)* #(#explicit,)*)),
            None => (
                quote!(where #(#own,)* #(#read: #private::Shape,)*),
                quote!(where #(#own,)* #(#read: #private::Decode<#de>,)* #(#defaulted: ::core::default::Default,)*),
            ),
        };
        let replaced = |with: &Lifetime| {
            let arguments = generics.params.iter().map(|param| match param {
                GenericParam::Lifetime(_) => with.to_token_stream(),
                GenericParam::Type(param) => param.ident.to_token_stream(),
                GenericParam::Const(param) => param.ident.to_token_stream(),
            });
            if generics.params.is_empty() {
                quote!(#ident)
            } else {
                quote!(#ident<#(#arguments),*>)
            }
        };
        Generic {
            ty: quote!(#ident #arguments),
            params: quote!(#params),
            params_de: quote!(#params_de),
            bounds,
            bounds_de,
            open: generics.type_params().next().is_some() || generics.const_params().next().is_some(),
            borrows: generics.lifetimes().next().is_some(),
            ty_static: replaced(&parse_quote!('static)),
            ty_elided: replaced(&parse_quote!('_)),
            de,
        }
    }

    /// Whether a type mentions a type or constant parameter, so that nothing of it is known before it is used.
    pub(super) fn mentioned(contract: &Contract, ty: &Type) -> bool {
        let generics = &contract.generics;
        let names = generics.type_params().map(|param| &param.ident);
        let consts = generics.const_params().map(|param| &param.ident);
        let open = generics.type_params().next().is_some() || generics.const_params().next().is_some();
        let itself = Ident::new("Self", proc_macro2::Span::call_site());
        names
            .chain(consts)
            .chain(open.then_some(&itself))
            .any(|name| mentions(ty.to_token_stream(), name))
    }

    /// A type with `'static` for each of the item's lifetimes, and the item's name for `Self`.
    pub(super) fn static_type(&self, contract: &Contract, ty: &Type) -> TokenStream {
        let mut tokens = replace_self(ty.to_token_stream(), &self.ty_static);
        for param in contract.generics.lifetimes() {
            tokens = replace_lifetime(tokens, &param.lifetime.ident);
        }
        tokens
    }
}

/// The type parameters that fields read by some means mention, `PhantomData` apart.
fn parameters(contract: &Contract, counts: impl Fn(&Reading) -> bool) -> Vec<Ident> {
    let fields = contract.fields();
    let types: Vec<TokenStream> = if contract.conversion.is_some() {
        Vec::new()
    } else {
        fields
            .iter()
            .filter(|field| counts(&field.read) && !is_phantom(&field.ty))
            .map(|field| field.ty.to_token_stream())
            .collect()
    };
    let params = contract.generics.type_params().map(|param| &param.ident);
    params
        .filter(|param| types.iter().any(|ty| mentions(ty.clone(), param)))
        .cloned()
        .collect()
}

/// The type parameters that need `Default`, because a field that mentions them may take its default.
fn defaulted(contract: &Contract) -> Vec<Ident> {
    let fields = contract.fields();
    let by_trait = fields.iter().filter(|field| {
        let skipped = matches!(field.read, Reading::Skip) && field.default.is_none();
        !is_phantom(&field.ty) && (skipped || matches!(field.default, Some(DefaultValue::Trait)))
    });
    let types: Vec<TokenStream> = by_trait.map(|field| field.ty.to_token_stream()).collect();
    let params = contract.generics.type_params().map(|param| &param.ident);
    params
        .filter(|param| types.iter().any(|ty| mentions(ty.clone(), param)))
        .cloned()
        .collect()
}

fn mentions(tokens: TokenStream, name: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Writes the item's type for `Self`.
fn replace_self(tokens: TokenStream, item: &TokenStream) -> TokenStream {
    let replaced = tokens.into_iter().map(|token| match token {
        TokenTree::Ident(ident) if ident == "Self" => item.clone(),
        TokenTree::Group(group) => {
            let mut replaced = proc_macro2::Group::new(group.delimiter(), replace_self(group.stream(), item));
            replaced.set_span(group.span());
            TokenTree::Group(replaced).into()
        }
        other => other.into(),
    });
    replaced.collect()
}

/// Writes `'static` for a lifetime.
fn replace_lifetime(tokens: TokenStream, name: &Ident) -> TokenStream {
    let mut after_quote = false;
    tokens
        .into_iter()
        .map(|token| {
            let token = match token {
                TokenTree::Ident(ident) if after_quote && ident == *name => {
                    TokenTree::Ident(Ident::new("static", ident.span()))
                }
                TokenTree::Group(group) => {
                    let mut replaced =
                        proc_macro2::Group::new(group.delimiter(), replace_lifetime(group.stream(), name));
                    replaced.set_span(group.span());
                    TokenTree::Group(replaced)
                }
                other => other,
            };
            after_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
            token
        })
        .collect()
}
