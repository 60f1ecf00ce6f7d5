//! Expressions that are none.

#[perimeter::external_contract]
struct Wrong {
    #[field(pattern = "[a-z")]
    value: String,
    #[field(pattern(search, "(?<year>[0-9]{4}"))]
    year: String,
    #[field(each(pattern = "*"))]
    list: Vec<String>,
}

fn main() {}
