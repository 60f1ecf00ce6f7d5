//! The command line that the programs share.

use std::process::ExitCode;

use crate::candidate::Candidate;

const USAGE: &str = "\
options:
  FILTER ...            only candidates whose TABLE/NAME contains one of the filters
  --rounds N            rounds (default 51)
  --base NAME           compare with this candidate
  --list                print TABLE/NAME of every candidate and stop
  --one NAME --iters N  run the candidate TABLE/NAME N times, print nothing (for profilers)";

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// Parts of names; none means all.
    pub filters: Vec<String>,
    /// How often each candidate is measured.
    pub rounds: usize,
    /// The name to compare with, where the table has it.
    pub base: Option<String>,
    action: Action,
}

#[derive(Debug, PartialEq, Eq)]
enum Action {
    Measure,
    List,
    One { id: String, times: usize },
}

/// Does what the options ask for; `measure` is the program's own way to measure the chosen candidates.
pub fn run(measure: impl FnOnce(&Options, Vec<Candidate>)) -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(message) => {
            eprintln!("{message}\n{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    let mut candidates = crate::candidates();
    match &options.action {
        Action::Measure => {
            candidates.retain(|candidate| options.wants(&candidate.id()));
            measure(&options, candidates);
        }
        Action::List => {
            for candidate in candidates {
                println!("{}", candidate.id());
            }
        }
        Action::One { id, times } => {
            let Some(candidate) = candidates.iter().find(|candidate| candidate.id() == *id) else {
                eprintln!("no candidate is called {id}; --list prints the names");
                return ExitCode::FAILURE;
            };
            std::hint::black_box(candidate.prepare()(*times));
        }
    }
    ExitCode::SUCCESS
}

impl Options {
    fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            filters: Vec::new(),
            rounds: 51,
            base: None,
            action: Action::Measure,
        };
        let (mut one, mut times) = (None, None);
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| format!("{word} needs a value"));
            match word.as_str() {
                "--list" => options.action = Action::List,
                "--rounds" => options.rounds = number(&value()?)?,
                "--base" => options.base = Some(value()?),
                "--one" => one = Some(value()?),
                "--iters" => times = Some(number(&value()?)?),
                _ if word.starts_with('-') => return Err(format!("unknown option {word}")),
                _ => options.filters.push(word),
            }
        }
        match (one, times) {
            (Some(id), Some(times)) => options.action = Action::One { id, times },
            (None, None) => {}
            _ => return Err("--one and --iters go together".to_owned()),
        }
        Ok(options)
    }

    fn wants(&self, id: &str) -> bool {
        self.filters.is_empty() || self.filters.iter().any(|filter| id.contains(filter.as_str()))
    }
}

fn number(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(format!("{text} is not a number above 0")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Options, String> {
        Options::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn filters_are_any_of() {
        let options = parse("user/ --rounds 3 walk").unwrap();
        assert!(
            options.rounds == 3
                && options.wants("user/check/valid/hand")
                && options.wants("order/walk/valid/x")
        );
        assert!(!options.wants("order/check/valid/hand"));
    }

    #[test]
    fn half_a_request_is_refused() {
        assert!(parse("--one x").is_err() && parse("--iters 3").is_err() && parse("--rounds 0").is_err());
    }
}
