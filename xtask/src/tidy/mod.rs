//! What compilers don't check: one file a check.

mod allows;
mod dependencies;
mod facade;
mod file_names;
mod leftovers;
mod lists;
mod machine_paths;
mod parts;
mod size;
mod stages;
mod vocabulary;

use std::fmt;
use std::path::Path;

use crate::Outcome;
use crate::tree::Tree;

/// Adding a check is a file and a line here.
const CHECKS: &[fn(&Tree) -> Vec<Finding>] = &[
    vocabulary::check,
    parts::check,
    size::check,
    facade::check,
    leftovers::check,
    file_names::check,
    allows::check,
    dependencies::check,
    machine_paths::check,
    stages::check,
];

/// Something out of order.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Finding {
    path: String,
    /// Counted from 1; 1 too where the whole file is meant.
    line: usize,
    /// What it is, a comma, and what to do instead.
    message: String,
    level: Level,
}

/// Whether a finding fails the task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Error,
    Warning,
}

impl Finding {
    fn error(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self {
            path: path.to_owned(),
            line,
            message: message.into(),
            level: Level::Error,
        }
    }

    fn warning(path: &str, line: usize, message: impl Into<String>) -> Self {
        Self {
            level: Level::Warning,
            ..Self::error(path, line, message)
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.level {
            Level::Error => "",
            Level::Warning => "warning: ",
        };
        write!(f, "{}:{}: {level}{}", self.path, self.line, self.message)
    }
}

/// Prints a line for each finding.
pub(crate) fn run(root: &Path, arguments: &[&str]) -> Outcome {
    if !arguments.is_empty() {
        return Err("tidy takes no arguments".to_owned());
    }
    let tree = Tree::load(root)?;
    let findings: Vec<_> = CHECKS.iter().flat_map(|check| check(&tree)).collect();
    for finding in &findings {
        println!("{finding}");
    }
    let errors = findings
        .iter()
        .filter(|finding| finding.level == Level::Error)
        .count();
    let warnings = findings.len() - errors;
    println!(
        "tidy: files: {}, errors: {errors}, warnings: {warnings}",
        tree.files.len()
    );
    if errors > 0 {
        return Err(format!("tidy found errors: {errors}"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_one_line_with_its_place() {
        assert_eq!(
            Finding::error("a/b.rs", 3, "x, y instead").to_string(),
            "a/b.rs:3: x, y instead"
        );
        assert_eq!(
            Finding::warning("a/b.rs", 3, "x").to_string(),
            "a/b.rs:3: warning: x"
        );
    }

    #[test]
    fn no_check_fails_for_lack_of_files() {
        for check in CHECKS {
            assert!(check(&Tree::default()).iter().all(|finding| finding.line == 1));
        }
    }
}
