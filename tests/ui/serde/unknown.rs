//! Misspelt words of serde, and words that a contract can't follow.

#[perimeter::external_contract]
#[serde(rename_al = "camelCase")]
struct A {
    #[serde(renam = "b")]
    a: u32,
}

#[perimeter::external_contract]
#[serde(remote = "Other")]
struct B {}

#[perimeter::external_contract]
enum C {
    #[serde(rename_too = "d")]
    D,
    #[serde(untagged)]
    E,
}

#[perimeter::external_contract]
#[serde(field_identifier)]
enum F {
    G,
}

fn main() {}
