//! Options of another zone.

#[perimeter::external_contract(always)]
struct A {}

#[perimeter::core_contract(max_bytes = 5)]
struct B {}

#[perimeter::coupling_contract(unknown_fields = deny, always)]
struct C {}

fn main() {}
