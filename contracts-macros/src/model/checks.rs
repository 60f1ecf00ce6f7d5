//! Rules and checks of a field: what fits together.

use proc_macro2::Span;
use quote::ToTokens;
use syn::{Expr, ExprLit, ExprRange, ExprUnary, Lit, RangeLimits, UnOp};

use super::Checks;
use crate::diagnostics::Diagnostics;
use crate::parse::field::Word;
use crate::parse::rule::RuleUse;
use crate::probe;

/// Where rules stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On a field of a struct.
    Struct,
    /// On a field of a variant, which conditions can't see.
    Variant,
    /// On an element, key or value.
    Inside,
}

/// Sorts the words for rules into checks; gives the structural words back.
pub(super) fn lower(
    words: Vec<Word>,
    (place, span): (Place, Span),
    diagnostics: &mut Diagnostics,
) -> (Checks, Vec<Word>) {
    let mut checks = Checks::none(span);
    let mut structural = Vec::new();
    once(&words, diagnostics);
    for word in words {
        match word {
            Word::Rule(rule) => push(&mut checks, *rule, place, diagnostics),
            Word::Check(path) => checks.custom.push(path),
            Word::Sanitize(_, functions) => checks.sanitize = functions,
            Word::Each(span, words) => checks.each = Some(Box::new(inside("each", span, words, diagnostics))),
            Word::Keys(span, words) => checks.keys = Some(Box::new(inside("keys", span, words, diagnostics))),
            Word::Values(span, words) => {
                checks.values = Some(Box::new(inside("values", span, words, diagnostics)));
            }
            other => structural.push(other),
        }
    }
    if let (Some(each), true) = (&checks.each, checks.keys.is_some() || checks.values.is_some()) {
        diagnostics.at(
            each.span,
            "`each` is for lists and sets, `keys` and `values` are for maps: not both",
        );
        // What the field is, is not known: neither is held against its type.
        (checks.each, checks.keys, checks.values) = (None, None, None);
    }
    (checks, structural)
}

/// The words of an element, key or value: rules, no structure.
fn inside(name: &str, span: Span, words: Vec<Word>, diagnostics: &mut Diagnostics) -> Checks {
    let (mut checks, structural) = lower(words, (Place::Inside, span), diagnostics);
    if let ("keys", Some(function)) = (name, checks.sanitizer()) {
        diagnostics.on(
            function,
            "keys can't be sanitized: two of them could become one, and an entry would be lost",
        );
        checks.sanitize.clear();
    }
    for word in structural
        .iter()
        .filter(|word| !matches!(word, Word::Any(_) | Word::Nested(_)))
    {
        let across = match word {
            Word::Across(used) => Some((used.word.to_string(), used.span())),
            _ => None,
        };
        let once = word.once().map(|(word, at)| (word.to_owned(), at));
        if let Some((word, at)) = once.or(across) {
            diagnostics.at(
                at,
                format_args!("`{word}` is about a field and can't stand in `{name}(...)`"),
            );
        }
    }
    checks
}

/// Each structural word may stand once.
fn once(words: &[Word], diagnostics: &mut Diagnostics) {
    let mut seen: Vec<&str> = Vec::new();
    for (word, span) in words.iter().filter_map(Word::once) {
        if seen.contains(&word) {
            diagnostics.at(span, format_args!("`{word}` is there twice"));
        }
        seen.push(word);
    }
}

fn push(checks: &mut Checks, rule: RuleUse, place: Place, diagnostics: &mut Diagnostics) {
    if let Some(when) = &rule.when {
        match place {
            Place::Struct => {}
            Place::Variant => {
                diagnostics.on(
                    when,
                    "`when` can't stand in an enum: a condition reads the fields of a struct",
                );
                return;
            }
            Place::Inside => {
                diagnostics.on(
                    when,
                    "`when` stands on a field's own rules, not on those of what the field holds",
                );
                return;
            }
        }
    }
    for value in rule
        .positional
        .iter()
        .chain(rule.named.iter().map(|(_, value)| value))
    {
        if let Expr::Range(range) = value {
            if !range_holds(range, diagnostics) {
                return;
            }
        }
    }
    let same = |known: &RuleUse| written(known) == written(&rule);
    if checks.rules.iter().any(same) {
        diagnostics.at(rule.span(), "this rule is there twice, with the same arguments");
        return;
    }
    if probe::judge(&rule, diagnostics) {
        checks.rules.push(rule);
    }
}

/// The rule without its adjustments, to compare.
fn written(rule: &RuleUse) -> String {
    let mut text = rule.path.to_token_stream().to_string();
    let values = rule
        .positional
        .iter()
        .map(|value| format!("({})", value.to_token_stream()));
    let flags = rule.flags.iter().map(|flag| format!(".{flag}"));
    let named = rule
        .named
        .iter()
        .map(|(name, value)| format!(".{name}({})", value.to_token_stream()));
    let when = rule
        .when
        .iter()
        .map(|when| format!("if {}", when.to_token_stream()));
    text.extend(values.chain(flags).chain(named).chain(when));
    text
}

/// Whether a range of literals holds anything; reports one that does not.
fn range_holds(range: &ExprRange, diagnostics: &mut Diagnostics) -> bool {
    let (Some(start), Some(end)) = (&range.start, &range.end) else {
        if range.start.is_none() && range.end.is_none() {
            diagnostics.on(range, "this range has no ends: it says nothing");
            return false;
        }
        return true;
    };
    let (Some(from), Some(to)) = (Number::of(start), Number::of(end)) else {
        return true;
    };
    let open = matches!(range.limits, RangeLimits::HalfOpen(_));
    let text = range.to_token_stream().to_string().replace(' ', "");
    match from.compare(to) {
        Some(std::cmp::Ordering::Greater) => {
            diagnostics.on(
                range,
                format_args!("the range {text} is empty: its start is above its end"),
            );
            false
        }
        Some(std::cmp::Ordering::Equal) if open => {
            diagnostics.on(
                range,
                format_args!("the range {text} is empty: its end is excluded"),
            );
            false
        }
        _ => true,
    }
}

/// A literal number.
#[derive(Clone, Copy)]
enum Number {
    Integer(i128),
    Float(f64),
}

impl Number {
    fn of(value: &Expr) -> Option<Self> {
        match value {
            Expr::Lit(ExprLit {
                lit: Lit::Int(literal),
                ..
            }) => literal.base10_parse().ok().map(Number::Integer),
            Expr::Lit(ExprLit {
                lit: Lit::Float(literal),
                ..
            }) => literal.base10_parse().ok().map(Number::Float),
            Expr::Unary(ExprUnary {
                op: UnOp::Neg(_),
                expr,
                ..
            }) => Some(match Number::of(expr)? {
                Number::Integer(value) => Number::Integer(-value),
                Number::Float(value) => Number::Float(-value),
            }),
            _ => None,
        }
    }

    fn compare(self, other: Self) -> Option<std::cmp::Ordering> {
        match (self, other) {
            (Number::Integer(a), Number::Integer(b)) => Some(a.cmp(&b)),
            (Number::Float(a), Number::Float(b)) => a.partial_cmp(&b),
            _ => None,
        }
    }
}
