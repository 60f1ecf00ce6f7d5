//! Judgements that rustc can't make of a literal. A probe may only add a diagnostic: without this folder everything
//! else works the same, and such a mistake shows at run time.

mod regex;

use crate::diagnostics::Diagnostics;
use crate::parse::rule::RuleUse;

/// Judges a rule; false if a mistake was reported.
pub(crate) fn judge(rule: &RuleUse, diagnostics: &mut Diagnostics) -> bool {
    regex::judge(rule, diagnostics)
}
