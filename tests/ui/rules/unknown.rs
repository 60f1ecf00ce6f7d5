//! A misspelt rule.

#[perimeter::external_contract]
struct Wrong {
    #[field(lenght = 1..=30)]
    value: String,
    #[field(emial)]
    mail: String,
    #[field(format = uid)]
    id: String,
}

fn main() {}
