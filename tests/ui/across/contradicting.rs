//! Words that can't stand together.

#[perimeter::external_contract]
struct Wrong {
    a: u32,
    #[field(required, required_if(a = 1))]
    b: Option<u32>,
    #[field(required, excluded_if(a = 1))]
    c: Option<u32>,
    #[field(required_if(a = 1), excluded_if(a = 1))]
    d: Option<u32>,
    #[field(required_if(a = 1), required_unless(a = 1))]
    e: Option<u32>,
    #[field(required_with(b), required_with(b, severity = warn))]
    f: Option<u32>,
}

fn main() {}
