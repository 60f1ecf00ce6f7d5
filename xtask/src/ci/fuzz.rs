//! The fuzz targets build, and each runs for a bounded time.

use std::path::Path;

use super::Verdict;
use crate::Outcome;
use crate::fuzz::{SECONDS, targets_run};

/// The same inputs each time, so that a change that breaks nothing is not stopped by what chance finds: that is for
/// longer runs.
const REPEATABLE: &[&str] = &["-seed=1", "-runs=30000"];

/// Long enough to see that each target works and to find what any input breaks; longer runs, by `cargo xtask fuzz`, are
/// for a machine that has nothing else to do.
pub(super) fn run(root: &Path) -> Outcome<Verdict> {
    if !root.join("fuzz/Cargo.toml").is_file() {
        return Ok(Verdict::Skipped("there is no fuzz/"));
    }
    targets_run(root, SECONDS, &[], REPEATABLE)?;
    Ok(Verdict::Passed)
}
