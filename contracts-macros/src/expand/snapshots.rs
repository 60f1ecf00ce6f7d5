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

/// The expansions of all contracts of a file, laid out.
fn expanded(source: &str) -> String {
    let file = syn::parse_file(source).expect("the input is Rust");
    let contracts = file.items.into_iter().filter_map(|item| match item {
        Item::Struct(item) => Some(DeriveInput::from(item)),
        Item::Enum(item) => Some(DeriveInput::from(item)),
        _ => None,
    });
    let code: TokenStream = contracts
        .map(|input| {
            let mut diagnostics = Diagnostics::default();
            let contract = lower(&input, &mut diagnostics);
            let errors = diagnostics.finish();
            assert!(errors.is_empty(), "{errors}");
            super::expand(&contract.unwrap_or_else(|_| panic!("no mistake was found")))
        })
        .collect();
    prettyplease::unparse(&syn::parse2(code).expect("the expansion is Rust"))
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
