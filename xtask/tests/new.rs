//! `cargo xtask new` in a copy of the project: what it writes is whole and passes, and it overwrites nothing.

#![expect(
    clippy::unwrap_used,
    reason = "the configuration allows it in tests, but not in the functions beside them"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{fs, str};

/// A copy of the files that git knows of.
struct Project {
    root: PathBuf,
}

impl Project {
    fn copy(name: &str) -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if root.exists() {
            fs::remove_dir_all(&root).unwrap();
        }
        let list = ["ls-files", "--cached", "--others", "--exclude-standard"];
        let files = Command::new("git")
            .args(list)
            .current_dir(source)
            .output()
            .unwrap();
        for path in str::from_utf8(&files.stdout).unwrap().lines().map(Path::new) {
            if source.join(path).is_file() {
                fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
                fs::copy(source.join(path), root.join(path)).unwrap();
            }
        }
        let project = Self { root };
        assert!(project.run("git", &["init", "--quiet"]).status.success());
        project
    }

    fn xtask(&self, arguments: &[&str]) -> Output {
        self.run(env!("CARGO_BIN_EXE_xtask"), arguments)
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Output {
        Command::new(program)
            .args(arguments)
            .current_dir(&self.root)
            .output()
            .unwrap()
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap()
    }

    /// What tidy says of the name.
    fn findings(&self, name: &str) -> Vec<String> {
        let output = self.xtask(&["tidy"]);
        let lines = str::from_utf8(&output.stdout).unwrap().lines();
        lines
            .filter(|line| line.contains(name))
            .map(str::to_owned)
            .collect()
    }

    /// Runs tests of the runtime in the copy.
    fn test(&self, arguments: &[&str]) {
        // Beside the copy, so that a new copy finds what the last one has built.
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scaffold");
        let output = Command::new("cargo")
            .args(["test", "--offline", "-p", "contracts-runtime"])
            .args(arguments)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", target)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
}

#[test]
fn a_new_rule_and_a_new_format_are_whole_and_pass() {
    let project = Project::copy("whole");
    for arguments in [["new", "rule", "new_rule"], ["new", "format", "new_format"]] {
        let output = project.xtask(&arguments);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    assert!(
        project
            .read("contracts-runtime/src/rules/mod.rs")
            .contains("\n    new_rule,\n")
    );
    assert!(
        project
            .read("contracts-runtime/src/formats/mod.rs")
            .contains("\n    new_format: NewFormat,\n")
    );
    assert!(
        project
            .read("tests/ui/rules/new_rule.rs")
            .contains("#[field(new_rule)]")
    );
    for name in ["new_rule", "new_format"] {
        assert_eq!(project.findings(name), [""; 0]);
    }
    project.test(&["--test", "rules", "--test", "formats", "vectors"]);
    project.test(&["--doc", "new_"]);
    let formatted = project.run("cargo", &["fmt", "-p", "contracts-runtime", "--check"]);
    assert!(
        formatted.status.success(),
        "{}",
        String::from_utf8_lossy(&formatted.stdout)
    );
}

#[test]
fn nothing_is_overwritten() {
    let project = Project::copy("taken");
    for (arguments, word) in [
        (["new", "rule", "length"], "taken"),
        (["new", "format", "length"], "taken"),
        (["new", "rule", "uuid"], "taken"),
        (["new", "rule", "multiple_of"], "taken"),
        (["new", "rule", "words"], "taken"),
        (["new", "rule", "bounds"], "taken"),
        (["new", "format", "format"], "`Format`"),
        (["new", "rule", "Length"], "snake_case"),
        (["new", "rule", "match"], "keyword"),
        (["new", "backend", "a"], "rule|format"),
    ] {
        let output = project.xtask(&arguments);
        let failure = String::from_utf8(output.stderr).unwrap();
        assert!(
            !output.status.success() && failure.contains(word),
            "{arguments:?}: {failure}"
        );
    }
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    for path in [
        "contracts-runtime/src/rules/mod.rs",
        "contracts-runtime/src/rules/length.rs",
        "contracts-runtime/src/formats/mod.rs",
        "testdata/formats/uuid.json",
    ] {
        assert_eq!(
            project.read(path),
            fs::read_to_string(source.join(path)).unwrap(),
            "{path}"
        );
    }
}
