//! Watches a folder of documents, and says what is published and what is broken, until its input ends.
//!
//! ```text
//! cargo run --features reload --example reload -- FOLDER
//! ```

#![allow(
    unreachable_pub,
    reason = "a program exports nothing; `pub` says what others would use"
)]

use std::{
    env,
    error::Error,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use perimeter::{Registry, Reloaded};

/// How long the end of the thread is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

#[allow(dead_code, reason = "the test calls `run`")]
fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1) else {
        complain("which folder? write `reload FOLDER`");
        return ExitCode::from(2);
    };
    // The end of the input, or Ctrl-D, is the end of the program.
    let until_the_end = |_: &Registry| io::copy(&mut io::stdin().lock(), &mut io::sink()).map(drop);
    let say = |line: &str| {
        // Who no longer listens misses nothing.
        let _ = writeln!(io::stdout().lock(), "{line}");
    };
    match run(Path::new(&folder), say, until_the_end) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Watches `folder` while `work` goes on, and says what happens, line by line.
///
/// # Errors
///
/// That a document is broken from the start, that the work fails, or that the watching can't be ended.
pub fn run(
    folder: &Path,
    say: impl Fn(&str) + Send + Sync + 'static,
    work: impl FnOnce(&Registry) -> io::Result<()>,
) -> Result<(), Box<dyn Error>> {
    let say = Arc::new(say);
    let (reloads, restarts) = (say.clone(), say.clone());
    let registry = Registry::builder()
        .watch(folder)
        .on_reload(move |reloaded| tell(reloaded, &*reloads))
        .on_restart(move |job| restarts(&job.to_string()))
        .build()?;
    for contract in &registry.list() {
        say(&format!("{contract} is in force, for {} data", contract.zone()));
    }
    say(&format!("watching {}", folder.display()));
    work(&registry)?;
    match registry.shutdown(PATIENCE) {
        true => Ok(()),
        false => Err("the folder is still watched".into()),
    }
}

fn tell(reloaded: &Reloaded, say: &impl Fn(&str)) {
    let revision = reloaded.revision();
    for contract in reloaded.added().iter().chain(reloaded.replaced()) {
        say(&format!("{contract} is in force, in revision {revision}"));
    }
    for contract in reloaded.removed() {
        say(&format!("{contract} is gone, in revision {revision}"));
    }
    for file in reloaded.repaired() {
        say(&format!("{} is sound again", file.display()));
    }
    for failure in reloaded.failures() {
        say(&failure.to_string());
        if let Some(cause) = Error::source(failure) {
            say(&format!("  because: {cause}"));
        }
    }
}

#[allow(dead_code, reason = "the test does not call `main`")]
fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
