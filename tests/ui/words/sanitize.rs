//! `sanitize` takes functions, by their paths.

#[perimeter::external_contract]
struct Wrong {
    #[field(sanitize)]
    a: String,
    #[field(sanitize())]
    b: String,
    #[field(sanitize = trim)]
    c: String,
    #[field(sanitize(trim(both)))]
    d: String,
    #[field(sanitize(trim = 1))]
    e: String,
    #[field(sanitize("trim"))]
    f: String,
    #[field(sanitize(trim), sanitize(lowercase))]
    g: String,
    #[field(sanitise(trim))]
    h: String,
    #[field(sanitize(trim lowercase))]
    i: String,
}

fn main() {}
