//! Looks one by one, and the job that takes them, with watchers that are made up.

use std::fs;
use std::path::{Path, PathBuf};
use std::slice;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use super::file::Reading;
use super::folder::Listing;
use super::known::{Known, Mode, Named};
use super::watch::{Hints, Watching};
use super::*;
use crate::background::Backoff;
use crate::{Builder, JobState, Registry};

/// Long enough for any machine; nothing waits so long unless it has failed.
const LONG: Duration = Duration::from_secs(60);

/// Nothing is looked at but when it is told.
const TOLD: Pace = Pace {
    interval: Duration::MAX,
    quiet: Duration::ZERO,
    most: Duration::ZERO,
};

const AT_ONCE: Backoff = Backoff {
    first: Duration::ZERO,
    most: Duration::ZERO,
    well: Duration::MAX,
};

fn folder(test: &str) -> PathBuf {
    let folder = format!("perimeter-reload-{}-{test}", std::process::id());
    let folder = std::env::temp_dir().join(folder);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, of: &str) {
    let text = format!("x-perimeter: {{module: shop, name: order, zone: core}}\ntype: {of}\n");
    fs::write(folder.join("order.yaml"), text).unwrap();
}

fn told(builder: Builder) -> (Builder, Receiver<Reloaded>) {
    let (tell, told) = mpsc::channel();
    let builder = builder.on_reload(move |reloaded| drop(tell.send(reloaded.clone())));
    (builder, told)
}

/// A registry of a folder that takes a look when it is told.
fn looking(folder: &Path) -> (Registry, Receiver<Reloaded>) {
    let (builder, told) = told(Registry::builder().folder(folder));
    (builder.build().unwrap(), told)
}

fn look(registry: &Registry) {
    registry.reloader.as_ref().unwrap().look(&Named::default());
}

fn accepts(registry: &Registry, text: &str) -> bool {
    registry.get("shop", "order").unwrap().validate(text).is_ok()
}

#[test]
fn a_change_that_leaves_length_and_time_is_seen() {
    let folder = folder("grain");
    write(&folder, "string");
    let (registry, _told) = looking(&folder);
    let file = folder.join("order.yaml");
    let modified = fs::metadata(&file).unwrap().modified().unwrap();
    write(&folder, "number");
    let opened = fs::File::options().write(true).open(&file).unwrap();
    opened.set_modified(modified).unwrap();
    look(&registry);
    assert!(accepts(&registry, "1"));
    fs::remove_dir_all(folder).unwrap();
}

/// A folder with `order.yaml`, which has been looked at.
fn looked_at(test: &str) -> (PathBuf, Known) {
    let folder = folder(test);
    write(&folder, "string");
    let mut known = Known::default();
    known.look(slice::from_ref(&folder), Mode::Reload, &Named::default());
    (folder, known)
}

/// Takes a look for which the folders are listed by `list`, which is told how often it was before. Gives what it has shown of
/// `order.yaml` and `renamed.yaml`, and how often it listed.
fn look_by(
    (folder, known): (&Path, &mut Known),
    list: impl Fn(usize) -> Listing,
) -> ([Option<Reading>; 2], usize) {
    let mut listings = 0;
    let mut list = || {
        listings += 1;
        list(listings - 1)
    };
    known.look_by(&mut list, Mode::Reload, &Named::default());
    let news = |name| known.files.get(&folder.join(name)).map(|file| file.news);
    (["order.yaml", "renamed.yaml"].map(news), listings)
}

fn rename(folder: &Path) {
    fs::rename(folder.join("order.yaml"), folder.join("renamed.yaml")).unwrap();
}

#[test]
fn what_is_missing_is_gone_when_the_next_listing_says_so() {
    let (folder, mut known) = looked_at("removed");
    fs::remove_file(folder.join("order.yaml")).unwrap();
    let looked = look_by((&folder, &mut known), |_| Listing::of(slice::from_ref(&folder)));
    assert_eq!(looked, ([Some(Reading::Gone), None], 2));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_file_that_is_renamed_while_it_is_listed_is_never_away() {
    let (folder, mut known) = looked_at("renamed_listing");
    rename(&folder);
    // Its new name was not there yet, and its old one is no more.
    let looked = look_by((&folder, &mut known), |before| match before {
        0 => Listing {
            is_torn: true,
            ..Listing::default()
        },
        _ => Listing::of(slice::from_ref(&folder)),
    });
    assert_eq!(looked, ([Some(Reading::Gone), Some(Reading::Changed)], 2));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_file_that_is_renamed_before_it_is_read_is_never_away() {
    let (folder, mut known) = looked_at("renamed_reading");
    let looked = look_by((&folder, &mut known), |before| {
        let listing = Listing::of(slice::from_ref(&folder));
        if before == 0 {
            rename(&folder);
        }
        listing
    });
    assert_eq!(looked, ([Some(Reading::Gone), Some(Reading::Changed)], 2));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_folder_that_does_not_come_to_rest_keeps_what_it_had() {
    let (folder, mut known) = looked_at("restless");
    let (news, listings) = look_by((&folder, &mut known), |_| Listing {
        is_torn: true,
        ..Listing::default()
    });
    assert_eq!((news, listings), ([Some(Reading::Changed), None], 5));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_failure_is_told_once_and_again_when_it_is_another() {
    let folder = folder("once");
    write(&folder, "string");
    let (registry, told) = looking(&folder);
    write(&folder, "strin");
    look(&registry);
    look(&registry);
    assert_eq!(told.try_iter().count(), 1);
    write(&folder, "stri");
    look(&registry);
    assert_eq!(told.try_iter().count(), 1);
    // Whoever asks is told in any case.
    assert_eq!(registry.reload().failures().len(), 1);
    fs::rename(&folder, folder.with_extension("away")).unwrap();
    told.try_iter().for_each(drop);
    look(&registry);
    look(&registry);
    let failures: Vec<_> = told.try_iter().map(|event| event.failures().len()).collect();
    assert_eq!(failures, [1]);
    fs::remove_dir_all(folder.with_extension("away")).unwrap();
}

#[test]
fn a_failure_counts_the_contracts_that_it_keeps_as_they_were() {
    let folder = folder("kept");
    write(&folder, "string");
    let other = "x-perimeter: {module: shop, name: other, zone: core}\n";
    fs::write(folder.join("other.yaml"), other).unwrap();
    let (registry, _told) = looking(&folder);
    let kept = || -> Vec<usize> {
        let reloaded = registry.reload();
        reloaded.failures().iter().map(|failure| failure.kept).collect()
    };
    assert!(kept().is_empty());
    // Nothing was in force of a new file, even if it wants the key of another.
    fs::write(folder.join("new.yaml"), "type: strin\n").unwrap();
    assert_eq!(kept(), [0]);
    fs::write(folder.join("new.yaml"), other).unwrap();
    assert_eq!(kept(), [0]);
    write(&folder, "strin");
    assert_eq!(kept(), [0, 1]);
    fs::rename(&folder, folder.with_extension("away")).unwrap();
    assert_eq!(kept(), [2, 0, 1]);
    fs::remove_dir_all(folder.with_extension("away")).unwrap();
}

#[test]
fn what_was_invalidated_is_away_until_its_file_changes() {
    let folder = folder("invalidated");
    write(&folder, "string");
    let (registry, told) = looking(&folder);
    registry.invalidate("shop", "order").unwrap();
    look(&registry);
    look(&registry);
    assert!(registry.get("shop", "order").is_err());
    assert_eq!(told.try_iter().count(), 0);
    write(&folder, "integer");
    look(&registry);
    assert!(accepts(&registry, "1"));
    assert_eq!(told.try_iter().map(|event| event.added().len()).sum::<usize>(), 1);
    fs::remove_dir_all(folder).unwrap();
}

/// Refuses to watch, or panics, as often as it is told; then it hands out what is to be told of changes.
struct Moody {
    panics: usize,
    hand_out: mpsc::Sender<Arc<Hints>>,
}

impl Watcher for Moody {
    fn start(&mut self, folders: &[PathBuf], hints: &Arc<Hints>) -> Watching {
        if self.panics > 0 {
            self.panics -= 1;
            panic!("a bad mood");
        }
        self.hand_out.send(hints.clone()).unwrap();
        assert_eq!(folders.len(), 1);
        (Box::new(()), std::collections::BTreeMap::new())
    }
}

#[test]
fn a_watcher_that_panics_comes_back_and_the_contracts_stay() {
    let folder = folder("panics");
    write(&folder, "string");
    let (hand_out, hints) = mpsc::channel();
    let (tell, restarts) = mpsc::channel();
    let (builder, told) = told(Registry::builder().watch(&folder));
    let registry = builder
        .on_restart(move |job| drop(tell.send(job.clone())))
        .build_with(Moody { panics: 2, hand_out }, AT_ONCE, TOLD)
        .unwrap();
    let restarts: Vec<_> = (0..2).map(|_| restarts.recv_timeout(LONG).unwrap()).collect();
    assert_eq!(restarts[1].restarts(), 2);
    assert_eq!(restarts[1].failure(), Some("a bad mood"));
    assert!(accepts(&registry, "\"a\""));
    assert_eq!(registry.revision(), 0);

    let hints = hints.recv_timeout(LONG).unwrap();
    write(&folder, "integer");
    hints.name(vec![folder.join("order.yaml")]);
    let event = told.recv_timeout(LONG).unwrap();
    assert!(event.replaced().len() == 1 || told.recv_timeout(LONG).unwrap().replaced().len() == 1);
    assert!(accepts(&registry, "1"));
    assert_eq!(registry.jobs()[0].state(), JobState::Running);
    fs::remove_dir_all(folder).unwrap();
}

/// Can watch nothing.
struct Refusing;

impl Watcher for Refusing {
    fn start(&mut self, folders: &[PathBuf], _: &Arc<Hints>) -> Watching {
        let refused = folders
            .iter()
            .map(|folder| (folder.clone(), "no more watches".to_owned()));
        (Box::new(()), refused.collect())
    }
}

#[test]
fn a_folder_that_can_not_be_watched_is_told_once_and_looked_at() {
    let folder = folder("refused");
    write(&folder, "string");
    let (builder, told) = told(Registry::builder().watch(&folder));
    let often = Pace {
        interval: Duration::from_millis(1),
        ..TOLD
    };
    let registry = builder.build_with(Refusing, AT_ONCE, often).unwrap();
    let event = told.recv_timeout(LONG).unwrap();
    let text = format!(
        "{}: the folder can't be watched, so it is looked at every 1ms: no more watches",
        folder.display()
    );
    assert_eq!(event.failures()[0].to_string(), text);
    write(&folder, "integer");
    // The file may be seen while it is empty.
    while told.recv_timeout(LONG).unwrap().replaced().is_empty() {}
    assert!(accepts(&registry, "1"));
    assert_eq!(registry.jobs()[0].restarts(), 0);
    drop(registry);
    let refusals = told.try_iter().flat_map(|event| event.failures().to_vec());
    assert!(refusals.into_iter().all(|failure| failure.file() != folder));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn more_names_than_are_kept_stand_for_all() {
    let hints = Hints::new(Arc::default(), Named::default());
    hints.name((0..5000).map(|at| PathBuf::from(at.to_string())).collect());
    assert_eq!(hints.take(), Named::All);
    assert_eq!(hints.take(), Named::default());
    hints.name(vec![PathBuf::from("a")]);
    assert_eq!(hints.take(), Named::These([PathBuf::from("a")].into()));
}
