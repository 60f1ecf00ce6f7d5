//! The command line.

use std::{ffi::OsString, fmt, path::PathBuf};

use lexopt::{Arg, Parser, ValueExt};

use super::Failure;

pub(crate) const USAGE: &str = "\
usage: intake --contract NAME [--array] [--accepted FILE] [--rejected FILE] [INPUT]

  --contract NAME   the contract that every item is checked by
  --array           the input is one JSON array, not a JSON text a line
  --accepted FILE   where accepted items go, as they came
  --rejected FILE   where the reports on the others go
  INPUT             what is read; standard input if it is `-` or absent
";

/// What the program is asked to do.
#[derive(Debug)]
pub(crate) enum Command {
    /// Say how it is used.
    Help,
    /// Read.
    Run(Arguments),
}

/// What to read by which contract, and where to write.
#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) contract: String,
    pub(crate) format: Format,
    pub(crate) accepted: Option<PathBuf>,
    pub(crate) rejected: Option<PathBuf>,
    /// Standard input if there is none.
    pub(crate) input: Option<PathBuf>,
}

/// How the items of the input stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Lines,
    Array,
}

/// Reads the command line, without the name of the program.
pub(crate) fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Command, Failure> {
    let mut contract = None;
    let mut format = Format::Lines;
    let (mut accepted, mut rejected, mut input) = (None, None, None);
    let mut parser = Parser::from_args(words);
    while let Some(word) = parser.next().map_err(misuse)? {
        match word {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Long("array") => format = Format::Array,
            Arg::Long("contract") => {
                let name = parser.value().and_then(ValueExt::string).map_err(misuse)?;
                once("--contract", &mut contract, name)?;
            }
            Arg::Long("accepted") => once("--accepted", &mut accepted, path(&mut parser)?)?,
            Arg::Long("rejected") => once("--rejected", &mut rejected, path(&mut parser)?)?,
            Arg::Value(value) => once("INPUT", &mut input, PathBuf::from(value))?,
            other => return Err(misuse(other.unexpected())),
        }
    }
    let contract = contract.ok_or_else(|| misuse("--contract is missing"))?;
    Ok(Command::Run(Arguments {
        contract,
        format,
        accepted,
        rejected,
        input: input.filter(|input| input.as_os_str() != "-"),
    }))
}

fn path(parser: &mut Parser) -> Result<PathBuf, Failure> {
    parser.value().map(PathBuf::from).map_err(misuse)
}

fn once<T>(option: &str, slot: &mut Option<T>, value: T) -> Result<(), Failure> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(misuse(format!("{option} is given more than once"))),
    }
}

fn misuse(reason: impl fmt::Display) -> Failure {
    Failure::Usage(format!("{reason}\n\n{}", USAGE.trim_end()))
}
