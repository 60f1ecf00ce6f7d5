//! Files are short: one idea each.

use super::Finding;
use crate::tree::Tree;

const AIM: usize = 400;
const CEILING: usize = 600;

/// Data and expected output: nobody wrote them line by line.
const GENERATED: &[&str] = &["testdata/", "tests/expand/"];

/// Tables, each with the reason why it may be as long as it is.
const TABLES: &[(&str, &str)] = &[(
    "contracts-runtime/src/formats/idna_table.rs",
    "the ranges of code points that RFC 5892 permits, one a line",
)];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.rust("")
        .filter(|file| !GENERATED.iter().any(|start| file.path.starts_with(start)))
        .filter(|file| !TABLES.iter().any(|(path, _)| file.path == *path))
        .filter_map(|file| {
            let lines = file.text.lines().count();
            if lines > CEILING {
                let message =
                    format!("{lines} lines are over the ceiling of {CEILING}, split off its second idea");
                return Some(Finding::error(&file.path, CEILING + 1, message));
            }
            let message = format!("{lines} lines are over the aim of {AIM}, look for a second idea in it");
            (lines > AIM).then(|| Finding::warning(&file.path, AIM + 1, message))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::Level;

    fn level(path: &str, lines: usize) -> Option<Level> {
        let text = "\n".repeat(lines);
        check(&Tree::of(&[(path, &text)]))
            .first()
            .map(|finding| finding.level)
    }

    #[test]
    fn the_aim_warns_and_the_ceiling_fails() {
        assert_eq!(level("src/a.rs", 400), None);
        assert_eq!(level("src/a.rs", 401), Some(Level::Warning));
        assert_eq!(level("src/a.rs", 600), Some(Level::Warning));
        assert_eq!(level("src/a.rs", 601), Some(Level::Error));
    }

    #[test]
    fn data_and_tables_may_be_long() {
        assert_eq!(level("testdata/a.rs", 601), None);
        assert_eq!(level(TABLES[0].0, 601), None);
        assert_eq!(level("README.md", 601), None);
    }
}
