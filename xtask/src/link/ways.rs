//! The ways in which the programs are built.

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::command::{output, program};

/// A profile.
pub(super) struct Build {
    pub(super) name: &'static str,
    pub(super) release: bool,
    lto: Lto,
    units: &'static str,
    /// Whether archives are looked at as well.
    pub(super) archive: bool,
}

/// Optimisation when the program is linked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lto {
    Off,
    Thin,
    Fat,
}

/// Adding a way is an entry here.
pub(super) const BUILDS: &[Build] = &[
    build("debug-16", false, Lto::Off, "16", true),
    build("debug-1", false, Lto::Off, "1", false),
    build("release-16", true, Lto::Off, "16", true),
    build("release-1", true, Lto::Off, "1", false),
    build("thin-16", true, Lto::Thin, "16", false),
    build("thin-1", true, Lto::Thin, "1", false),
    build("fat-16", true, Lto::Fat, "16", false),
    build("fat-1", true, Lto::Fat, "1", false),
];

const fn build(name: &'static str, release: bool, lto: Lto, units: &'static str, archive: bool) -> Build {
    Build {
        name,
        release,
        lto,
        units,
        archive,
    }
}

impl Build {
    /// The profile, in cargo's variables.
    pub(super) fn profile(&self) -> Vec<(&'static str, &'static str)> {
        if !self.release {
            return vec![("CARGO_PROFILE_DEV_CODEGEN_UNITS", self.units)];
        }
        let lto = match self.lto {
            // "false" would be between the units of each crate, which is thin.
            Lto::Off => "off",
            // Cargo builds dependencies for either in the same way: as bitcode. They are built once for both.
            Lto::Thin | Lto::Fat => "thin",
        };
        vec![
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", self.units),
            ("CARGO_PROFILE_RELEASE_LTO", lto),
        ]
    }

    /// The options of the compiler for the artifact itself. Of two that contradict it takes the last.
    pub(super) fn options(&self) -> Vec<String> {
        match self.lto {
            Lto::Off | Lto::Thin => Vec::new(),
            Lto::Fat => vec!["-Clto=fat".to_owned()],
        }
    }
}

/// What gathers the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Collector {
    Inventory,
    Linkme,
}

impl Collector {
    pub(super) fn name(self) -> &'static str {
        match self {
            Collector::Inventory => "inventory",
            Collector::Linkme => "linkme",
        }
    }

    pub(super) fn features(self) -> &'static [&'static str] {
        match self {
            Collector::Inventory => &[],
            Collector::Linkme => &["--features", "linkme"],
        }
    }
}

/// What links.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Linker {
    /// What rustc takes.
    Usual,
    /// LLD of the toolchain, from this folder, where it is not the usual one.
    Lld(String),
    /// That of the C compiler, where LLD is the usual one.
    System,
}

/// What LLD leaves in whatever it links.
const MARK: &[u8] = b"Linker: LLD";

impl Linker {
    /// Those that can be told apart here: the usual one and the other.
    pub(super) fn all(root: &Path) -> Outcome<Vec<Self>> {
        let host = output(&mut program(root, "rustc", ["--print", "host-tuple"]))?;
        let sysroot = output(&mut program(root, "rustc", ["--print", "sysroot"]))?;
        Ok(Self::of(host.trim(), sysroot.trim()))
    }

    fn of(host: &str, sysroot: &str) -> Vec<Self> {
        // The one target whose usual linker is LLD, and for which a stable compiler takes the option that says otherwise.
        if host == "x86_64-unknown-linux-gnu" {
            return vec![Linker::Usual, Linker::System];
        }
        if host.contains("linux") {
            let folder = format!("{sysroot}/lib/rustlib/{host}/bin/gcc-ld");
            return vec![Linker::Usual, Linker::Lld(folder)];
        }
        vec![Linker::Usual]
    }

    pub(super) fn name(&self) -> &'static str {
        match self {
            Linker::Usual => "the usual linker",
            Linker::Lld(_) => "lld",
            Linker::System => "the system's linker",
        }
    }

    /// The options of the compiler for an artifact of this build.
    pub(super) fn options(&self, build: &Build) -> Vec<String> {
        let mut options = build.options();
        match self {
            Linker::Usual => {}
            Linker::Lld(folder) => {
                options.extend([
                    "-Clink-arg=-fuse-ld=lld".to_owned(),
                    format!("-Clink-arg=-B{folder}"),
                ]);
            }
            Linker::System => options.push("-Clinker-features=-lld".to_owned()),
        }
        options
    }

    /// That two ways are two: what was linked says by what.
    pub(super) fn verify(&self, artifact: &Path) -> Outcome {
        let by_lld = match self {
            Linker::Usual => return Ok(()),
            Linker::Lld(_) => true,
            Linker::System => false,
        };
        let bytes =
            fs::read(artifact).map_err(|error| format!("can't read {}: {error}", artifact.display()))?;
        if bytes.windows(MARK.len()).any(|window| window == MARK) == by_lld {
            return Ok(());
        }
        Err(format!(
            "{} was not linked by {}",
            artifact.display(),
            self.name()
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_build_has_a_name_and_a_profile_of_its_own() {
        for (at, build) in BUILDS.iter().enumerate() {
            for other in BUILDS.iter().skip(at + 1) {
                assert_ne!(build.name, other.name);
                let way = |build: &Build| (build.release, build.profile(), build.options());
                assert_ne!(way(build), way(other), "{} and {}", build.name, other.name);
            }
            assert!(
                build.name.ends_with(&format!("-{}", build.units)),
                "{}",
                build.name
            );
        }
    }

    #[test]
    fn off_is_not_between_the_units_of_a_crate_either() {
        let lto = BUILDS
            .iter()
            .filter(|build| build.release && build.lto == Lto::Off);
        for build in lto {
            let off = ("CARGO_PROFILE_RELEASE_LTO", "off");
            assert!(build.profile().contains(&off), "{}", build.name);
        }
    }

    #[test]
    fn lld_is_one_of_two_linkers_on_linux() {
        assert_eq!(
            Linker::of("x86_64-unknown-linux-gnu", "/s"),
            [Linker::Usual, Linker::System]
        );
        assert_eq!(
            Linker::of("aarch64-unknown-linux-gnu", "/s"),
            [
                Linker::Usual,
                Linker::Lld("/s/lib/rustlib/aarch64-unknown-linux-gnu/bin/gcc-ld".to_owned())
            ]
        );
        assert_eq!(Linker::of("aarch64-apple-darwin", "/s"), [Linker::Usual]);
    }
}
