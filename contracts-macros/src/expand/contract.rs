//! `impl Contract`: zone and descriptor.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident};

use super::Context;
use crate::model::Zone;

pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    let private = &context.private;
    let generic = &context.generic;
    let (params, ty, bounds) = (&generic.params, &generic.ty, &generic.bounds);
    let zone = format_ident!("{}", context.contract.zone.marker());
    let enforced = match context.contract.zone {
        Zone::External | Zone::Strategic | Zone::Coupling { always: true } => quote!(true),
        Zone::Coupling { always: false } | Zone::Core => quote!(::core::cfg!(debug_assertions)),
    };
    let given = match &context.contract.context {
        Some(given) => given.ty.to_token_stream(),
        None => quote!(()),
    };
    let descriptor = context.descriptor();
    // A static has one address and stands in the program once; a constant does so in each unit of code that names it.
    let (once, descriptor) = if generic.open {
        (TokenStream::new(), descriptor)
    } else {
        let with_static = &generic.ty_static;
        let once = quote! {
            #[automatically_derived]
            impl #params #ty #bounds {
                const __CONTRACTS_DESCRIPTOR: #private::ContractDescriptor = #descriptor;
            }
            static __CONTRACTS_DESCRIPTOR: #private::ContractDescriptor = <#with_static>::__CONTRACTS_DESCRIPTOR;
        };
        (once, quote!(__CONTRACTS_DESCRIPTOR))
    };
    quote! {
        #once
        #[automatically_derived]
        impl #params #private::Contract for #ty #bounds {
            type Zone = #private::zone::#zone;
            type Context = #given;
            const ENFORCED: bool = #enforced;
            const DESCRIPTOR: &'static #private::ContractDescriptor = &#descriptor;
        }
    }
}
