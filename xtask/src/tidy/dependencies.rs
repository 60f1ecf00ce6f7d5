//! Every dependency has its reason beside it: a comment above it, or above the lines that it stands among. Our own
//! crates need none, and what the workspace declares has its reason there.

use super::Finding;
use crate::manifest::{Entry, entries, header};
use crate::tree::Tree;

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.files
        .iter()
        .filter(|file| {
            file.path.rsplit('/').next() == Some("Cargo.toml") && !file.path.starts_with("testdata/")
        })
        .flat_map(|file| {
            unreasoned(&file.text).into_iter().map(|(line, name)| {
                let message =
                    format!("the dependency `{name}` has no reason, write it as a comment in the line above");
                Finding::error(&file.path, line, message)
            })
        })
        .collect()
}

fn unreasoned(manifest: &str) -> Vec<(usize, String)> {
    let lines: Vec<&str> = manifest.lines().collect();
    let listed = entries(manifest)
        .filter(|entry| is_dependencies(entry.section) && !is_own(entry) && !entry.value.contains(" #"))
        .map(|entry| (entry.line, entry.key.to_owned()));
    // `[dependencies.serde]`: a table of its own.
    let tables = lines.iter().zip(1..).filter_map(|(text, line)| {
        let (section, name) = header(text)?.rsplit_once('.')?;
        is_dependencies(section).then(|| (line, name.to_owned()))
    });
    let mut found: Vec<_> = listed
        .chain(tables)
        .filter(|(line, _)| !has_comment_above(&lines, *line))
        .collect();
    found.sort();
    found
}

/// `dependencies`, `dev-dependencies`, `build-dependencies`, also those of a target or of the workspace.
fn is_dependencies(section: &str) -> bool {
    section
        .rsplit('.')
        .next()
        .is_some_and(|last| last == "dependencies" || last.ends_with("-dependencies"))
}

fn is_own(entry: &Entry<'_>) -> bool {
    let value: String = entry.value.split_whitespace().collect();
    let inherited = entry.key.ends_with(".workspace") || value.contains("workspace=true");
    inherited || value.contains("path=\"")
}

/// Whether a comment is above this line, with no blank line and no header in between.
fn has_comment_above(lines: &[&str], line: usize) -> bool {
    let above = lines.get(..line - 1).unwrap_or_default().iter().rev();
    above
        .take_while(|text| !text.trim().is_empty() && header(text).is_none())
        .any(|text| text.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(manifest: &str) -> Vec<String> {
        unreasoned(manifest).into_iter().map(|(_, name)| name).collect()
    }

    #[test]
    fn a_comment_covers_the_lines_below_it() {
        assert_eq!(
            names(
                "[dependencies]\n# Why.\na = \"1\"\nb = { version = \"1\", features = [\n    \"c\",\n] }\nd = \"1\""
            ),
            [""; 0]
        );
        assert_eq!(names("[dependencies]\na = \"1\" # Why."), [""; 0]);
    }

    #[test]
    fn it_ends_at_a_blank_line_or_a_header() {
        assert_eq!(names("[dependencies]\n# Why.\na = \"1\"\n\nb = \"1\""), ["b"]);
        assert_eq!(names("# Why.\n[dev-dependencies]\na = \"1\""), ["a"]);
    }

    #[test]
    fn every_sort_of_dependency_counts() {
        let manifest = "[build-dependencies]\na = \"1\"\n[target.'cfg(unix)'.dependencies]\nb = \"1\"\n[workspace.dependencies]\nc = \"1\"\n[dependencies.d]\nversion = \"1\"";
        assert_eq!(names(manifest), ["a", "b", "c", "d"]);
    }

    #[test]
    fn our_own_crates_and_the_workspace_s_need_none() {
        let manifest = "[dependencies]\na = { workspace = true }\nb.workspace = true\nc = { path = \"../c\" }\n[features]\nd = []";
        assert_eq!(names(manifest), [""; 0]);
    }
}
