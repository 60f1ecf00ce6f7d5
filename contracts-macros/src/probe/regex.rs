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
    // In another language than that of Rust the rule judges itself, apart from the names of properties.
    let wrong = match rule.flags.iter().any(|flag| flag == "ecma") {
        true => properties(&source).find_map(|property| regex_syntax::parse(property).err()),
        false => regex_syntax::parse(&source).err(),
    };
    match wrong {
        None => true,
        Some(error) => {
            diagnostics.on(
                literal,
                format_args!("this is no regular expression: {}", reason(&error)),
            );
            false
        }
    }
}

/// The escapes of an expression that name a property, such as `\\p{Lu}`.
fn properties(source: &str) -> impl Iterator<Item = &str> {
    let mut rest = source;
    std::iter::from_fn(move || {
        loop {
            rest = rest.get(rest.find('\\')?..)?;
            let end = match rest.get(1..3) {
                Some("p{" | "P{") => rest.find('}')? + 1,
                // What is escaped may be a backslash.
                _ => 1 + rest.chars().nth(1)?.len_utf8(),
            };
            let (escape, behind) = rest.split_at_checked(end)?;
            rest = behind;
            if escape.ends_with('}') && escape.len() > 2 {
                return Some(escape);
            }
        }
    })
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
