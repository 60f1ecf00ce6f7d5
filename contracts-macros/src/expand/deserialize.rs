//! `impl Deserialize`: every format goes through the decoder.

use proc_macro2::TokenStream;

use super::Context;

pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let private = &context.private;
    let generic = &context.generic;
    let (params, ty, de) = (&generic.params_de, &generic.ty, &generic.de);
    let own = context
        .contract
        .generics
        .where_clause
        .iter()
        .flat_map(|clause| &clause.predicates);
    let (function, bound) = if generic.borrows {
        (
            "deserialize_borrowed",
            quote!(#ty: #private::Contract + #private::Decode<#de>),
        )
    } else if generic.open {
        (
            "deserialize",
            quote!(#ty: #private::Contract + for<'__text> #private::Decode<'__text>),
        )
    } else {
        ("deserialize", TokenStream::new())
    };
    let function = quote::format_ident!("{function}");
    quote! {
        #[automatically_derived]
        impl #params #private::serde::Deserialize<#de> for #ty where #(#own,)* #bound {
            fn deserialize<__D>(deserializer: __D) -> ::core::result::Result<Self, __D::Error>
            where
                __D: #private::serde::Deserializer<#de>,
            {
                #private::#function(deserializer)
            }
        }
    }
}
