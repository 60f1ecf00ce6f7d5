//! The literal of `pattern` is a regular expression.

use syn::{Expr, ExprLit, Lit};

use crate::diagnostics::Diagnostics;
use crate::parse::rule::RuleUse;

/// The rules whose first argument is a regular expression.
const RULES: &[&str] = &["pattern"];

pub(super) fn judge(rule: &RuleUse, diagnostics: &mut Diagnostics) -> bool {
    if !rule
        .word()
        .is_some_and(|word| RULES.iter().any(|known| word == known))
    {
        return true;
    }
    let Some(Expr::Lit(ExprLit {
        lit: Lit::Str(literal),
        ..
    })) = rule.positional.first()
    else {
        return true;
    };
    let source = literal.value();
    let judged = regex_syntax::parse(&source);
    match judged {
        Ok(_) => true,
        Err(error) => {
            diagnostics.on(
                literal,
                format_args!("this is no regular expression: {}", reason(&error)),
            );
            false
        }
    }
}

/// What is wrong, in one line, with its place.
fn reason(error: &regex_syntax::Error) -> String {
    match error {
        regex_syntax::Error::Parse(error) => {
            format!("{} (at character {})", error.kind(), error.span().start.column)
        }
        regex_syntax::Error::Translate(error) => {
            format!("{} (at character {})", error.kind(), error.span().start.column)
        }
        other => other.to_string(),
    }
}
