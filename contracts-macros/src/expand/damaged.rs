//! What fuzzing has found: items that rustc refuses by itself, whose expansion must be Rust all the same, so that nothing is
//! said but what is wrong.

#![allow(
    clippy::unwrap_used,
    reason = "a test over fixed inputs: what is missing is a failure"
)]

use syn::{DeriveInput, File};

use crate::diagnostics::Diagnostics;
use crate::model::lower::lower;

/// The expansion of an item, however wrong it is.
fn expanded(source: &str) -> proc_macro2::TokenStream {
    let input: DeriveInput = syn::parse_str(source).unwrap();
    let mut diagnostics = Diagnostics::default();
    let code = match lower(&input, &mut diagnostics) {
        Ok(contract) => super::expand(&contract),
        Err(facade) => super::fallback::expand(&input, &facade),
    };
    let errors = diagnostics.finish();
    quote!(#code #errors)
}

#[test]
fn bounds_in_the_place_of_a_type_expand_to_rust() {
    for ty in [
        "String +",
        "dyn Send + Sync",
        "impl Send + Sync",
        "dyn Fn(u8) -> u8 + Send",
    ] {
        for rule in [
            "length = 1..",
            "required",
            "check = f",
            "default = x",
            "each(length = 1..)",
        ] {
            for item in [
                format!("struct Wrong {{ #[field({rule})] text: {ty} }}"),
                format!("struct Wrong(#[field({rule})] {ty});"),
                format!("enum Wrong {{ A {{ #[field({rule})] text: {ty} }} }}"),
            ] {
                let code = expanded(&item);
                assert!(syn::parse2::<File>(code.clone()).is_ok(), "{item}\n{code}");
            }
        }
    }
}
