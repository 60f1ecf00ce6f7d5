//! Two members of one name.

#[perimeter::external_contract]
struct A {
    a: u32,
    #[serde(rename = "a")]
    b: u32,
}

#[perimeter::external_contract]
enum B {
    C,
    #[serde(rename = "C")]
    D,
}

#[perimeter::external_contract]
#[serde(tag = "kind")]
enum E {
    F { kind: u32 },
}

fn main() {}
