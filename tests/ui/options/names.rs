//! Names and versions that no document could have.

#[perimeter::external_contract(name = "x y::z")]
struct A {}

#[perimeter::external_contract(name = "2nd")]
struct B {}

#[perimeter::external_contract(name = "@")]
struct C {}

#[perimeter::external_contract(name = "")]
struct D {}

#[perimeter::external_contract(version = "1 beta")]
struct E {}

#[perimeter::external_contract(version = "1\n")]
struct F {}

#[perimeter::external_contract(version = "1é")]
struct G {}

#[perimeter::external_contract(name = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
struct H {}

fn main() {}
