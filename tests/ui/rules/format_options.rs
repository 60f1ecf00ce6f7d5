//! An option is one of the format's own.

#[perimeter::external_contract]
struct Wrong {
    #[field(email(strict))]
    option: String,
    #[field(uuid(v9))]
    version: String,
}

fn main() {}
