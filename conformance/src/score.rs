//! The score, and how it is printed.

use std::collections::BTreeMap;
use std::fmt;

use crate::{Case, Judgement, judge};

/// How the rules judge some cases.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Score<'a> {
    /// Of each rule.
    pub rules: BTreeMap<&'a str, Row>,
    /// Of each meaning that is a suite's own and that our options have; not part of the sum.
    pub profiles: BTreeMap<(&'a str, &'a str), Row>,
    /// How many cases of each rule are not scored, as we do not offer it.
    pub not_offered: BTreeMap<&'a str, u32>,
    /// How many cases of each rule are not scored, as the rule can't be built of the parameters or takes no such value.
    pub not_applicable: BTreeMap<&'a str, u32>,
    /// The cases that are decided otherwise, those of profiles among them.
    pub failures: Vec<&'a Case>,
}

/// The score of a rule.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Row {
    /// Cases that count.
    pub scored: u32,
    /// Cases that are decided as expected.
    pub passed: u32,
    /// Cases that should be accepted, and are not.
    pub failed_accepting: u32,
    /// Cases that should be rejected, and are not.
    pub failed_rejecting: u32,
}

impl<'a> Score<'a> {
    /// Judges the cases.
    #[must_use]
    pub fn of(cases: &'a [Case]) -> Self {
        let mut score = Self::default();
        for case in cases {
            if let Some(expected) = case.verdict {
                score.count(case, expected);
            }
        }
        score
    }

    /// All rules together, without profiles.
    #[must_use]
    pub fn total(&self) -> Row {
        self.rules.values().fold(Row::default(), |sum, row| Row {
            scored: sum.scored + row.scored,
            passed: sum.passed + row.passed,
            failed_accepting: sum.failed_accepting + row.failed_accepting,
            failed_rejecting: sum.failed_rejecting + row.failed_rejecting,
        })
    }

    fn count(&mut self, case: &'a Case, expected: bool) {
        let verdict = match judge(case) {
            Judgement::Verdict(verdict) => verdict,
            // Profiles that we do not have are no rules of ours.
            Judgement::NotOffered if case.profile.is_some() => return,
            Judgement::NotOffered => return *self.not_offered.entry(&case.rule).or_default() += 1,
            Judgement::NotApplicable => return *self.not_applicable.entry(&case.rule).or_default() += 1,
        };
        let row = match &case.profile {
            None => self.rules.entry(&case.rule).or_default(),
            Some(profile) => self.profiles.entry((&case.rule, profile)).or_default(),
        };
        row.scored += 1;
        match (expected, verdict) {
            (true, false) => row.failed_accepting += 1,
            (false, true) => row.failed_rejecting += 1,
            (true, true) | (false, false) => row.passed += 1,
        }
        if expected != verdict {
            self.failures.push(case);
        }
    }
}

impl fmt::Display for Score<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let heads = ["scored", "passed", "failed accepting", "failed rejecting"];
        let [scored, passed, accepting, rejecting] = heads;
        writeln!(
            f,
            "{:<32}{scored:>8}{passed:>8}{accepting:>18}{rejecting:>18}",
            "rule"
        )?;
        for (rule, row) in &self.rules {
            writeln!(f, "{rule:<32}{row}")?;
        }
        if !self.profiles.is_empty() {
            writeln!(f, "\nin a suite's own meaning, not in the sum:")?;
        }
        for ((rule, profile), row) in &self.profiles {
            writeln!(f, "{:<32}{row}", format!("{rule} ({profile})"))?;
        }
        for (what, counts) in [
            ("not scored, as there is no such rule", &self.not_offered),
            (
                "not scored, as the rule takes no such parameters or value",
                &self.not_applicable,
            ),
        ] {
            if counts.is_empty() {
                continue;
            }
            let counts: Vec<String> = counts
                .iter()
                .map(|(rule, count)| format!("{rule} {count}"))
                .collect();
            writeln!(f, "\n{what}: {}", counts.join(", "))?;
        }
        let total = self.total();
        write!(f, "\npassed {} of {}", total.passed, total.scored)
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            scored,
            passed,
            failed_accepting,
            failed_rejecting,
        } = self;
        write!(
            f,
            "{scored:>8}{passed:>8}{failed_accepting:>18}{failed_rejecting:>18}"
        )
    }
}
