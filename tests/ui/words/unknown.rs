//! Misspelt words.

#[perimeter::external_contract]
struct Wrong {
    #[field(requird)]
    a: Option<u32>,
    #[field(nulable)]
    b: Option<u32>,
    #[field(secrets)]
    c: u32,
    #[field(defualt = 5)]
    d: u32,
    #[field(eech(length = 1..=5))]
    e: Vec<String>,
}

fn main() {}
