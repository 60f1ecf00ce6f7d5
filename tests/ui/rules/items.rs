//! `items` is for lists and sets; maps have `properties`.

#[perimeter::external_contract]
struct Wrong {
    #[field(items = 1..)]
    value: std::collections::BTreeMap<String, u8>,
}

fn main() {}
