//! More arguments than the rule takes, and fewer.

#[perimeter::external_contract]
struct Wrong {
    #[field(length(1, 5))]
    value: String,
    #[field(email = "ada")]
    mail: String,
    #[field(length)]
    text: String,
    #[field(range = 5)]
    number: u32,
}

fn main() {}
