//! Folders for tests, and what is written into them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use contracts_registry::{Builder, Handle, Registry, Reloaded};

/// Long enough for any machine; nothing waits so long unless it has failed.
pub(crate) const LONG: Duration = Duration::from_secs(60);

/// A folder of a test, which is empty at first.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(test: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reload").join(test);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).unwrap();
    }

    pub(crate) fn remove(&self, name: &str) {
        fs::remove_file(self.path(name)).unwrap();
    }

    /// A registry that reads the folder when it is told to.
    pub(crate) fn registry(&self) -> Registry {
        Registry::builder().folder(&self.0).build().unwrap()
    }
}

impl AsRef<Path> for Folder {
    fn as_ref(&self) -> &Path {
        &self.0
    }
}

/// A document of the module `shop`.
pub(crate) fn document(name: &str, of: &str) -> String {
    format!("x-perimeter: {{module: shop, name: {name}, zone: external}}\ntype: {of}\n")
}

/// A document whose second line is no schema.
pub(crate) fn broken(name: &str) -> String {
    document(name, "objekt")
}

pub(crate) fn names(handles: &[Handle]) -> Vec<&str> {
    handles.iter().map(Handle::name).collect()
}

/// What came, was replaced and went, and how many failures there were.
pub(crate) fn tally(reloaded: &Reloaded) -> [usize; 4] {
    [
        reloaded.added().len(),
        reloaded.replaced().len(),
        reloaded.removed().len(),
        reloaded.failures().len(),
    ]
}

/// What is told of reloads.
pub(crate) struct Events(Receiver<Reloaded>);

impl Events {
    pub(crate) fn of(builder: Builder) -> (Builder, Self) {
        let (tell, told) = mpsc::channel();
        let builder = builder.on_reload(move |reloaded| drop(tell.send(reloaded.clone())));
        (builder, Events(told))
    }

    /// All events up to the first after which it is enough.
    pub(crate) fn until(&self, mut enough: impl FnMut(&Reloaded) -> bool) -> Vec<Reloaded> {
        let started = Instant::now();
        let mut events = Vec::new();
        loop {
            let left = LONG.saturating_sub(started.elapsed());
            let Ok(event) = self.0.recv_timeout(left) else {
                panic!("it did not come; what came is {events:?}")
            };
            let last = enough(&event);
            events.push(event);
            if last {
                return events;
            }
        }
    }

    pub(crate) fn now(&self) -> Vec<Reloaded> {
        self.0.try_iter().collect()
    }
}
