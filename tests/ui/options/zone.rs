//! A zone beside that of the attribute.

#[perimeter::external_contract(zone = core)]
struct A {}

#[perimeter::external_contract(version = "1", zone = "core")]
struct B {}

#[perimeter::core_contract(zone = core, version = "1")]
struct C {}

#[perimeter::strategic_boundary(zone = "inner")]
struct D {}

#[perimeter::coupling_contract(zone)]
struct E {}

fn main() {}
