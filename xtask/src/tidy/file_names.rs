//! Files and folders are named after what is in them.

use std::collections::BTreeSet;

use super::Finding;
use crate::tree::Tree;

/// Names that any content would fit.
const EMPTY: &[&str] = &["common", "helper", "helpers", "misc", "types", "util", "utils"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    // Third-party data keeps the names that its authors gave.
    for file in tree
        .files
        .iter()
        .filter(|file| !file.path.starts_with("testdata/"))
    {
        let mut end = 0;
        for part in file.path.split('/') {
            end += part.len();
            let path = file.path.get(..end).unwrap_or_default();
            let name = part.split('.').next().unwrap_or_default();
            if EMPTY.contains(&name) && seen.insert(path) {
                let message = format!("`{name}` says nothing, name it after what is in it");
                findings.push(Finding::error(path, 1, message));
            }
            end += 1;
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_names_are_found_once() {
        let tree = Tree::of(&[
            ("src/util.rs", ""),
            ("tests/common/a.rs", ""),
            ("tests/common/b.rs", ""),
        ]);
        let paths: Vec<_> = check(&tree).into_iter().map(|finding| finding.path).collect();
        assert_eq!(paths, ["src/util.rs", "tests/common"]);
    }

    #[test]
    fn names_that_hold_such_a_word_are_not() {
        let tree = Tree::of(&[("src/utility_bills.rs", ""), ("testdata/suite/common.json", "")]);
        assert_eq!(check(&tree), []);
    }
}
