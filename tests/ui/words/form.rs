//! Words that are written otherwise.

#[perimeter::external_contract]
struct Wrong {
    #[field(required = true)]
    a: u32,
    #[field(default(5))]
    b: u32,
    #[field(rename("c"))]
    c: u32,
    #[field(rename = c)]
    c2: u32,
    #[field(check(path))]
    d: u32,
    #[field(each)]
    e: Vec<u32>,
    #[field(each())]
    f: Vec<u32>,
    #[field(format)]
    g: String,
    #[field(format(email, uuid))]
    h: String,
    #[field]
    i: u32,
    #[field = "secret"]
    j: u32,
    #[field(5)]
    k: u32,
    #[field(secret required)]
    l: u32,
    #[field(default = )]
    m: u32,
    #[field(each = email)]
    n: Vec<String>,
}

fn main() {}
