//! `Registry::reload`: what came, went and changed, as one state.

use std::fs;
use std::sync::{Arc, OnceLock};

use contracts_registry::{Document, Format, Handle, Registry};

use crate::fixture::{Events, Folder, broken, document, names, tally};

#[test]
fn nothing_new_is_no_new_state() {
    let folder = Folder::new("nothing");
    folder.write("order.yaml", &document("order", "string"));
    let registry = folder.registry();
    assert!(registry.reload().is_empty());
    // Neither the time nor a comment is what a document says.
    folder.write("order.yaml", &(document("order", "string") + "# by Ada\n"));
    assert!(registry.reload().is_empty());
    assert_eq!(registry.revision(), 0);
}

#[test]
fn an_edit_replaces_the_contract_and_handles_keep_the_old_one() {
    let folder = Folder::new("edit");
    folder.write("order.yaml", &document("order", "string"));
    let registry = folder.registry();
    let old = registry.get("shop", "order").unwrap().clone();
    folder.write("order.yaml", &document("order", "integer"));
    let reloaded = registry.reload();
    assert_eq!(tally(&reloaded), [0, 1, 0, 0]);
    let new = registry.get("shop", "order").unwrap().clone();
    assert_eq!((old.revision(), new.revision(), reloaded.revision()), (0, 1, 1));
    assert_eq!(reloaded.replaced(), std::slice::from_ref(&new));
    assert!(old.validate(b"\"a\"").is_ok() && old.validate(b"1").is_err());
    assert!(new.validate(b"\"a\"").is_err() && new.validate(b"1").is_ok());
}

#[test]
fn a_broken_document_leaves_the_last_sound_one_until_it_is_repaired() {
    let folder = Folder::new("break");
    let file = folder.write("order.yaml", &document("order", "string"));
    let registry = folder.registry();
    folder.write("order.yaml", &broken("order"));
    let reloaded = registry.reload();
    assert_eq!(tally(&reloaded), [0, 0, 0, 1]);
    let failure = &reloaded.failures()[0];
    assert_eq!(failure.file(), file);
    let fault = &failure.error().unwrap().faults()[0];
    assert_eq!(
        (fault.line(), fault.column(), fault.pointer()),
        (Some(2), Some(7), "/type")
    );
    assert!(
        failure
            .to_string()
            .starts_with(&format!("{}:2:7: /type: ", file.display()))
    );
    assert!(registry.get("shop", "order").unwrap().validate(b"\"a\"").is_ok());
    assert_eq!(registry.revision(), 0);

    // The same text as before: nothing to publish, but good news.
    folder.write("order.yaml", &document("order", "string"));
    let reloaded = registry.reload();
    assert_eq!(
        (tally(&reloaded), reloaded.repaired()),
        ([0; 4], &[file.clone()][..])
    );

    folder.write("order.yaml", &broken("order"));
    registry.reload();
    folder.write("order.yaml", &document("order", "integer"));
    let reloaded = registry.reload();
    assert_eq!(
        (tally(&reloaded), reloaded.repaired()),
        ([0, 1, 0, 0], &[file][..])
    );
    assert!(registry.get("shop", "order").unwrap().validate(b"1").is_ok());
}

#[test]
fn a_text_is_broken_until_it_is_whole() {
    let folder = Folder::new("half");
    let registry = folder.registry();
    let whole = r#"{"x-perimeter": {"module": "shop", "name": "order", "zone": "core"}}"#;
    for end in [0, 1, 20, whole.len() - 1] {
        folder.write("order.json", &whole[..end]);
        assert_eq!(tally(&registry.reload()), [0, 0, 0, 1], "{end} bytes");
        assert!(registry.list().is_empty());
    }
    folder.write("order.json", whole);
    assert_eq!(tally(&registry.reload()), [1, 0, 0, 0]);
}

#[test]
fn a_renamed_document_is_never_away() {
    let folder = Folder::new("rename");
    folder.write("a.yaml", &document("order", "string"));
    let registry = folder.registry();
    folder.rename("a.yaml", "b.yaml");
    let reloaded = registry.reload();
    assert_eq!(tally(&reloaded), [0, 1, 0, 0]);
    let order = registry.get("shop", "order").unwrap();
    assert_eq!(order.document().unwrap().path(), Some(&*folder.path("b.yaml")));
    assert_eq!(registry.revision(), 1);
}

#[test]
fn a_file_that_is_gone_takes_its_document_along() {
    let folder = Folder::new("delete");
    folder.write("a.yaml", &document("a", "string"));
    folder.write("in/b.yaml", &document("b", "string"));
    folder.write("in/c.yaml", &document("c", "string"));
    let registry = folder.registry();
    fs::remove_dir_all(folder.path("in")).unwrap();
    let reloaded = registry.reload();
    assert_eq!(names(reloaded.removed()), ["b", "c"]);
    assert_eq!((tally(&reloaded), registry.revision()), ([0, 0, 2, 0], 1));
    assert_eq!(registry.list().len(), 1);
}

#[test]
fn a_broken_file_that_goes_takes_its_last_sound_document_along() {
    let folder = Folder::new("delete_broken");
    folder.write("a.yaml", &document("a", "string"));
    let registry = folder.registry();
    folder.write("a.yaml", &broken("a"));
    registry.reload();
    folder.remove("a.yaml");
    let reloaded = registry.reload();
    assert_eq!(tally(&reloaded), [0, 0, 1, 0]);
    assert_eq!(reloaded.repaired(), [folder.path("a.yaml")]);
    assert!(registry.reload().is_empty());
}

#[test]
fn a_failure_ends_when_its_file_goes() {
    let folder = Folder::new("delete_new");
    let registry = folder.registry();
    folder.write("a.yaml", &broken("a"));
    assert_eq!(registry.reload().failures().len(), 1);
    folder.remove("a.yaml");
    let reloaded = registry.reload();
    assert_eq!(
        (tally(&reloaded), reloaded.repaired()),
        ([0; 4], &[folder.path("a.yaml")][..])
    );
    assert!(registry.reload().is_empty());
}

#[test]
fn a_file_may_be_replaced_by_another_that_is_moved_over_it() {
    let folder = Folder::new("move_over");
    folder.write("order.yaml", &document("order", "string"));
    let registry = folder.registry();
    folder.write(".order.yaml.tmp", &document("order", "integer"));
    folder.rename(".order.yaml.tmp", "order.yaml");
    assert_eq!(tally(&registry.reload()), [0, 1, 0, 0]);
    assert!(registry.get("shop", "order").unwrap().validate(b"1").is_ok());
}

#[test]
fn a_thousand_changes_are_one_state() {
    let folder = Folder::new("thousand");
    let registry = folder.registry();
    for at in 0..1000 {
        folder.write(&format!("{at}.yaml"), &document(&format!("c{at}"), "string"));
    }
    let reloaded = registry.reload();
    assert_eq!((tally(&reloaded), registry.revision()), ([1000, 0, 0, 0], 1));
    assert_eq!(registry.list().len(), 1000);
}

#[test]
fn a_document_that_changes_its_key_leaves_the_old_one() {
    let folder = Folder::new("key");
    folder.write("a.yaml", &document("old", "string"));
    let registry = folder.registry();
    folder.write("a.yaml", &document("new", "string"));
    let reloaded = registry.reload();
    assert_eq!(
        (names(reloaded.added()), names(reloaded.removed())),
        (vec!["new"], vec!["old"])
    );
    assert_eq!(registry.revision(), 1);
}

#[test]
fn what_was_invalidated_is_there_after_a_reload() {
    let folder = Folder::new("invalidate");
    folder.write("order.yaml", &document("order", "string"));
    let registry = folder.registry();
    assert_eq!(registry.invalidate("shop", "order").unwrap(), 1);
    assert!(registry.get("shop", "order").is_err());
    assert_eq!(tally(&registry.reload()), [1, 0, 0, 0]);
    assert!(registry.get("shop", "order").is_ok());
}

#[test]
fn a_reset_registry_is_as_built_with_the_folder_as_it_is_now() {
    let folder = Folder::new("reset");
    folder.write("a.yaml", &document("a", "string"));
    folder.write("b.yaml", &document("b", "string"));
    let registered = |name: &str| Document::parse(Format::Yaml, &document(name, "number")).unwrap();
    let registry = Registry::builder()
        .folder(&folder)
        .register(registered("first"))
        .build()
        .unwrap();
    registry.register(registered("later")).unwrap();
    registry.invalidate("shop", "first").unwrap();
    registry.invalidate("shop", "a").unwrap();
    folder.write("c.yaml", &document("c", "string"));
    folder.remove("b.yaml");
    let before = registry.revision();
    registry.reset().unwrap();
    let all = registry.list();
    assert_eq!(
        all.iter().map(Handle::name).collect::<Vec<_>>(),
        ["a", "c", "first"]
    );
    assert_eq!(registry.revision(), before + 1);
}

#[test]
fn handlers_are_told_what_a_reload_gives_and_may_reload_themselves() {
    let folder = Folder::new("handlers");
    let itself: Arc<OnceLock<Arc<Registry>>> = Arc::default();
    let known = itself.clone();
    let builder = Registry::builder()
        .folder(&folder)
        .on_reload(|_| panic!("a handler"))
        .on_reload(move |_| assert!(known.get().unwrap().reload().is_empty()));
    let (builder, events) = Events::of(builder);
    let registry = Arc::new(builder.build().unwrap());
    assert!(itself.set(registry.clone()).is_ok());
    assert!(registry.reload().is_empty());
    assert!(events.now().is_empty());
    folder.write("order.yaml", &document("order", "string"));
    let reloaded = registry.reload();
    let told = events.now();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].to_string(), reloaded.to_string());
    assert_eq!(reloaded.to_string(), "revision 1\nadded shop::order");
}

#[test]
fn a_folder_that_goes_leaves_all_until_it_is_back() {
    let folder = Folder::new("away");
    folder.write("in/order.yaml", &document("order", "string"));
    let registry = Registry::builder().folder(folder.path("in")).build().unwrap();
    folder.rename("in", "out");
    let reloaded = registry.reload();
    assert_eq!(tally(&reloaded), [0, 0, 0, 1]);
    let text = format!("{}: the folder is not there", folder.path("in").display());
    assert_eq!(reloaded.failures()[0].to_string(), text);
    assert!(registry.get("shop", "order").is_ok());

    folder.write("out/order.yaml", &document("order", "integer"));
    folder.rename("out", "in");
    let reloaded = registry.reload();
    assert_eq!(
        (tally(&reloaded), reloaded.repaired()),
        ([0, 1, 0, 0], &[folder.path("in")][..])
    );
    assert!(registry.get("shop", "order").unwrap().validate(b"1").is_ok());
}
