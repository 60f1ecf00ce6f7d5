//! Rules for elements of a field that is not read by its type.

fn read<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    serde::Deserialize::deserialize(deserializer)
}

#[perimeter::external_contract]
struct Wrong {
    #[serde(deserialize_with = "read")]
    #[field(each(email))]
    a: Vec<String>,
    #[serde(flatten)]
    #[field(values(email))]
    b: std::collections::BTreeMap<String, String>,
}

fn main() {}
