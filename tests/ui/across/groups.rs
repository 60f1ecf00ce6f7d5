//! Groups that say nothing, or stand where there are no names.

#[perimeter::external_contract(
    exactly_one_of(a),
    at_least_one_of(a, a),
    all_or_none(a, b, c),
    all_or_none,
    exactly_one_of(),
    all_or_none(a, b, when = true),
    at_least_one_of(a, b),
    at_least_one_of(a, b, severity = warn),
    exactly_on_of(a, b)
)]
struct Wrong {
    a: Option<u32>,
    b: Option<u32>,
}

#[perimeter::external_contract(exactly_one_of(a, b))]
enum Either {
    One { a: Option<u32>, b: Option<u32> },
}

#[perimeter::external_contract]
enum Each {
    #[contract(exactly_one_of(a, b), name = "one")]
    One { a: Option<u32>, c: Option<u32> },
    #[contract(exactly_one_of(a, b))]
    Two(Option<u32>, Option<u32>),
}

#[perimeter::external_contract(exactly_one_of(a, b))]
struct Pair(Option<u32>, Option<u32>);

fn main() {}
