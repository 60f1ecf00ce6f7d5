//! The files of the project.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::Outcome;
use crate::command::{output, program};

/// A file of the project.
#[derive(Debug, Clone)]
pub(crate) struct File {
    /// From the root, with `/`.
    pub(crate) path: String,
    /// The content; bytes that are no text are replaced.
    pub(crate) text: String,
}

impl File {
    /// The file's name without its last extension.
    pub(crate) fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// Whether the whole file is test code.
    pub(crate) fn is_test(&self) -> bool {
        self.stem() == "tests" || self.path.split('/').any(|part| part == "tests")
    }
}

/// The files that git knows of, and those it would take with `git add`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tree {
    pub(crate) files: Vec<File>,
}

impl Tree {
    /// Reads the files below `root`.
    pub(crate) fn load(root: &Path) -> Outcome<Self> {
        let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        let mut tree = Self::default();
        for path in output(&mut program(root, "git", list))?.split_terminator('\0') {
            // Deleted, but not yet so in the index; or a submodule.
            if !root.join(path).is_file() {
                continue;
            }
            let bytes = fs::read(root.join(path)).map_err(|error| format!("can't read {path}: {error}"))?;
            tree.files.push(File {
                path: path.to_owned(),
                text: String::from_utf8_lossy(&bytes).into_owned(),
            });
        }
        tree.files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(tree)
    }

    /// The file at this path.
    pub(crate) fn get(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// The Rust source files whose path starts so.
    pub(crate) fn rust<'a>(&'a self, start: &'a str) -> impl Iterator<Item = &'a File> {
        self.files
            .iter()
            .filter(move |file| file.path.starts_with(start) && extension(&file.path) == Some("rs"))
    }
}

/// What is behind the last dot of a path.
pub(crate) fn extension(path: &str) -> Option<&str> {
    Path::new(path).extension()?.to_str()
}

/// The root of the project that we are in.
pub(crate) fn root() -> Outcome<PathBuf> {
    let here = env::current_dir().map_err(|error| format!("can't tell the current directory: {error}"))?;
    here.ancestors()
        .find(|folder| folder.join("xtask/Cargo.toml").is_file())
        .map(Path::to_path_buf)
        .ok_or_else(|| "run this in the project: no directory above holds `xtask`".to_owned())
}

#[cfg(test)]
impl Tree {
    /// A tree of these files.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let file = |&(path, text): &(&str, &str)| File {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        Self {
            files: files.iter().map(file).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_holds_this_file_and_nothing_that_is_ignored() {
        let tree = Tree::load(&root().unwrap()).unwrap();
        assert!(
            tree.get("xtask/src/tree.rs")
                .is_some_and(|file| file.text.contains("fn load"))
        );
        assert!(!tree.files.iter().any(|file| file.path.starts_with("target/")));
    }

    #[test]
    fn files_below_tests_are_test_code() {
        let tree = Tree::of(&[
            ("a/tests/b.rs", ""),
            ("a/src/c/tests.rs", ""),
            ("a/src/attests.rs", ""),
        ]);
        let verdicts: Vec<_> = tree.files.iter().map(File::is_test).collect();
        assert_eq!(verdicts, [true, true, false]);
    }
}
