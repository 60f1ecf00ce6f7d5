//! Options of a format that make no sense together, or as they are given.

#[perimeter::external_contract]
struct Wrong {
    #[field(email(html, idn))]
    meanings: String,
    #[field(uuid(v4, v7))]
    versions: String,
    #[field(url(schemes = ["HTTP"]))]
    capitals: String,
    #[field(url(schemes = []))]
    none: String,
    #[field(cidr(v4, v6))]
    either: String,
}

fn main() {}
