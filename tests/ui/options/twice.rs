//! Options that are there twice.

#[perimeter::external_contract(version = "1", version = "2")]
struct A {}

#[perimeter::external_contract(max_bytes = 5, max_bytes = 6)]
struct B {}

#[derive(perimeter::Contract)]
#[contract(zone = external, zone = core)]
struct C {}

fn main() {}
