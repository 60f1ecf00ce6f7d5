//! Scores the rules on third-party cases.

use std::path::Path;

use crate::Outcome;
use crate::command::{cargo, run as execute};

/// Runs the package of that name, as these tasks have no dependencies and it needs the rules themselves. Failing cases
/// are no failure of the task: `conformance/tests` holds the project to its score.
pub(crate) fn run(root: &Path, arguments: &[&str]) -> Outcome {
    let manifest = root.join("Cargo.toml");
    let mut command = cargo(
        Path::new("."),
        ["run", "--quiet", "--package", "perimeter-conformance"],
    );
    // Not from the root: paths are those of whoever typed them.
    command
        .arg("--manifest-path")
        .arg(manifest)
        .arg("--")
        .args(arguments);
    execute(&mut command)
}
