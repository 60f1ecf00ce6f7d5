//! A word that serde's attribute has said already.

#[perimeter::external_contract]
struct Wrong {
    #[serde(rename = "x")]
    #[field(rename = "y")]
    a: u32,
    #[serde(default)]
    #[field(default = 5)]
    b: u32,
}

fn main() {}
