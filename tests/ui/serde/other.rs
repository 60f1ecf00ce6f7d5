//! The variant for everything else.

#[perimeter::external_contract]
#[serde(tag = "kind")]
enum A {
    #[serde(other)]
    B,
    #[serde(other)]
    C,
}

#[perimeter::external_contract]
#[serde(tag = "kind")]
enum D {
    #[serde(other)]
    E { e: u32 },
}

#[perimeter::external_contract]
#[serde(untagged)]
enum F {
    #[serde(other)]
    G,
}

fn main() {}
