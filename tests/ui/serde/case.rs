//! Cases that serde does not know.

#[perimeter::external_contract]
#[serde(rename_all = "camelcase")]
struct A {}

#[perimeter::external_contract]
#[serde(rename_all = "dromedary")]
struct B {}

#[perimeter::external_contract]
#[serde(rename_all_fields = "kebab_case")]
enum C {
    D,
}

fn main() {}
