//! Texts that say nothing.

#[perimeter::external_contract]
struct Wrong {
    #[field(contains = "")]
    contains_of: String,
    #[field(not_contains = "")]
    not_contains_of: String,
    #[field(prefix = "")]
    prefix_of: String,
    #[field(suffix = "")]
    suffix_of: String,
}

fn main() {}
