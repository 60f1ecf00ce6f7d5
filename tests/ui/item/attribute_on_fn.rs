//! A function is no contract.

#[perimeter::external_contract]
fn handler() {}

#[perimeter::core_contract]
mod inner {}

fn main() {}
