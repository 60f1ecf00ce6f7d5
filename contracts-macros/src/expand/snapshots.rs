//! The expansions of `tests/expand/*.rs` are those held beside them.
//!
//! `PERIMETER_BLESS=1 cargo test -p contracts-macros` writes them anew; read each difference before committing it. The
//! test `expand` of the facade compiles the inputs.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test over fixed inputs: what is missing is a failure"
)]

use std::fs;
use std::path::Path;

use proc_macro2::TokenStream;
use syn::{DeriveInput, Item};

use crate::diagnostics::Diagnostics;
use crate::model::lower::lower;

/// The expansions of all contracts of a file, and of what it registers, laid out.
fn expanded(source: &str) -> String {
    let file = syn::parse_file(source).expect("the input is Rust");
    let code: TokenStream = file
        .items
        .into_iter()
        .filter_map(|item| match item {
            Item::Struct(item) => Some(contract(&item.into())),
            Item::Enum(item) => Some(contract(&item.into())),
            Item::Macro(item) => Some(registered(&item.mac)),
            _ => None,
        })
        .collect();
    prettyplease::unparse(&syn::parse2(code).expect("the expansion is Rust"))
}

fn contract(input: &DeriveInput) -> TokenStream {
    let mut diagnostics = Diagnostics::default();
    let contract = lower(input, &mut diagnostics);
    let errors = diagnostics.finish();
    assert!(errors.is_empty(), "{errors}");
    super::expand(&contract.unwrap_or_else(|_| panic!("no mistake was found")))
}

fn registered(call: &syn::Macro) -> TokenStream {
    assert!(call.path.is_ident("register"), "a macro of another's");
    let instance = call.parse_body().expect("no mistake was found");
    super::register::expand(&instance)
}

#[test]
fn expansions_are_those_that_are_held() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/expand");
    let bless = std::env::var_os("PERIMETER_BLESS").is_some();
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the inputs are there") {
        let input = entry.unwrap().path();
        if input.to_string_lossy().ends_with(".expanded.rs") {
            continue;
        }
        let expanded = expanded(&fs::read_to_string(&input).unwrap());
        let held = input.with_extension("expanded.rs");
        if bless {
            fs::write(&held, &expanded).unwrap();
        }
        let known = fs::read_to_string(&held).unwrap_or_default();
        assert!(
            known == expanded,
            "{} is not what is expanded:\n{expanded}",
            held.display()
        );
        count += 1;
    }
    assert!(count > 10, "there is one for each shape, not only {count}");
}
