//! Words across fields that are written otherwise.

#[perimeter::external_contract]
struct Wrong {
    a: u32,
    #[field(matches)]
    b: u32,
    #[field(matches = a)]
    c: u32,
    #[field(less_than(a, b))]
    d: u32,
    #[field(less_than(5))]
    e: u32,
    #[field(less_than())]
    f: u32,
    #[field(required_if)]
    g: Option<u32>,
    #[field(required_if(a))]
    h: Option<u32>,
    #[field(required_if(a = ))]
    i: Option<u32>,
    #[field(required_if(a = 1, b = 2))]
    j: Option<u32>,
    #[field(required_if(a = 1, b))]
    k: Option<u32>,
    #[field(required_if(a = 1..5))]
    l: Option<u32>,
    #[field(required_if(a = []))]
    m: Option<u32>,
    #[field(required_if(a = [1, u32::from(2)]))]
    n: Option<u32>,
    #[field(required_if("a" = 1))]
    o: Option<u32>,
    #[field(required_with())]
    p: Option<u32>,
    #[field(required_with)]
    q: Option<u32>,
    #[field(required_with(p, message = ""))]
    r: Option<u32>,
    #[field(required_with(p, severity = fatal))]
    s: Option<u32>,
    #[field(matches(a, when = self.b > 1))]
    t: u32,
    #[field(required_with(p, unit = bytes))]
    u: Option<u32>,
    #[field(required_with(p q))]
    v: Option<u32>,
    #[field(exactly_one_of(p, q))]
    w: Option<u32>,
    #[field(requird_if(a = 1))]
    x: Option<u32>,
    #[field(each(matches(a)))]
    y: [u32; 2],
    #[field(matches(a, code = "x", code = "y"))]
    z: u32,
}

fn main() {}
