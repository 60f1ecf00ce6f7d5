//! The thread that watches, with the watcher of the system.

use std::fs;
use std::sync::Arc;
use std::time::{Duration, Instant};

use contracts_registry::{JobState, Registry, Reloaded};

use crate::fixture::{Events, Folder, LONG, broken, document, names, tally};

fn watch(folder: &Folder) -> (Registry, Events) {
    let (builder, events) = Events::of(Registry::builder().watch(folder));
    (builder.build().unwrap(), events)
}

fn accepts(registry: &Registry, name: &str, text: &str) -> bool {
    registry.get("shop", name).unwrap().validate(text).is_ok()
}

#[test]
fn a_document_is_edited_broken_repaired_renamed_and_removed() {
    let folder = Folder::new("watch_story");
    let file = folder.write("order.yaml", &document("order", "string"));
    let (registry, events) = watch(&folder);

    folder.write("order.yaml", &document("order", "integer"));
    events.until(|event| names(event.replaced()) == ["order"]);
    assert!(accepts(&registry, "order", "1"));

    // A look may see the file while it is empty.
    folder.write("order.yaml", &broken("order"));
    let place = format!("{}:2:7: /type: ", file.display());
    events.until(|event| {
        event
            .failures()
            .iter()
            .any(|failure| failure.to_string().starts_with(&place))
    });
    assert!(accepts(&registry, "order", "1"));

    folder.write("order.yaml", &document("order", "boolean"));
    events.until(|event| names(event.replaced()) == ["order"] && event.repaired() == [file.clone()]);
    assert!(accepts(&registry, "order", "true"));

    folder.rename("order.yaml", "renamed.yaml");
    let told = events.until(|event| !event.replaced().is_empty());
    assert!(told.iter().all(|event| event.removed().is_empty()));

    folder.write("in/new.yaml", &document("new", "string"));
    events.until(|event| names(event.added()) == ["new"]);
    folder.write("in/new.yaml", &document("new", "number"));
    events.until(|event| names(event.replaced()) == ["new"]);

    folder.remove("renamed.yaml");
    events.until(|event| names(event.removed()) == ["order"]);
    assert!(registry.get("shop", "order").is_err());
    assert!(registry.get("shop", "new").is_ok());
    assert_eq!(registry.jobs()[0].restarts(), 0);
}

#[test]
fn a_file_that_is_moved_over_another_is_seen() {
    let folder = Folder::new("watch_move");
    folder.write("order.yaml", &document("order", "string"));
    let (registry, events) = watch(&folder);
    folder.write(".tmp", &document("order", "integer"));
    folder.rename(".tmp", "order.yaml");
    let told = events.until(|event| !event.replaced().is_empty());
    assert_eq!(tally(told.last().unwrap()), [0, 1, 0, 0]);
    assert!(accepts(&registry, "order", "1"));
}

#[test]
fn a_thousand_changes_are_published_in_a_few_states() {
    let folder = Folder::new("watch_burst");
    let (registry, events) = watch(&folder);
    for at in 0..1000 {
        folder.write(&format!("{at}.yaml"), &document(&format!("c{at}"), "string"));
    }
    let mut added = 0;
    events.until(|event| {
        added += event.added().len();
        added == 1000
    });
    assert_eq!(registry.list().len(), 1000);
    // However slowly they are written: a look comes after a while, and takes its time too.
    assert!(registry.revision() <= 100, "{} states", registry.revision());
}

#[test]
fn a_folder_that_is_replaced_is_watched_on() {
    let folder = Folder::new("watch_replaced");
    folder.write("in/order.yaml", &document("order", "string"));
    let (builder, events) = Events::of(Registry::builder().watch(folder.path("in")));
    let registry = builder.build().unwrap();
    folder.rename("in", "out");
    events.until(|event| {
        event
            .failures()
            .iter()
            .any(|failure| failure.file() == folder.path("in"))
    });
    assert!(registry.get("shop", "order").is_ok());

    folder.write("next/order.yaml", &document("order", "integer"));
    folder.rename("next", "in");
    events.until(|event| !event.replaced().is_empty());
    assert!(accepts(&registry, "order", "1"));

    folder.write("in/order.yaml", &document("order", "boolean"));
    events.until(|event| !event.replaced().is_empty());
    assert!(accepts(&registry, "order", "true"));
}

#[test]
fn dropping_the_registry_ends_the_thread() {
    let folder = Folder::new("watch_drop");
    let held = Arc::new(());
    let holds = held.clone();
    let registry = Registry::builder()
        .watch(&folder)
        .on_reload(move |_: &Reloaded| assert_eq!(*holds, ()))
        .build()
        .unwrap();
    let started = Instant::now();
    drop(registry);
    assert_eq!(Arc::strong_count(&held), 1);
    assert!(started.elapsed() < LONG);
}

#[test]
fn a_registry_that_was_shut_down_reloads_when_it_is_told_to() {
    let folder = Folder::new("watch_shutdown");
    let (registry, events) = watch(&folder);
    assert!(registry.shutdown(LONG));
    assert!(registry.shutdown(Duration::ZERO));
    assert_eq!(registry.jobs()[0].state(), JobState::Ended);
    folder.write("order.yaml", &document("order", "string"));
    assert_eq!(tally(&registry.reload()), [1, 0, 0, 0]);
    assert_eq!(events.now().len(), 1);
    fs::remove_dir_all(&folder).unwrap();
}
