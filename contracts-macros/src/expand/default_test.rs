//! Tests that hold defaults that are written out to the rules of their fields.

use proc_macro2::TokenStream;
use quote::format_ident;

use super::Context;
use super::record::default_value;
use super::rules::check_name;

pub(super) fn expand(context: &Context<'_>) -> TokenStream {
    // Nor is there a context that rules of the user's own might go by.
    if context.generic.open || context.generic.borrows || context.contract.context.is_some() {
        return TokenStream::new();
    }
    // Beside the block: a test inside it would not be found.
    let facade = &context.contract.facade;
    let private = quote!(#facade::__private);
    let item = &context.contract.ident;
    let fields = context.contract.fields();
    let tests = fields
        .iter()
        .filter(|field| field.tested_default)
        .filter_map(|field| {
            let value = default_value(field.default.as_ref()?);
            let (ty, name) = (
                context.generic.static_type(context.contract, &field.ty),
                field.name(),
            );
            let check = check_name(&field.checks, &field.suffix);
            let test = format_ident!("__contracts_default_of_{}_{}", item, field.suffix);
            Some(quote! {
                #[cfg(test)]
                #[test]
                #[allow(non_snake_case, unnameable_test_items, reason = "generated code")]
                fn #test() {
                    let value: #ty = #value;
                    #private::hold_default(#name, |at, report| #item::#check(&value, at, report));
                }
            })
        });
    quote!(#(#tests)*)
}
