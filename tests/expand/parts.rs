//! Rules of what a field holds.

#[derive(Debug, perimeter::Contract)]
struct Parts {
    #[field(length = 1..=9, each(each(prefix = "a")))]
    list: Vec<Vec<String>>,
    #[field(keys(length = 1..=9), values(range = 1..))]
    map: std::collections::BTreeMap<String, u32>,
}
