//! A disk that fails, and that loses what it was not told to keep.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use redb::StorageBackend;

/// A file in memory. Clones are the same one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Disk(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    /// What is read.
    current: Vec<u8>,
    /// What a loss of power leaves for sure.
    kept: Vec<u8>,
    /// What has been written since then.
    written: Vec<Written>,
    /// How many operations there are before all of them fail.
    left: Option<usize>,
}

#[derive(Debug)]
enum Written {
    Length(usize),
    Bytes(usize, Vec<u8>),
}

impl Disk {
    /// Fails from the operation after so many.
    pub(crate) fn fail_after(&self, operations: usize) {
        self.state().left = Some(operations);
    }

    /// The file as it may be found when the power was lost: of what was not kept yet, anything.
    pub(crate) fn after_loss_of_power(&self, rng: &mut fastrand::Rng) -> Disk {
        let state = self.state();
        let mut found = state.kept.clone();
        for written in &state.written {
            if rng.bool() {
                written.apply(&mut found);
            }
        }
        Disk(Arc::new(Mutex::new(State {
            kept: found.clone(),
            current: found,
            ..State::default()
        })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write_down(&self, written: Written) -> io::Result<()> {
        let mut state = self.state();
        state.count()?;
        written.apply(&mut state.current);
        state.written.push(written);
        Ok(())
    }
}

impl State {
    fn count(&mut self) -> io::Result<()> {
        match &mut self.left {
            None => Ok(()),
            Some(0) => Err(io::Error::other("the disk is broken")),
            Some(left) => {
                *left -= 1;
                Ok(())
            }
        }
    }
}

impl Written {
    fn apply(&self, bytes: &mut Vec<u8>) {
        match self {
            Written::Length(length) => bytes.resize(*length, 0),
            Written::Bytes(at, part) => {
                let end = at + part.len();
                bytes.resize(bytes.len().max(end), 0);
                bytes[*at..end].copy_from_slice(part);
            }
        }
    }
}

fn place(offset: u64) -> usize {
    usize::try_from(offset).unwrap()
}

impl StorageBackend for Disk {
    fn len(&self) -> io::Result<u64> {
        Ok(self.state().current.len() as u64)
    }

    fn read(&self, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        let mut state = self.state();
        state.count()?;
        let at = place(offset);
        let part = state.current.get(at..at + length);
        part.map(<[u8]>::to_vec)
            .ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        self.write_down(Written::Length(place(length)))
    }

    fn sync_data(&self, _eventual: bool) -> io::Result<()> {
        let mut state = self.state();
        state.count()?;
        state.kept = state.current.clone();
        state.written.clear();
        Ok(())
    }

    fn write(&self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.write_down(Written::Bytes(place(offset), bytes.to_vec()))
    }
}

mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::contract::{Key, KeyBuf};
    use crate::document::Format;
    use crate::store::{Over, Record, Store};

    type Texts = BTreeMap<String, String>;

    /// Puts a text under a name, or takes away what is there.
    fn put(store: &Store, name: &str, text: Option<&str>) -> bool {
        let record = text.map(|text| Record {
            format: Format::Json,
            text,
            path: None,
            over: Over::Nothing,
        });
        store
            .write([(KeyBuf::of(Key::new("app", name, "")), record)])
            .is_ok()
    }

    fn texts(store: &Store) -> Texts {
        let documents = store.documents().unwrap();
        let texts = documents.iter().map(|document| {
            assert_eq!(document.format(), Some(Format::Json));
            (document.name().to_owned(), document.text().to_owned())
        });
        texts.collect()
    }

    #[test]
    fn a_loss_of_power_loses_nothing_that_was_acknowledged() {
        let names = ["a", "b", "c"];
        for seed in 0..12 {
            let mut rng = fastrand::Rng::with_seed(seed);
            let mut disk = Disk::default();
            let mut store = Store::on(disk.clone()).unwrap();
            let mut kept = Texts::new();
            for _ in 0..8 {
                let name = names[rng.usize(..names.len())];
                let text = rng.bool().then(|| "x".repeat(1 << rng.u32(4..19)));
                let mut next = kept.clone();
                match &text {
                    Some(text) => next.insert(name.to_owned(), text.clone()),
                    None => next.remove(name),
                };
                // The power goes somewhere within this change, or after it.
                disk.fail_after(rng.usize(..60));
                let done = put(&store, name, text.as_deref());
                drop(store);
                disk = disk.after_loss_of_power(&mut rng);
                store = Store::on(disk.clone()).unwrap();
                let found = texts(&store);
                assert!(found == next || (!done && found == kept), "seed {seed}");
                kept = found;
            }
        }
    }

    #[test]
    fn after_a_failure_nothing_is_written_until_the_store_is_opened_anew() {
        let disk = Disk::default();
        let store = Store::on(disk.clone()).unwrap();
        assert!(put(&store, "a", Some("1")));
        disk.fail_after(0);
        assert!(!put(&store, "a", Some("2")));
        disk.state().left = None;
        assert!(!put(&store, "a", Some("3")));
        drop(store);
        let store = Store::on(disk).unwrap();
        assert_eq!(texts(&store), Texts::from([("a".to_owned(), "1".to_owned())]));
        assert!(put(&store, "a", Some("4")));
    }
}
