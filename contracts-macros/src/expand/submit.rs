//! The entry in the list that the linker gathers.

use proc_macro2::TokenStream;

use super::Context;

/// Generic contracts have no entry: each instance needs one of its own, by `register!`. What gathers the entries is for
/// the runtime to know.
pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    if context.generic.open {
        return TokenStream::new();
    }
    let private = &context.private;
    let (with_static, elided) = (&context.generic.ty_static, &context.generic.ty_elided);
    let (entry, check) = match &context.contract.context {
        None => (
            quote!(new),
            quote!(|boundary, source| boundary.accept::<#elided>(source).map(|_| ())),
        ),
        Some(_) => (
            quote!(contextual),
            quote!(|boundary, source, context| boundary.accept_any::<#elided>(source, context).map(|_| ())),
        ),
    };
    quote! {
        #private::submit! {
            #private::Linked::#entry(
                <#with_static as #private::Contract>::DESCRIPTOR,
                || ::core::any::TypeId::of::<#with_static>(),
                #check,
            )
        }
    }
}
