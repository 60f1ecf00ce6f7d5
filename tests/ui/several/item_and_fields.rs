//! Mistakes of the item and of its fields.

#[perimeter::external_contract(verson = "1", max_depth = 0)]
#[serde(rename_all = "camelcase")]
struct Order {
    #[field(requird)]
    id: Option<u32>,
}

fn main() {
    let _ = perimeter::accept::<Order>(b"{}");
}
