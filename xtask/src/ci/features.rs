//! Features only add: each works alone, and so does none.

use std::fs;
use std::path::Path;

use super::Verdict;
use crate::Outcome;
use crate::command::{cargo, run};
use crate::manifest::features;

/// A package with features, and what is done with each of them.
struct Package {
    name: &'static str,
    folder: &'static str,
    depth: Depth,
}

enum Depth {
    /// Lints of all targets. Enough for the facade: it holds no logic, and its tests with each feature would compile
    /// the ui cases over and over.
    Lints,
    /// The tests too: a feature changes what there is.
    Tests,
}

const PACKAGES: &[Package] = &[
    Package {
        name: "contracts-runtime",
        folder: "contracts-runtime",
        depth: Depth::Tests,
    },
    Package {
        name: "contracts-registry",
        folder: "registry",
        depth: Depth::Tests,
    },
    Package {
        name: "contracts-macros",
        folder: "contracts-macros",
        depth: Depth::Lints,
    },
    Package {
        name: "perimeter",
        folder: ".",
        depth: Depth::Lints,
    },
];

pub(super) fn alone(root: &Path) -> Outcome<Verdict> {
    for package in PACKAGES {
        let path = root.join(package.folder).join("Cargo.toml");
        let manifest = fs::read_to_string(&path)
            .map_err(|error| format!("can't read the manifest of {}: {error}", package.name))?;
        for feature in sets(&manifest) {
            let chosen = ["-p", package.name, "--no-default-features", "--features", feature];
            // Clippy and not check: it takes what the job clippy has built, and a warning is an error.
            let clippy = ["clippy", "--all-targets"].into_iter().chain(chosen);
            run(&mut cargo(root, clippy.chain(["--", "-D", "warnings"])))?;
            match package.depth {
                Depth::Lints => {}
                Depth::Tests => run(&mut cargo(root, std::iter::once("test").chain(chosen)))?,
            }
        }
    }
    Ok(Verdict::Passed)
}

/// The sets to build: none, and each feature alone. A package without features has one build, which is the usual one.
fn sets(manifest: &str) -> Vec<&str> {
    let features = features(manifest);
    if features.is_empty() {
        Vec::new()
    } else {
        std::iter::once("").chain(features).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_feature_is_built_alone_and_so_is_none() {
        assert_eq!(
            sets("[features]\ndefault = [\"a\"]\na = []\nb = [\"a\"]\n"),
            ["", "a", "b"]
        );
        assert_eq!(sets("[package]\nname = \"c\"\n"), [""; 0]);
    }
}
