//! What `build` makes of a folder.

use contracts_registry::{Handle, Kind, Registry};

use crate::fixture::{Folder, broken, document};

#[test]
fn documents_of_all_formats_and_depths_are_read() {
    let folder = Folder::new("formats");
    folder.write("a.yaml", &document("a", "string"));
    folder.write("deep/er/b.YML", &document("b", "string"));
    folder.write(
        "deep/c.json",
        r#"{"x-module": "shop", "x-name": "c", "x-zone": "core"}"#,
    );
    folder.write(
        "d.toml",
        "[x-perimeter]\nmodule = \"shop\"\nname = \"d\"\nzone = \"core\"\n",
    );
    let registry = folder.registry();
    let all = registry.list();
    assert_eq!(
        all.iter().map(Handle::name).collect::<Vec<_>>(),
        ["a", "b", "c", "d"]
    );
    assert_eq!(registry.revision(), 0);
    assert_eq!(
        all[1].document().unwrap().path(),
        Some(&*folder.path("deep/er/b.YML"))
    );
}

#[test]
fn hidden_temporary_and_other_files_are_no_documents() {
    let folder = Folder::new("hidden");
    folder.write("order.yaml", &document("order", "string"));
    let others = [
        ".order.yaml",
        ".git/order.yaml",
        "#order.yaml#",
        ".#order.yaml",
        "~$order.json",
        "order.yaml~",
        "order.yaml.swp",
        "README.md",
        "json",
    ];
    for other in others {
        folder.write(other, "{ no document");
    }
    assert_eq!(folder.registry().list().len(), 1);
}

#[test]
fn every_broken_file_is_named_at_once() {
    let folder = Folder::new("broken");
    folder.write("a.yaml", &broken("a"));
    folder.write("b.yaml", &document("twin", "string"));
    folder.write("c.yaml", &document("twin", "integer"));
    folder.write("d.json", "{");
    let error = Registry::builder().folder(&folder).build().unwrap_err();
    assert_eq!(error.kind(), Kind::Documents);
    assert_eq!((error.documents().len(), error.conflicts().len()), (2, 1));
    let text = error.to_string();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "documents of a watched folder are broken");
    assert!(lines[1].contains("broken/a.yaml:2:7: /type: "), "{text}");
    assert!(lines[2].contains("broken/d.json:1:2: "), "{text}");
    let twins = format!(
        "`shop::twin` is declared at {} and at {}",
        folder.path("b.yaml").display(),
        folder.path("c.yaml").display()
    );
    assert_eq!(lines[3], twins);
}

#[test]
fn two_files_of_one_key_are_an_error_even_if_they_say_the_same() {
    let folder = Folder::new("copies");
    folder.write("a.yaml", &document("order", "string"));
    folder.write(
        "b.json",
        r#"{"x-perimeter": {"module": "shop", "name": "order", "zone": "external"}, "type": "string"}"#,
    );
    let error = Registry::builder().folder(&folder).build().unwrap_err();
    assert_eq!(error.kind(), Kind::Duplicate);
    assert_eq!(error.conflicts().len(), 1);
    assert_eq!(
        error.conflicts()[0].second().document().unwrap().path(),
        Some(&*folder.path("b.json"))
    );
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    let folder = Folder::new("absent");
    let error = Registry::builder().folder(folder.path("no")).build().unwrap_err();
    assert_eq!(error.kind(), Kind::Documents);
    let text = format!(
        "documents of a watched folder are broken\n{}: the folder is not there",
        folder.path("no").display()
    );
    assert_eq!(error.to_string(), text);
}

#[test]
fn folders_within_each_other_are_read_once() {
    let folder = Folder::new("within");
    folder.write("in/order.yaml", &document("order", "string"));
    let registry = Registry::builder()
        .folder(folder.path("in"))
        .folder(&folder)
        .folder(&folder)
        .build()
        .unwrap();
    assert_eq!(registry.list().len(), 1);
}

#[test]
fn without_folders_there_is_nothing_to_reload_and_no_job() {
    let registry = Registry::builder().build().unwrap();
    assert!(registry.reload().is_empty());
    assert!(registry.jobs().is_empty());
    assert!(registry.shutdown(std::time::Duration::ZERO));
}
