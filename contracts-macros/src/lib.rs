//! The macros of perimeter: `tokens --parse--> what was written --lower--> model --expand--> code`.
//!
//! They know the grammar and no rule: every word that is not structural is a path to a constructor, which rustc
//! resolves. Users depend on the facade, `perimeter`, which re-exports them.

mod diagnostics;
mod expand;
mod model;
mod parse;
mod probe;
mod zone;

use proc_macro::TokenStream;
use quote::quote;
use syn::{DeriveInput, parse_macro_input};

use diagnostics::Diagnostics;

/// Makes a contract of a struct or enum: a decoder, a check, a descriptor, an entry in the list of the linker.
///
/// See the guide of `perimeter` for the words of `#[contract(...)]` and `#[field(...)]`.
#[proc_macro_derive(Contract, attributes(contract, field, serde))]
pub fn contract(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    let mut diagnostics = Diagnostics::default();
    let code = match model::lower::lower(&input, &mut diagnostics) {
        Ok(contract) => expand::expand(&contract),
        Err(facade) => expand::fallback::expand(&input, &facade),
    };
    let errors = diagnostics.finish();
    quote!(#code #errors).into()
}

/// A contract for what anyone may send: everything is checked, unknown members are rejected, size and depth are
/// limited.
#[proc_macro_attribute]
pub fn external_contract(options: TokenStream, item: TokenStream) -> TokenStream {
    zone::expand("external", &options.into(), &item.into()).into()
}

/// A contract for what another subsystem of ours sends: everything is checked, unknown members are dropped.
#[proc_macro_attribute]
pub fn strategic_boundary(options: TokenStream, item: TokenStream) -> TokenStream {
    zone::expand("strategic", &options.into(), &item.into()).into()
}

/// A contract for what a close neighbour sends: presence and types are checked, rules in debug builds, or always with
/// the option `always`.
#[proc_macro_attribute]
pub fn coupling_contract(options: TokenStream, item: TokenStream) -> TokenStream {
    zone::expand("coupling", &options.into(), &item.into()).into()
}

/// A contract for what we send to ourselves: rules are checked in debug builds; in release builds nothing is.
#[proc_macro_attribute]
pub fn core_contract(options: TokenStream, item: TokenStream) -> TokenStream {
    zone::expand("core", &options.into(), &item.into()).into()
}

/// Lists an instance of a generic contract among the contracts of the program, as the linker can't know which there are.
///
/// `register!(Page<Order>)` lists it under the name, module and version of the contract `Page`. Where several instances are
/// listed each needs a name of its own: `register!(Page<Order> as "order_page")`. The module stays that in which the
/// contract is declared, wherever `register!` stands.
///
/// See the guide of `perimeter`.
#[proc_macro]
pub fn register(input: TokenStream) -> TokenStream {
    match syn::parse(input) {
        Ok(instance) => expand::register::expand(&instance).into(),
        Err(error) => error.into_compile_error().into(),
    }
}
