//! Two words about unknown members that say opposite things.

#[perimeter::external_contract(unknown_fields = ignore)]
#[serde(deny_unknown_fields)]
struct Wrong {}

fn main() {}
