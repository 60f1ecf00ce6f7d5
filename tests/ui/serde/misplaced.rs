//! Words of serde in the wrong place.

#[perimeter::external_contract]
struct A(#[serde(flatten)] u32, u32);

#[perimeter::external_contract]
#[serde(transparent)]
struct B {
    a: u32,
    b: u32,
}

#[perimeter::external_contract]
enum C {
    #[serde(with = "module")]
    D(u32),
}

#[perimeter::external_contract]
#[serde(tag = "kind")]
struct E {}

fn main() {}
