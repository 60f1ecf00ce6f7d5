//! Mistakes in the parentheses of a rule.

#[perimeter::external_contract]
struct Wrong {
    #[field(length())]
    a: String,
    #[field(length = )]
    b: String,
    #[field(length(1..=5, message = 5))]
    c: String,
    #[field(length(1..=5, message = ""))]
    d: String,
    #[field(length(1..=5, severity = fatal))]
    e: String,
    #[field(length(1..=5, code = "a", code = "b"))]
    f: String,
    #[field(length(1..=5, code = ""))]
    g: String,
    #[field(length(1..=5) email)]
    h: String,
    #[field(length(1..=5 unit = bytes))]
    i: String,
    #[field(message = "too long")]
    j: String,
    #[field(length = 1..=5, when = self.i.is_empty())]
    k: String,
    #[field(length(1..=5, unit = ))]
    l: String,
}

fn main() {}
