//! A record: names, presence, nested contracts.

#[derive(Debug, perimeter::Contract)]
#[contract(version = "1.0.0", max_bytes = 4096, metadata(owner = "tests"))]
#[serde(rename_all = "camelCase")]
struct Record {
    /// A number.
    #[field(range = 1..=9)]
    first_number: u32,
    #[field(not_null, length = 1..)]
    text: Option<String>,
    #[field(nested)]
    inner: Inner,
    #[serde(skip)]
    skipped: u8,
}

#[derive(Debug, perimeter::Contract)]
struct Inner {}
