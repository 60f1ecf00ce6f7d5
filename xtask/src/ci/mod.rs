//! All that must pass before a merge, as jobs that can also be run alone.

mod features;
mod fuzz;
mod jobs;

use std::path::Path;
use std::time::Instant;

use crate::Outcome;

pub(crate) use jobs::toolchain;

/// A part of the whole.
pub(crate) struct Job {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    run: fn(&Path) -> Outcome<Verdict>,
}

/// How a job ends that does not fail.
enum Verdict {
    Passed,
    /// There is nothing to do, for this reason.
    Skipped(&'static str),
}

/// The jobs in the order in which they run: what is quick and what fails most often first. Adding one is an entry
/// here.
pub(crate) const JOBS: &[Job] = &[
    Job {
        name: "fmt",
        what: "rustfmt leaves every file as it is",
        run: jobs::fmt,
    },
    Job {
        name: "tidy",
        what: "`cargo xtask tidy` finds nothing",
        run: jobs::tidy,
    },
    Job {
        name: "deps",
        what: "the minimal build of the facade stays small",
        run: jobs::deps,
    },
    Job {
        name: "clippy",
        what: "no lint speaks up, in any target, with all features",
        run: jobs::clippy,
    },
    Job {
        name: "test",
        what: "every test passes, with all features",
        run: jobs::test,
    },
    Job {
        name: "webhooks",
        what: "the example accepts all webhook deliveries",
        run: jobs::webhooks,
    },
    Job {
        name: "benches",
        what: "the benchmarks build",
        run: jobs::benches,
    },
    Job {
        name: "docs",
        what: "the documentation builds without a warning",
        run: jobs::docs,
    },
    Job {
        name: "crates",
        what: "each crate passes its tests alone, with its default features",
        run: jobs::crates,
    },
    Job {
        name: "features",
        what: "each feature works alone, and so does none",
        run: features::alone,
    },
    Job {
        name: "link",
        what: "programs list their contracts, unoptimised and optimised to the last, by either collector and linker",
        run: jobs::link,
    },
    Job {
        name: "loom",
        what: "in every order of steps, what is published is seen whole and no change is lost",
        run: jobs::loom,
    },
    Job {
        name: "msrv",
        what: "nothing needs a newer Rust than the manifest says",
        run: jobs::msrv,
    },
    Job {
        name: "fuzz",
        what: "each fuzz target builds and runs for a while without a crash",
        run: fuzz::run,
    },
];

/// Runs the jobs with these names, or all.
pub(crate) fn run(root: &Path, names: &[&str]) -> Outcome {
    let jobs = chosen(names)?;
    let start = Instant::now();
    let mut lines = Vec::new();
    for job in &jobs {
        println!("\n=== {}: {} ===", job.name, job.what);
        let start = Instant::now();
        let verdict = (job.run)(root).map_err(|failure| {
            format!(
                "{failure}\n\nthe job `{0}` failed; to run it alone: cargo xtask ci {0}",
                job.name
            )
        })?;
        lines.push(match verdict {
            Verdict::Passed => format!("job {} ... ok ({} s)", job.name, start.elapsed().as_secs()),
            Verdict::Skipped(reason) => format!("job {} ... ignored, {reason}", job.name),
        });
        println!("{}", lines.last().map_or("", String::as_str));
    }
    println!("\n{}", summary(&lines, start.elapsed().as_secs_f32()));
    Ok(())
}

fn chosen(names: &[&str]) -> Outcome<Vec<&'static Job>> {
    if names.is_empty() {
        return Ok(JOBS.iter().collect());
    }
    let find = |name: &&str| {
        JOBS.iter().find(|job| job.name == *name).ok_or_else(|| {
            let known: Vec<_> = JOBS.iter().map(|job| job.name).collect();
            format!("there is no job `{name}`; there are {}", known.join(", "))
        })
    };
    names.iter().map(find).collect()
}

/// All jobs in one look, in the words of `cargo test`.
fn summary(lines: &[String], seconds: f32) -> String {
    let ignored = lines.iter().filter(|line| line.contains(" ... ignored")).count();
    let passed = lines.len() - ignored;
    format!(
        "running {} jobs\n{}\n\ntest result: ok. {passed} passed; 0 failed; {ignored} ignored; 0 measured; 0 filtered out; finished in {seconds:.2}s",
        lines.len(),
        lines.join("\n"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_name_all_jobs_run_in_order() {
        let names: Vec<_> = chosen(&[]).unwrap().iter().map(|job| job.name).collect();
        assert_eq!(names.len(), JOBS.len());
        assert_eq!(names[0], "fmt");
    }

    #[test]
    fn an_unknown_job_is_an_error_that_lists_the_jobs() {
        let failure = chosen(&["fmt", "no_such_job"]).err().unwrap();
        assert!(
            failure.contains("`no_such_job`") && failure.contains("clippy"),
            "{failure}"
        );
    }

    #[test]
    fn the_summary_counts_what_ran_and_what_did_not() {
        let lines = ["job a ... ok (1 s)", "job b ... ignored, c"].map(str::to_owned);
        let summary = summary(&lines, 1.0);
        assert!(summary.ends_with(
            "test result: ok. 1 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 1.00s"
        ));
    }
}
