//! A registry with a store and a folder: each keeps what is its own.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test over fixed inputs: what is missing is a failure"
)]

use std::fs;
use std::path::Path;

use contracts_registry::{Document, Format, Registry};

fn document(name: &str, schema: &str) -> Document {
    let text = format!(r#"{{"x-module": "shop", "x-name": "{name}", "x-zone": "core", {schema}}}"#);
    Document::parse(Format::Json, &text).unwrap()
}

fn open(folder: &Path) -> Registry {
    let builder = Registry::builder().store(folder.join("contracts.redb"));
    builder.folder(folder.join("documents")).build().unwrap()
}

fn names(registry: &Registry) -> Vec<String> {
    registry
        .list()
        .iter()
        .map(|contract| contract.name().to_owned())
        .collect()
}

#[test]
fn a_reset_keeps_what_is_stored_and_reads_the_folder_anew() {
    let folder = tempfile::tempdir().unwrap();
    let documents = folder.path().join("documents");
    fs::create_dir(&documents).unwrap();
    let file = documents.join("refund.yaml");
    fs::write(
        &file,
        "x-perimeter: {module: shop, name: refund, zone: core}\ntype: integer\n",
    )
    .unwrap();

    let registry = open(folder.path());
    registry
        .register(document("order", r#""type": "integer""#))
        .unwrap();
    assert_eq!(names(&registry), ["order", "refund"]);

    fs::write(
        &file,
        "x-perimeter: {module: shop, name: refund, zone: core}\ntype: string\n",
    )
    .unwrap();
    registry.reset().unwrap();
    assert_eq!(names(&registry), ["order", "refund"]);
    assert!(registry.named("refund").unwrap().validate(r#""all""#).is_ok());
    drop(registry);

    let registry = open(folder.path());
    assert_eq!(names(&registry), ["order", "refund"]);
    assert!(registry.named("order").unwrap().validate("12").is_ok());
    assert_eq!(registry.invalidate("shop", "order").unwrap(), 1);
    registry.reset().unwrap();
    assert_eq!(names(&registry), ["refund"]);
    drop(registry);
    assert_eq!(names(&open(folder.path())), ["refund"]);
}

#[test]
fn a_key_is_the_folders_or_the_stores() {
    let folder = tempfile::tempdir().unwrap();
    let documents = folder.path().join("documents");
    fs::create_dir(&documents).unwrap();
    let registry = open(folder.path());
    registry
        .register(document("order", r#""type": "integer""#))
        .unwrap();
    let text = "x-perimeter: {module: shop, name: order, zone: core}\ntype: string\n";
    fs::write(documents.join("order.yaml"), text).unwrap();
    let reloaded = registry.reload();
    assert!(reloaded.failures()[0].contention().is_some());
    assert!(registry.named("order").unwrap().validate("12").is_ok());
    drop(registry);

    let builder = Registry::builder().store(folder.path().join("contracts.redb"));
    let error = builder.folder(documents).build().unwrap_err();
    assert_eq!(error.conflicts().len(), 1, "{error}");
}
