//! Options that a contract does not have.

#[perimeter::external_contract(verson = "1.0.0")]
struct A {}

#[perimeter::external_contract(colour = "red")]
struct B {}

#[perimeter::external_contract(module = "shop")]
struct F {}

#[perimeter::external_contract(contxt(u32 as cx))]
struct C {}

#[derive(perimeter::Contract)]
#[contract(zone = extern)]
struct D {}

#[derive(perimeter::Contract)]
#[contract(zone = inner)]
struct E {}

fn main() {}
