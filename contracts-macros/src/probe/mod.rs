//! Judgements that rustc can't make of a literal. A probe may only add a diagnostic: without this folder everything
//! else works the same, and such a mistake shows at run time.

mod elements;
mod regex;

use syn::Type;

use crate::diagnostics::Diagnostics;
use crate::model::Checks;
use crate::parse::rule::RuleUse;

/// Judges a rule; false if a mistake was reported.
pub(crate) fn judge(rule: &RuleUse, diagnostics: &mut Diagnostics) -> bool {
    regex::judge(rule, diagnostics)
}

/// Judges the rules of what a field of this type holds; false if a mistake was reported.
pub(crate) fn judge_parts(ty: &Type, checks: &Checks, diagnostics: &mut Diagnostics) -> bool {
    elements::judge(ty, checks, diagnostics)
}
