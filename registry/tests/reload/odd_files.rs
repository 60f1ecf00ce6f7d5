//! Links, and files that can't be read, or not as a document.

use std::fs;

use contracts_registry::DocumentErrorKind;

use crate::fixture::{Folder, document, names, tally};

#[test]
fn a_file_over_the_limit_leaves_the_last_sound_document() {
    let folder = Folder::new("limit");
    folder.write("order.yaml", &document("order", "string"));
    let registry = folder.registry();
    let long = document("order", "integer") + &"#".repeat(8 << 20);
    folder.write("order.yaml", &long);
    let reloaded = registry.reload();
    assert_eq!(tally(&reloaded), [0, 0, 0, 1]);
    assert_eq!(
        reloaded.failures()[0].error().unwrap().kind(),
        DocumentErrorKind::Io
    );
    assert!(registry.get("shop", "order").unwrap().validate(b"\"a\"").is_ok());
}

#[test]
fn a_text_that_is_no_utf_8_is_broken() {
    let folder = Folder::new("bytes");
    let registry = folder.registry();
    fs::write(folder.path("order.json"), b"{\"a\": \"\xff\"}").unwrap();
    let reloaded = registry.reload();
    let fault = &reloaded.failures()[0].error().unwrap().faults()[0];
    assert_eq!((fault.line(), fault.column()), (Some(1), Some(8)));
}

#[test]
fn what_lies_too_deep_is_told_and_leaves_all_below() {
    let folder = Folder::new("deep");
    let registry = folder.registry();
    let deep = "d/".repeat(70);
    folder.write(&format!("{deep}order.yaml"), &document("deep", "string"));
    folder.write("d/order.yaml", &document("order", "string"));
    let reloaded = registry.reload();
    assert_eq!(
        (names(reloaded.added()), reloaded.failures().len()),
        (vec!["order"], 1)
    );
    assert!(
        reloaded.failures()[0]
            .to_string()
            .ends_with("the folder lies too deep; 64 levels are looked at")
    );
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::process::Command;

    use contracts_registry::Registry;

    use super::*;

    #[test]
    fn links_to_files_and_folders_are_followed() {
        let (folder, elsewhere) = (Folder::new("links"), Folder::new("links_elsewhere"));
        elsewhere.write("a.yaml", &document("a", "string"));
        elsewhere.write("in/b.yaml", &document("b", "string"));
        symlink(elsewhere.path("a.yaml"), folder.path("a.yaml")).unwrap();
        symlink(elsewhere.path("in"), folder.path("in")).unwrap();
        let registry = folder.registry();
        assert_eq!(registry.list().len(), 2);
        elsewhere.write("a.yaml", &document("a", "integer"));
        elsewhere.write("in/b.yaml", &document("b", "integer"));
        assert_eq!(tally(&registry.reload()), [0, 2, 0, 0]);
    }

    #[test]
    fn a_link_back_is_no_loop() {
        let folder = Folder::new("loop");
        folder.write("in/order.yaml", &document("order", "string"));
        symlink(folder.as_ref(), folder.path("in/again")).unwrap();
        symlink(folder.path("in"), folder.path("in2")).unwrap();
        assert_eq!(folder.registry().list().len(), 1);
    }

    #[test]
    fn a_folder_that_is_switched_by_its_link_is_replaced_as_one() {
        let folder = Folder::new("switch");
        folder.write("1/a.yaml", &document("a", "string"));
        folder.write("1/b.yaml", &document("b", "string"));
        folder.write("2/a.yaml", &document("a", "integer"));
        folder.write("2/c.yaml", &document("c", "string"));
        symlink(folder.path("1"), folder.path("current")).unwrap();
        let registry = Registry::builder()
            .folder(folder.path("current"))
            .build()
            .unwrap();
        symlink(folder.path("2"), folder.path("next")).unwrap();
        folder.rename("next", "current");
        let reloaded = registry.reload();
        assert_eq!((tally(&reloaded), registry.revision()), ([1, 1, 1, 0], 1));
    }

    #[test]
    fn a_link_that_leads_nowhere_is_broken_and_not_gone() {
        let folder = Folder::new("nowhere");
        folder.write("target", &document("order", "string"));
        symlink(folder.path("target"), folder.path("order.yaml")).unwrap();
        let registry = folder.registry();
        folder.remove("target");
        let reloaded = registry.reload();
        assert_eq!(tally(&reloaded), [0, 0, 0, 1]);
        assert_eq!(reloaded.failures()[0].file(), folder.path("order.yaml"));
        assert!(std::error::Error::source(&reloaded.failures()[0]).is_some());
        assert!(registry.get("shop", "order").is_ok());
        folder.write("target", &document("order", "string"));
        assert_eq!(registry.reload().repaired(), [folder.path("order.yaml")]);
        folder.remove("order.yaml");
        assert_eq!(tally(&registry.reload()), [0, 0, 1, 0]);
    }

    #[test]
    fn what_can_not_be_read_leaves_the_last_sound_document() {
        let folder = Folder::new("forbidden");
        let file = folder.write("order.yaml", &document("order", "string"));
        let registry = folder.registry();
        folder.write("order.yaml", &document("order", "integer"));
        let permit = |mode| fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
        permit(0o000);
        // To some users nothing is forbidden; a link to itself can't be read by anyone.
        if fs::File::open(&file).is_ok() {
            permit(0o600);
            fs::remove_file(&file).unwrap();
            symlink(&file, &file).unwrap();
        }
        let reloaded = registry.reload();
        assert_eq!(tally(&reloaded), [0, 0, 0, 1]);
        assert_eq!(
            reloaded.failures()[0].error().unwrap().kind(),
            DocumentErrorKind::Io
        );
        assert!(registry.get("shop", "order").unwrap().validate(b"\"a\"").is_ok());
        fs::remove_file(&file).unwrap();
        folder.write("order.yaml", &document("order", "integer"));
        assert_eq!(tally(&registry.reload()), [0, 1, 0, 0]);
    }

    #[test]
    fn a_folder_of_which_only_the_names_can_be_read_leaves_all() {
        let folder = Folder::new("names");
        let file = folder.write("in/order.yaml", &document("order", "string"));
        let registry = folder.registry();
        let permit = |mode| {
            fs::set_permissions(folder.path("in"), fs::Permissions::from_mode(mode)).unwrap();
        };
        permit(0o400);
        // To some users nothing is forbidden.
        let is_forbidden = fs::metadata(&file).is_err();
        let reloaded = registry.reload();
        permit(0o700);
        assert_eq!(tally(&reloaded), [0, 0, 0, usize::from(is_forbidden)]);
        assert!(registry.get("shop", "order").is_ok());
    }

    #[test]
    fn a_pipe_keeps_nobody_waiting() {
        let folder = Folder::new("pipe");
        let made = Command::new("mkfifo").arg(folder.path("order.json")).status();
        assert!(made.unwrap().success());
        assert!(folder.registry().reload().is_empty());
    }
}
