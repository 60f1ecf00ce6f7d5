//! No path of somebody's machine is in the project.

use super::Finding;
use crate::tree::Tree;

/// The top folders that people and builds work in.
const FOLDERS: &[&str] = &["home", "root", "tmp", "work", "Users"];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Payloads and third-party data hold whatever they hold.
    for file in tree
        .files
        .iter()
        .filter(|file| !file.path.starts_with("testdata/"))
    {
        for (text, line) in file.text.lines().zip(1..) {
            if let Some(folder) = FOLDERS.iter().find(|folder| is_in(text, folder)) {
                let message = format!(
                    "an absolute path below `/{folder}`, write it from the root of the project or ask the system"
                );
                findings.push(Finding::error(&file.path, line, message));
            }
        }
    }
    findings
}

/// Whether the text holds a path that starts with the folder. Behind a name it is a part of another path, or of a
/// URL.
fn is_in(text: &str, folder: &str) -> bool {
    text.match_indices(&format!("/{folder}/")).any(|(at, _)| {
        let (before, _) = text.split_at(at);
        !before.ends_with(|letter: char| letter.is_alphanumeric() || "._-~*)}]>$".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn absolute_paths_are_found_in_any_file() {
        for (start, folder) in [
            ("", "home"),
            ("see `", "tmp"),
            ("file://", "root"),
            ("a = \"", "work"),
        ] {
            assert_eq!(count("README.md", &format!("{start}/{folder}/x")), 1, "{folder}");
        }
    }

    #[test]
    fn parts_of_other_paths_are_not() {
        for (start, folder) in [
            ("https://example.com", "home"),
            ("$HOME", "work"),
            ("target", "tmp"),
        ] {
            assert_eq!(count("README.md", &format!("{start}/{folder}/x")), 0, "{start}");
        }
        assert_eq!(count("README.md", "homework and /homes/x"), 0);
    }

    #[test]
    fn data_is_not_searched() {
        assert_eq!(count("testdata/a.json", &format!("/{}/x", "home")), 0);
    }
}
