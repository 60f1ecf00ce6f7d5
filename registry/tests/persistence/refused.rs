//! Stores that can't be used, and what is said of them.

use std::error::Error as _;
use std::fs;
use std::path::{Path, PathBuf};

use contracts_registry::{Error, Kind, Registry, Store};
use contracts_runtime::Zone;
use redb::{Database, TableDefinition};
use tempfile::TempDir;

use super::model::{Drawn, open, state};
use super::reopened::{compiled, order};

fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("contracts.redb");
    (folder, path)
}

fn refused(path: &Path) -> Error {
    let error = Registry::builder().store(path).build().unwrap_err();
    assert_eq!((error.kind(), error.path()), (Kind::Store, Some(path)));
    error
}

/// What is said, with the path as `PATH`.
fn said(path: &Path) -> String {
    refused(path)
        .to_string()
        .replace(&path.display().to_string(), "PATH")
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("inner");
    let error = refused(&inner.join("contracts.redb")).to_string();
    assert!(error.ends_with(&format!(
        "there is no folder `{}`; create it first",
        inner.display()
    )));
    assert!(!inner.exists());
}

#[test]
fn a_file_of_something_else_is_no_store_and_stays_as_it_is() {
    for text in [
        "",
        "\0",
        "\0\0\0\0\0\0\0\0\0\0\0\0",
        "{\"x-module\": \"shop\"}",
        &"-".repeat(1 << 20),
    ] {
        let (_folder, path) = folder();
        fs::write(&path, text).unwrap();
        assert_eq!(
            said(&path),
            "`PATH` is no store of documents; choose another path, or move away what is there"
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
}

#[test]
fn a_registry_has_one_store() {
    let (_folder, path) = folder();
    let other = path.with_extension("other");
    let again = path.parent().unwrap().join("./contracts.redb");
    let builder = Registry::builder().store(&path).store(again);
    assert!(builder.clone().build().is_ok(), "the same one twice");
    let error = builder.store(&other).build().unwrap_err();
    assert_eq!((error.kind(), error.path()), (Kind::Store, Some(&*other)));
    assert_eq!(
        error.to_string(),
        format!(
            "the store `{}` is one too many beside `{}`; a registry keeps its documents in one file",
            other.display(),
            path.display()
        )
    );
    assert!(!other.exists());
}

#[test]
fn a_folder_is_no_store() {
    let folder = tempfile::tempdir().unwrap();
    let error = refused(folder.path());
    let source = error.source().unwrap();
    assert_eq!(
        error.to_string(),
        format!(
            "the store `{}` can't be read or written: {source}",
            folder.path().display()
        )
    );
}

#[test]
fn a_database_of_something_else_is_no_store() {
    const SONGS: TableDefinition<'_, &str, u64> = TableDefinition::new("songs");
    let (_folder, path) = folder();
    let database = Database::create(&path).unwrap();
    let writing = database.begin_write().unwrap();
    writing.open_table(SONGS).unwrap().insert("Hello", 3).unwrap();
    writing.commit().unwrap();
    drop(database);
    assert_eq!(
        said(&path),
        "`PATH` is a database of another program, and no store of documents; choose another path"
    );
}

#[test]
fn a_store_of_a_newer_format_is_left_alone() {
    const PERIMETER: TableDefinition<'_, &str, u64> = TableDefinition::new("perimeter");
    let (_folder, path) = folder();
    open(&path).register(order(1)).unwrap();
    let database = Database::open(&path).unwrap();
    let writing = database.begin_write().unwrap();
    writing
        .open_table(PERIMETER)
        .unwrap()
        .insert("format", 2)
        .unwrap();
    writing.commit().unwrap();
    drop(database);
    assert_eq!(
        said(&path),
        "the store `PATH` is of format 2, and this version of perimeter reads up to 1; \
         use the version that wrote it, or a newer one"
    );
}

#[test]
fn one_registry_at_a_time_has_a_store() {
    let (_folder, path) = folder();
    let first = open(&path);
    let in_use = "the store `PATH` is open already, in another process or another registry; \
                  give each a file of its own, or close the other first";
    assert_eq!(said(&path), in_use);
    assert_eq!(Store::open(&path).unwrap_err().kind(), Kind::Store);
    first.register(order(1)).unwrap();
    drop(first);
    assert_eq!(state(&open(&path)).len(), 1);
}

#[test]
fn one_of_many_creates_a_store() {
    let (_folder, path) = folder();
    let built = std::thread::scope(|scope| {
        let build = || Registry::builder().store(&path).build();
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(build)).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect::<Vec<_>>()
    });
    let (opened, refused): (Vec<_>, Vec<_>) = built.into_iter().partition(Result::is_ok);
    assert_eq!(opened.len(), 1);
    for refused in refused {
        assert!(refused.unwrap_err().to_string().contains("is open already"));
    }
    opened
        .into_iter()
        .next()
        .unwrap()
        .unwrap()
        .register(order(1))
        .unwrap();
    assert_eq!(state(&open(&path)).len(), 1);
}

#[test]
fn what_a_killed_creation_has_left_does_not_matter() {
    let (folder, path) = folder();
    for left in [&[][..], b"\0\0\0\0", "-".repeat(1 << 16).as_bytes()] {
        fs::write(folder.path().join("contracts.redb.new"), left).unwrap();
        open(&path).register(order(1)).unwrap();
        assert_eq!(state(&open(&path)).len(), 1);
        fs::remove_file(&path).unwrap();
    }
}

#[test]
fn a_document_in_the_way_of_a_contract_of_the_program_is_told_with_what_to_do() {
    let (_folder, path) = folder();
    open(&path).register(order(1)).unwrap();
    let built = || {
        Registry::builder()
            .register(compiled(Zone::Core))
            .store(&path)
            .build()
    };
    let error = built().unwrap_err();
    assert_eq!((error.kind(), error.conflicts().len()), (Kind::Store, 1));
    assert_eq!(
        error.to_string().replace(&path.display().to_string(), "PATH"),
        "documents of the store `PATH` are in the way of contracts of the program: \
         `shop::order@1`, which is declared at src/app.rs:7; \
         give one of the two another name or version, or take the document out by `Store::remove`"
    );
    assert_eq!(state(&open(&path)).len(), 1);
    assert!(Store::open(&path).unwrap().remove("shop", "order", "1").unwrap());
    assert!(built().unwrap().named("order").unwrap().descriptor().is_some());
}

#[test]
fn a_contract_that_changed_behind_a_document_in_its_place_is_told() {
    let (_folder, path) = folder();
    let built = |zone| Registry::builder().register(compiled(zone)).store(&path).build();
    built(Zone::External).unwrap().replace(order(1)).unwrap();
    assert!(
        built(Zone::External)
            .unwrap()
            .named("order")
            .unwrap()
            .document()
            .is_some()
    );
    assert_eq!(built(Zone::Core).unwrap_err().conflicts().len(), 1);
    // Who replaces it anew has seen the contract as it is now.
    let registry = Registry::builder().store(&path).build().unwrap();
    registry.invalidate_all().unwrap();
    drop(registry);
    built(Zone::Core).unwrap().replace(order(1)).unwrap();
    assert!(
        built(Zone::Core)
            .unwrap()
            .named("order")
            .unwrap()
            .document()
            .is_some()
    );
}

/// The bytes of a text, where they stand in the file.
fn find(bytes: &[u8], text: &str) -> Vec<usize> {
    let found = bytes.windows(text.len()).enumerate();
    found
        .filter(|(_, window)| *window == text.as_bytes())
        .map(|(at, _)| at)
        .collect()
}

#[test]
fn a_text_that_is_not_as_it_was_stored_is_told_and_can_be_taken_out() {
    let (_folder, path) = folder();
    open(&path).register(order(4321)).unwrap();
    let mut bytes = fs::read(&path).unwrap();
    let places = find(&bytes, "4321");
    assert!(!places.is_empty());
    for at in places {
        bytes[at] = b'9';
    }
    fs::write(&path, bytes).unwrap();
    assert_eq!(
        said(&path),
        "texts of the store `PATH` are no documents: \
         `shop::order@1`, is not as it was stored: the file is damaged; \
         take them out by `Store::remove`, and register them anew once they are corrected"
    );
    let store = Store::open(&path).unwrap();
    let documents = store.documents().unwrap();
    assert!(documents[0].text().contains("9321"));
    assert_eq!(documents[0].format(), None);
    assert!(store.remove("shop", "order", "1").unwrap());
    assert!(!store.remove("shop", "order", "1").unwrap());
    drop(store);
    assert!(state(&open(&path)).is_empty());
}

/// Whatever bytes of a file are wrong, there is an error or what was stored, and never another document.
#[test]
fn damage_is_an_error_or_without_effect() {
    let (folder, path) = folder();
    let registry = open(&path);
    let mut rng = fastrand::Rng::with_seed(11);
    for _ in 0..12 {
        registry.replace(Drawn::draw(&mut rng).document()).unwrap();
    }
    let stored = state(&registry);
    drop(registry);
    let sound = fs::read(&path).unwrap();
    let damaged = folder.path().join("damaged.redb");
    let mut errors = 0;
    for round in 0..150 {
        let mut bytes = sound.clone();
        match round % 3 {
            0 => bytes.truncate(rng.usize(1..sound.len())),
            1 => bytes[rng.usize(..4096)] ^= 1 << rng.u8(..8),
            _ => {
                let at = rng.usize(..sound.len());
                let end = (at + rng.usize(1..3000)).min(sound.len());
                rng.fill(&mut bytes[at..end]);
            }
        }
        fs::write(&damaged, &bytes).unwrap();
        match Registry::builder().store(&damaged).build() {
            Ok(registry) => {
                let found = state(&registry);
                assert!(
                    found.iter().all(|(key, hash)| stored.get(key) == Some(hash)),
                    "round {round}"
                );
            }
            Err(error) => {
                assert_eq!(error.kind(), Kind::Store);
                errors += 1;
            }
        }
    }
    assert!(errors > 50, "{errors}");
}

#[test]
fn a_path_that_would_break_the_line_is_escaped() {
    let folder = tempfile::tempdir().unwrap();
    let error = refused(&folder.path().join("a\nb").join("c"));
    assert_eq!(error.to_string().lines().count(), 1);
}
