//! Tags that don't fit.

#[perimeter::external_contract]
#[serde(content = "body")]
enum A {
    B,
}

#[perimeter::external_contract]
#[serde(tag = "kind", untagged)]
enum C {
    D,
}

#[perimeter::external_contract]
#[serde(tag = "kind")]
enum E {
    F(u32, u32),
}

fn main() {}
