//! `properties` is for maps; lists have `items`.

#[perimeter::external_contract]
struct Wrong {
    #[field(properties = 1..)]
    value: Vec<u8>,
}

fn main() {}
