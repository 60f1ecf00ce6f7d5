//! The files that are read and written.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
};

use perimeter::{Violations, batch::Item};
use same_file::Handle;

use super::{
    Failure,
    arguments::{Arguments, Format},
};

/// Large enough that calls of the operating system do not count.
const BUFFER: usize = 128 << 10;

/// What is read.
pub(crate) struct Input<'a> {
    pub(crate) reader: Box<dyn BufRead + 'a>,
    /// How it is called in errors.
    pub(crate) name: String,
    /// How many bytes it has, if that is known.
    pub(crate) length: Option<u64>,
    /// To tell whether another file is the same.
    identity: io::Result<Handle>,
}

impl<'a> Input<'a> {
    /// The file of that name, or standard input.
    pub(crate) fn open(path: Option<&Path>, stdin: &'a mut dyn BufRead) -> Result<Self, Failure> {
        let Some(path) = path else {
            return Ok(Input {
                reader: Box::new(stdin),
                name: "standard input".to_owned(),
                length: None,
                identity: Handle::stdin(),
            });
        };
        let failed = |error| Failure::file("open", path, &error);
        let file = File::open(path).map_err(failed)?;
        let metadata = file.metadata().map_err(failed)?;
        Ok(Input {
            reader: Box::new(BufReader::with_capacity(BUFFER, file)),
            name: format!("`{}`", path.display()),
            length: metadata.is_file().then_some(metadata.len()),
            identity: Handle::from_path(path),
        })
    }
}

/// Creates the files that are written. None may be the input or the other one: creating it would empty it.
pub(crate) fn create(arguments: &Arguments, input: &Input<'_>) -> Result<(Accepted, Rejected), Failure> {
    are_distinct(arguments, input)?;
    let accepted = Output::create(arguments.accepted.as_deref())?;
    // Once more, since there is a file now that two names may have.
    are_distinct(arguments, input)?;
    let rejected = Output::create(arguments.rejected.as_deref())?;
    Ok((
        Accepted {
            output: accepted,
            format: arguments.format,
            items: 0,
        },
        Rejected { output: rejected },
    ))
}

fn are_distinct(arguments: &Arguments, input: &Input<'_>) -> Result<(), Failure> {
    let mut taken: Vec<(Handle, &str)> = Vec::new();
    for (path, name) in [
        (&arguments.accepted, "the file of accepted items"),
        (&arguments.rejected, "the file of reports"),
    ] {
        // What is not there yet is no other one; what is no file, such as a terminal or a pipe, is not emptied.
        let Some(path) = path.as_deref().filter(|path| path.is_file()) else {
            continue;
        };
        let identity = Handle::from_path(path).map_err(|error| Failure::file("open", path, &error))?;
        let other = match &input.identity {
            Ok(read) if *read == identity => Some(input.name.as_str()),
            _ => taken
                .iter()
                .find(|(other, _)| *other == identity)
                .map(|(_, name)| *name),
        };
        if let Some(other) = other {
            let message = format!("can't write to `{}`: it is {other} too", path.display());
            return Err(Failure::Usage(message));
        }
        taken.push((identity, name));
    }
    Ok(())
}

/// A file that is written, if one is wanted.
struct Output(Option<(BufWriter<File>, PathBuf)>);

impl Output {
    fn create(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else {
            return Ok(Output(None));
        };
        let file = File::create(path).map_err(|error| Failure::file("create", path, &error))?;
        let writer = BufWriter::with_capacity(BUFFER, file);
        Ok(Output(Some((writer, path.to_owned()))))
    }

    fn write(&mut self, write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>) -> Result<(), Failure> {
        match &mut self.0 {
            None => Ok(()),
            Some((writer, path)) => write(writer).map_err(|error| Failure::file("write to", path, &error)),
        }
    }
}

/// Where accepted items go: lines from lines, an array from an array.
pub(crate) struct Accepted {
    output: Output,
    format: Format,
    items: u64,
}

impl Accepted {
    /// Writes an item as it came.
    pub(crate) fn add(&mut self, item: &Item<'_>) -> Result<(), Failure> {
        let before: &[u8] = match (self.format, self.items) {
            (Format::Lines, _) => b"",
            (Format::Array, 0) => b"[\n",
            (Format::Array, _) => b",\n",
        };
        self.items += 1;
        self.output.write(|out| {
            out.write_all(before)?;
            out.write_all(item.raw().unwrap_or_default())
        })
    }

    /// Writes what is still to be written.
    pub(crate) fn end(&mut self) -> Result<(), Failure> {
        let behind: &[u8] = match (self.format, self.items) {
            (Format::Lines, _) => b"",
            (Format::Array, 0) => b"[]\n",
            (Format::Array, _) => b"\n]\n",
        };
        self.output.write(|out| {
            out.write_all(behind)?;
            out.flush()
        })
    }
}

/// Where reports go.
pub(crate) struct Rejected {
    output: Output,
}

impl Rejected {
    /// Writes the record of an item: which one it is, a line for each violation, an empty line.
    pub(crate) fn add(&mut self, item: &Item<'_>, report: &Violations) -> Result<(), Failure> {
        self.output
            .write(|out| writeln!(out, "item {} at line {}\n{report}\n", item.index(), item.line()))
    }

    /// Writes what is still to be written.
    pub(crate) fn end(&mut self) -> Result<(), Failure> {
        self.output.write(Write::flush)
    }
}
