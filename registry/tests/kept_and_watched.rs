//! A registry with a store and a folder: each keeps what is its own.

#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test over fixed inputs: what is missing is a failure"
)]

use std::fs;
use std::path::Path;

use contracts_registry::{Document, Format, Kind, Registry};
use tempfile::TempDir;

fn document(name: &str, schema: &str) -> Document {
    let text = format!(r#"{{"x-module": "shop", "x-name": "{name}", "x-zone": "core", {schema}}}"#);
    Document::parse(Format::Json, &text).unwrap()
}

fn open(folder: &Path) -> Registry {
    let builder = Registry::builder().store(folder.join("contracts.redb"));
    builder.folder(folder.join("documents")).build().unwrap()
}

/// A folder with a folder of documents in it.
fn folders() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("documents")).unwrap();
    folder
}

/// A file whose document accepts what is of a type.
fn write(folder: &Path, of: &str) {
    let text = format!("x-perimeter: {{module: shop, name: order, zone: core}}\ntype: {of}\n");
    fs::write(folder.join("documents/order.yaml"), text).unwrap();
}

/// The same document without a file.
fn order(of: &str) -> Document {
    let text = format!("x-perimeter: {{module: shop, name: order, zone: core}}\ntype: {of}\n");
    Document::parse(Format::Yaml, &text).unwrap()
}

fn is_of(registry: &Registry, of: &str) -> bool {
    *registry.named("order").unwrap().document().unwrap() == order(of)
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
fn a_reset_counts_anew_what_is_the_folders_and_the_stores() {
    let folder = folders();
    write(folder.path(), "integer");
    let registry = open(folder.path());
    registry
        .register(document("refund", r#""type": "integer""#))
        .unwrap();
    let accepted = |name| registry.named(name).unwrap().counts().accepted;
    for name in ["order", "refund"] {
        registry.named(name).unwrap().validate("12").unwrap();
    }
    registry.reload();
    assert_eq!((accepted("order"), accepted("refund")), (1, 1));
    registry.reset().unwrap();
    assert_eq!((accepted("order"), accepted("refund")), (0, 0));
    // The file goes on to have its key.
    write(folder.path(), "string");
    assert_eq!(registry.reload().replaced().len(), 1);
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

#[test]
fn what_was_registered_over_the_same_of_a_folder_is_the_stores() {
    let folder = folders();
    write(folder.path(), "integer");
    let registry = open(folder.path());
    let file = folder.path().join("documents/order.yaml");
    let handle = registry.register(Document::from_path(&file).unwrap()).unwrap();
    assert_eq!((handle.revision(), registry.revision()), (1, 1));
    // Once more changes nothing.
    registry.register(order("integer")).unwrap();
    assert_eq!(registry.revision(), 1);
    let reloaded = registry.reload();
    let contention = reloaded.failures()[0].contention().unwrap().to_string();
    let expected = format!("`shop::order` is declared at {} twice", file.display());
    assert_eq!(contention, expected);

    write(folder.path(), "string");
    let reloaded = registry.reload();
    assert!(reloaded.failures()[0].contention().is_some());
    assert!(is_of(&registry, "integer"));
    drop(registry);
    let builder = Registry::builder().store(folder.path().join("contracts.redb"));
    let error = builder
        .folder(folder.path().join("documents"))
        .build()
        .unwrap_err();
    assert_eq!((error.kind(), error.conflicts().len()), (Kind::Store, 1));

    write(folder.path(), "integer");
    let registry = open(folder.path());
    fs::remove_file(file).unwrap();
    assert!(registry.reload().removed().is_empty());
    assert!(is_of(&registry, "integer"));
    drop(registry);
    assert!(is_of(&open(folder.path()), "integer"));
}

#[test]
fn what_is_stored_stays_so_where_a_folder_has_the_same_at_the_start() {
    let folder = folders();
    open(folder.path()).register(order("integer")).unwrap();
    write(folder.path(), "integer");
    let registry = open(folder.path());
    write(folder.path(), "string");
    assert!(registry.reload().failures()[0].contention().is_some());
    assert!(is_of(&registry, "integer"));
    fs::remove_file(folder.path().join("documents/order.yaml")).unwrap();
    assert!(registry.reload().removed().is_empty());
    drop(registry);
    assert!(is_of(&open(folder.path()), "integer"));
}

#[test]
fn what_took_the_place_of_a_document_of_a_folder_does_so_after_a_restart() {
    let folder = folders();
    // The file comes, and changes, while the registry is there.
    let registry = open(folder.path());
    write(folder.path(), "integer");
    assert_eq!(registry.reload().added().len(), 1);
    registry.replace(order("number")).unwrap();
    drop(registry);
    let registry = open(folder.path());
    assert!(is_of(&registry, "number"));
    registry.invalidate_all().unwrap();
    registry.reload();
    write(folder.path(), "string");
    assert_eq!(registry.reload().replaced().len(), 1);
    registry.replace(order("number")).unwrap();
    drop(registry);

    // One that takes the place of that has the same below it.
    let registry = open(folder.path());
    registry.replace(order("boolean")).unwrap();
    registry.replace(order("array")).unwrap();
    drop(registry);
    let registry = open(folder.path());
    assert!(is_of(&registry, "array"));
    drop(registry);

    // As has one whose file came to say the same.
    write(folder.path(), "array");
    let registry = open(folder.path());
    registry.replace(order("object")).unwrap();
    registry.reset().unwrap();
    registry.replace(order("number")).unwrap();
    drop(registry);
    assert!(is_of(&open(folder.path()), "number"));
}
