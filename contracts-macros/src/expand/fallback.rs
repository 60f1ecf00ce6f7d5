//! What stands in for an item that has no healthy part, so that its uses cause no errors of their own.

use proc_macro2::TokenStream;
use syn::{DeriveInput, Path};

/// A contract that accepts nothing. It is never run: the item does not compile.
pub(crate) fn expand(input: &DeriveInput, facade: &Path) -> TokenStream {
    let private = quote!(#facade::__private);
    let ident = &input.ident;
    let (params, arguments, bounds) = input.generics.split_for_impl();
    let mut with_de = input.generics.clone();
    with_de.params.insert(0, syn::parse_quote!('__de));
    let (params_de, _, _) = with_de.split_for_impl();
    quote! {
        const _: () = {
            #[automatically_derived]
            impl #params #private::Shape for #ident #arguments #bounds {
                type Target = Self;
                const KIND: #private::Kind = #private::Kind::Foreign;

                fn reach(&self) -> ::core::option::Option<&Self> {
                    ::core::option::Option::Some(self)
                }
            }

            #[automatically_derived]
            impl #params_de #private::Decode<'__de> for #ident #arguments #bounds {
                fn decode(decoder: &mut #private::Decoder<'__de>) -> #private::Read<Self> {
                    ::core::result::Result::Err(decoder.unsound())
                }
            }

            #[automatically_derived]
            impl #params #private::Contract for #ident #arguments #bounds {
                type Zone = #private::zone::External;
                type Context = ();
                const ENFORCED: bool = true;
                const DESCRIPTOR: &'static #private::ContractDescriptor = &#private::ContractDescriptor::new(
                    ::core::stringify!(#ident),
                    ::core::module_path!(),
                    <#private::zone::External as #private::zone::Marker>::ZONE,
                    #private::Body::Unit,
                );
            }
        };
    }
}
