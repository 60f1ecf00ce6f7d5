//! `within` takes a duration that is some time.

#[perimeter::external_contract]
struct Wrong {
    #[field(within = std::time::Duration::ZERO)]
    value: String,
}

fn main() {}
