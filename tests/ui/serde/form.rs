//! Words of serde that are written otherwise.

#[perimeter::external_contract]
struct A {
    #[serde(rename = b)]
    a: u32,
    #[serde(rename(deserialise = "d"))]
    c: u32,
    #[serde(default = "not a path")]
    e: u32,
    #[serde(alias)]
    f: u32,
    #[serde(with = "")]
    g: u32,
}

fn main() {}
