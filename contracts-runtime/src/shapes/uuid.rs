//! `uuid`: read in every form that its `FromStr` takes, braces and `urn:uuid:` among them.

super::texts! {
    uuid::Uuid: "uuid", "uuid", "a UUID", |text| text.parse().ok();
}
