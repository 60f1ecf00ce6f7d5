//! Expressions of ECMA-262 that are none, or that can't be matched in linear time.

#[perimeter::external_contract]
struct Wrong {
    #[field(pattern(ecma, "[a-z"))]
    open: String,
    #[field(pattern(ecma, "(?=a)"))]
    looking: String,
    #[field(pattern(ecma, r"(a)\1"))]
    back: String,
    #[field(pattern(ecma, r"\p{Foo}"))]
    property: String,
    #[field(pattern(ecma, search, "a{2,1}"))]
    often: String,
    #[field(pattern(ecma, r"\p{Lu}\-"))]
    escape: String,
}

fn main() {}
