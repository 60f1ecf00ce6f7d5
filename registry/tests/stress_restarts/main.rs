//! Readers, registrations, replacements, invalidations, reloads and restarts at once: every answer is that of one state
//! that there was, states follow one another, and what was acknowledged is there after a restart.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test over drawn inputs: what is missing is a failure"
)]

#[path = "../stress/at_once.rs"]
mod at_once;
mod folder;
mod history;
mod lives;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use contracts_registry::{Handle, Kind};

use at_once::at_once;
use folder::{Folder, document};
use history::{Change, Key, Part, Seen, State, all, holds, index, seen};
use lives::{Life, Lives};

/// How many documents are registered or replaced; each waits for the disk.
const CHANGES: usize = 400;
/// Each writer restarts the registry once in so many changes.
const LIFE: usize = 60;
const MODULES: [&str; 2] = ["shop", "shop::web"];

fn keys(kind: &str, count: usize) -> Vec<Key> {
    (0..count)
        .map(|number| {
            (
                MODULES[number % MODULES.len()].to_owned(),
                format!("{kind}_{number}"),
            )
        })
        .collect()
}

fn one<'k>(rng: &mut fastrand::Rng, keys: &'k [Key]) -> &'k Key {
    &keys[rng.usize(..keys.len())]
}

fn restart_at_times(lives: &Lives, rng: &mut fastrand::Rng) {
    if rng.usize(..LIFE) == 0 {
        lives.restart();
    }
}

/// Registers and replaces documents, and lets one of the others make a change with each.
fn register(lives: &Lives, keys: &[Key], others: &[SyncSender<()>], seed: u64) {
    let mut rng = fastrand::Rng::with_seed(seed);
    for _ in 0..CHANGES {
        // One that has failed is told of when all is over.
        let _ = others[rng.usize(..others.len())].send(());
        // Few, so that the same is registered again.
        let (key, title) = (one(&mut rng, keys), format!("stored {}", rng.usize(..4)));
        let contract = document(key, &title);
        let life = lives.now();
        if rng.bool() {
            let handle = life.registry.replace(contract).unwrap();
            let change = Change::Replaced(title.clone());
            life.journal.lock().unwrap().put(&handle, &title, change);
        } else {
            let (done, during) = life.during(|registry| registry.register(contract));
            let mut journal = life.journal.lock().unwrap();
            match done {
                Ok(handle) => journal.put(&handle, &title, Change::Registered(title.clone())),
                Err(error) => {
                    assert_eq!(error.kind(), Kind::Duplicate, "{error}");
                    journal.refused(key.clone(), title, during);
                }
            }
        }
        drop(life);
        restart_at_times(lives, &mut rng);
    }
}

fn invalidate(lives: &Lives, keys: &[Key], turns: Receiver<()>, seed: u64) {
    let mut rng = fastrand::Rng::with_seed(seed);
    for () in turns {
        let life = lives.now();
        let (part, (count, during)) = if rng.u8(..8) == 0 {
            let module = MODULES[rng.usize(..MODULES.len())];
            let done = life.during(|registry| registry.invalidate_modules(module).unwrap());
            (Part::Module(module), done)
        } else {
            let key = one(&mut rng, keys);
            let done = life.during(|registry| registry.invalidate(&key.0, &key.1).unwrap());
            (Part::One(key.clone()), done)
        };
        life.journal.lock().unwrap().invalidated(part, count, during);
        drop(life);
        restart_at_times(lives, &mut rng);
    }
}

/// Edits files, which the registry sees by itself, or is told to look at.
fn edit(lives: &Lives, files: &[Key], stored: &[Key], turns: Receiver<()>, seed: u64) {
    let mut rng = fastrand::Rng::with_seed(seed);
    for () in turns {
        let life = lives.now();
        let mut folder = lives.folder.lock().unwrap();
        match rng.u8(..8) {
            0..5 => folder.edit(one(&mut rng, files)),
            5..7 => folder.damage(one(&mut rng, files)),
            _ => folder.contend(one(&mut rng, stored), |folder, rival| {
                folder.check(&life.registry.reload(), Some(rival));
            }),
        }
        // If it is not told to, it may see that by itself.
        if rng.u8(..3) == 0 {
            folder.check(&life.registry.reload(), None);
        }
        drop(folder);
        drop(life);
        restart_at_times(lives, &mut rng);
    }
}

/// What was seen of each life, to be compared when all is over.
#[derive(Default)]
struct Notes {
    /// By the revisions in which it was asked for.
    looked_up: BTreeSet<(usize, u64, u64, Key, Option<Seen>)>,
    listed: BTreeMap<(usize, u64), State>,
}

impl Notes {
    fn look_up(&mut self, life: &Life, rng: &mut fastrand::Rng, key: &Key) -> Option<Handle> {
        let (found, during) = life.during(|registry| match rng.u8(..3) {
            0 => registry.get(&key.0, &key.1),
            1 => registry.at_version(&key.0, &key.1, ""),
            _ => registry.named(&key.1),
        });
        let handle = match found {
            Ok(found) => Some(found.clone()),
            Err(error) => {
                assert_eq!(error.kind(), Kind::NotFound, "{error}");
                None
            }
        };
        let found = handle.as_ref().map(|handle| {
            let (of, what) = seen(handle);
            assert_eq!(of, *key, "what is found is what was asked for");
            what
        });
        self.looked_up
            .insert((life.number, *during.start(), *during.end(), key.clone(), found));
        handle
    }

    /// Gives the life and the revision.
    fn list(&mut self, life: &Life) -> (usize, u64) {
        let (revision, state) = all(&life.registry);
        let now = (life.number, revision);
        let known = self.listed.entry(now).or_insert_with(|| state.clone());
        assert_eq!(
            *known, state,
            "seen twice in revision {revision} of {}",
            life.number
        );
        now
    }
}

fn read(lives: &Lives, keys: &[Key], done: &AtomicBool, seed: u64) -> Notes {
    let mut rng = fastrand::Rng::with_seed(seed);
    let mut notes = Notes::default();
    let mut last = (0, 0);
    let mut kept = None;
    while !done.load(Ordering::Relaxed) {
        let life = lives.now();
        for _ in 0..8 {
            let key = one(&mut rng, keys);
            let handle = notes.look_up(&life, &mut rng, key);
            if let Some(handle) = handle.filter(|_| rng.u8(..64) == 0) {
                kept = Some((seen(&handle), handle));
            }
        }
        let now = notes.list(&life);
        assert!(now >= last, "states follow one another: {now:?} after {last:?}");
        last = now;
        drop(life);
        // It outlives its registry.
        if let Some((before, handle)) = &kept {
            assert_eq!(seen(handle), *before, "a handle goes on to be what it was");
        }
    }
    notes
}

#[test]
fn every_answer_is_of_a_state_that_there_was_and_restarts_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (stored, files) = (keys("stored", 8), keys("file", 4));
    let both = [&stored[..], &files].concat();
    let documents = Folder::new(folder.path().join("documents"), &files);
    let lives = Lives::new(folder.path().join("contracts.redb"), documents);

    let readers = [1, 2].map(|seed| {
        let (lives, both) = (&lives, &both);
        move |done: &AtomicBool| read(lives, both, done, seed)
    });
    let [(turn, turns), (edit_turn, edit_turns)] = [(); 2].map(|()| sync_channel(4));
    let writers: [Box<dyn FnOnce() + Send + '_>; 3] = [
        Box::new(|| register(&lives, &stored, &[turn, edit_turn], 3)),
        Box::new(|| invalidate(&lives, &both, turns, 4)),
        Box::new(|| edit(&lives, &files, &stored, edit_turns, 5)),
    ];
    let notes = at_once(readers, writers);

    let states = lives.over();
    for Notes { looked_up, listed } in notes {
        for (life, from, to, key, found) in looked_up {
            let what = format!("{key:?} of registry {life} as {found:?}");
            holds(&states[life], &(from..=to), &what, |state| {
                state.get(&key) == found.as_ref()
            });
        }
        for ((life, revision), state) in listed {
            assert_eq!(
                states[life].get(index(revision)),
                Some(&state),
                "revision {revision} of registry {life}"
            );
        }
    }
}
