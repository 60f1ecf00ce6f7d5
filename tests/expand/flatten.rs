//! Members of another contract, and what is left.

#[derive(Debug, perimeter::Contract)]
struct Flat {
    number: u8,
    #[serde(flatten)]
    inner: Inner,
    #[serde(flatten)]
    rest: std::collections::BTreeMap<String, u32>,
}

#[derive(Debug, perimeter::Contract)]
struct Inner {
    flag: bool,
}
