//! Look-ups by module and name: the registry beside the maps that it could be, by one reader and by two, while nobody writes
//! and while somebody does.

mod look_ups;
mod own;
mod tables;

use std::process::ExitCode;

use perimeter_benches::report;

const USAGE: &str = "\
options:
  --rounds N            rounds (default 9)
  --sizes N[,N...]      contracts (default 10,1000,100000)";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (mut rounds, mut sizes) = (9, vec![10, 1_000, 100_000]);
    let mut rest = words.as_slice();
    loop {
        rest = match rest {
            [] => break,
            ["--rounds", number, rest @ ..] => match number.parse() {
                Ok(number) if number > 0 => {
                    rounds = number;
                    rest
                }
                _ => return misuse(&format!("{number} is not a number above 0")),
            },
            ["--sizes", list, rest @ ..] => match list.split(',').map(str::parse).collect() {
                Ok(list) => {
                    sizes = list;
                    rest
                }
                Err(_) => return misuse(&format!("{list} is no list of numbers")),
            },
            [word, ..] => return misuse(&format!("{word} is unknown, or not all that it needs")),
        }
    }
    report::heading("registry");
    for size in sizes {
        look_ups::run(size, rounds);
        own::run(size, rounds);
    }
    ExitCode::SUCCESS
}

fn misuse(message: &str) -> ExitCode {
    eprintln!("{message}\n{USAGE}");
    ExitCode::FAILURE
}
