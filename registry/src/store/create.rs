//! How a store comes to its file.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use redb::backends::FileBackend;
use redb::{Builder, Database, StorageBackend};

use super::fault::Problem;

/// Opens the database of a path; creates it if nothing is there.
pub(super) fn open(path: &Path) -> Result<Database, Problem> {
    match known(path)? {
        true => existing(path),
        false => created(path),
    }
}

/// Whether anything is there; a link that leads nowhere is.
fn known(path: &Path) -> Result<bool, Problem> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn existing(path: &Path) -> Result<Database, Problem> {
    let file = OpenOptions::new().read(true).write(true).open(path)?;
    if !file.metadata()?.is_file() {
        return Err(Problem::NoStore);
    }
    let backend = FileBackend::new(file)?;
    // An empty file might be anyone's, and would be filled in several steps.
    if backend.len()? == 0 {
        return Err(Problem::NoStore);
    }
    settings()
        .create_with_backend(Lasting(backend))
        .map_err(|error| match Problem::from(error) {
            // What redb says of a file that does not begin as its own do.
            Problem::Io(error) if error.kind() == io::ErrorKind::InvalidData => Problem::NoStore,
            problem => problem,
        })
}

/// A new database gets its name when it is complete: one whose making was cut short would be no database for ever.
///
/// Whoever makes one has the lock of the file that is not complete yet, and looks once more whether there is one by then:
/// the file that was locked may be the one that another process has completed.
fn created(path: &Path) -> Result<Database, Problem> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !fs::metadata(folder).is_ok_and(|folder| folder.is_dir()) {
        return Err(Problem::NoFolder(folder.to_owned()));
    }
    let new = beginning(path);
    let mut options = OpenOptions::new();
    let file = options
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(&new)?;
    let backend = FileBackend::new(file)?;
    if known(path)? {
        drop(backend);
        return existing(path);
    }
    backend.set_len(0)?;
    let database = settings().create_with_backend(Lasting(backend))?;
    super::found(&database)?;
    fs::rename(&new, path)?;
    sync(folder)?;
    Ok(database)
}

/// The database of a file without a name; a new one if the file is empty.
#[cfg(test)]
pub(super) fn on(disk: super::disk::Disk) -> Result<Database, Problem> {
    let new = disk.len()? == 0;
    let database = settings().create_with_backend(Lasting(disk))?;
    if new {
        super::found(&database)?;
    }
    Ok(database)
}

/// The name of a database that is not complete yet: `contracts.redb.new`.
fn beginning(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    PathBuf::from(name)
}

fn settings() -> Builder {
    /// Texts are read once and written rarely; redb's own default is 1 GiB.
    const CACHE: usize = 4 << 20;
    let mut settings = Builder::new();
    settings.set_cache_size(CACHE);
    // The only one that the versions after 2 read.
    settings.create_with_file_format_v3(true);
    settings
}

/// A name is on the disk when its folder is. Elsewhere than on Unix folders can't be opened as files.
fn sync(folder: &Path) -> io::Result<()> {
    match cfg!(unix) {
        true => File::open(folder)?.sync_all(),
        false => Ok(()),
    }
}

/// A file whose length is on the disk before anything is written that counts on it. To redb a file that is shorter than its
/// header says is none any more, and if the power goes, what was written last may be there without the length from before.
#[derive(Debug)]
struct Lasting<B>(B);

impl<B: StorageBackend> StorageBackend for Lasting<B> {
    fn len(&self) -> io::Result<u64> {
        self.0.len()
    }

    fn read(&self, offset: u64, length: usize) -> io::Result<Vec<u8>> {
        self.0.read(offset, length)
    }

    fn set_len(&self, length: u64) -> io::Result<()> {
        self.0.set_len(length)?;
        self.0.sync_data(false)
    }

    fn sync_data(&self, eventual: bool) -> io::Result<()> {
        self.0.sync_data(eventual)
    }

    fn write(&self, offset: u64, bytes: &[u8]) -> io::Result<()> {
        self.0.write(offset, bytes)
    }
}
