//! Options that are written otherwise.

#[perimeter::external_contract(version)]
struct A {}

#[perimeter::external_contract(version = 1)]
struct B {}

#[perimeter::external_contract(version = "")]
struct C {}

#[perimeter::external_contract(max_bytes = "5")]
struct D {}

#[perimeter::external_contract(max_depth = 0)]
struct E {}

#[perimeter::external_contract(unknown_fields = forbid)]
struct F {}

#[perimeter::external_contract(unknown_fields)]
struct G {}

#[perimeter::external_contract(metadata)]
struct H {}

#[perimeter::external_contract(metadata(owner = "a", owner = "b"))]
struct I {}

#[perimeter::external_contract(metadata(owner = 5))]
struct J {}

#[perimeter::external_contract(check)]
struct K {}

#[perimeter::external_contract(check = fits)]
struct L {}

#[perimeter::external_contract(max_violations = -1)]
struct M {}

#[perimeter::external_contract("1.0.0")]
struct N {}

#[perimeter::external_contract(name = "a" version = "1")]
struct O {}

#[derive(perimeter::Contract)]
#[contract]
struct P {}

fn main() {}
