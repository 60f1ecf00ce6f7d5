//! Why the program could not do what it was asked to.

use std::{fmt, io, path::Path};

use perimeter::batch;

/// What went wrong, and with that the exit status.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command makes no sense.
    Usage(String),
    /// Something could not be read or written.
    Io(String),
    /// The input could not be read to its end. Who knows what it is called says so by [`of`](Failure::of).
    Read(batch::Error),
}

impl Failure {
    pub(crate) fn io(attempted: &str, error: &io::Error) -> Self {
        Failure::Io(format!("can't {attempted}: {error}"))
    }

    pub(crate) fn file(attempted: &str, path: &Path, error: &io::Error) -> Self {
        Failure::io(&format!("{attempted} `{}`", path.display()), error)
    }

    /// The same of an input of that name.
    pub(crate) fn of(self, input: &str) -> Self {
        match self {
            Failure::Read(batch::Error::Read(error)) => Failure::io(&format!("read {input}"), &error),
            Failure::Read(error) => Failure::Io(format!("can't read {input} to its end: {error}")),
            Failure::Usage(_) | Failure::Io(_) => self,
        }
    }

    pub(crate) fn status(&self) -> u8 {
        match self {
            Failure::Usage(_) => 2,
            Failure::Io(_) | Failure::Read(_) => 1,
        }
    }
}

impl From<batch::Error> for Failure {
    fn from(error: batch::Error) -> Self {
        Failure::Read(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Usage(message) | Failure::Io(message) => f.write_str(message),
            Failure::Read(error) => write!(f, "can't read the input to its end: {error}"),
        }
    }
}
