//! What is said across the fields of a record, with their names resolved.

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Ident, Path};

use super::{Across, Field, Presence, Reading, Record, Says};
use crate::diagnostics::{Diagnostics, hint};
use crate::parse::across::{AcrossUse, Form};

/// A word, and the field that it stands on.
pub(super) type OnField = (usize, AcrossUse);

/// Words that can't stand together if they say the same of the same condition.
const CONTRADICTIONS: [(&str, &str, &str); 2] = [
    (
        "required_if",
        "excluded_if",
        "nothing is allowed if this condition is met: it is both required and excluded",
    ),
    (
        "required_if",
        "required_unless",
        "this is required whether the condition is met or not: write `required`",
    ),
];

/// Adds what stands on fields. `prefix` is what comes before the numbers in the names of functions.
pub(super) fn on_fields(
    record: &mut Record,
    words: Vec<OnField>,
    prefix: &str,
    diagnostics: &mut Diagnostics,
) {
    contradictions(record.fields.len(), &words, diagnostics);
    for (field, used) in words {
        push(record, Some(field), used, prefix, diagnostics);
    }
}

/// Adds what stands on the whole of a struct, or of a variant, whose functions' numbers come behind `prefix`.
pub(super) fn on_whole(record: &mut Record, used: AcrossUse, prefix: &str, diagnostics: &mut Diagnostics) {
    push(record, None, used, prefix, diagnostics);
}

fn push(
    record: &mut Record,
    subject: Option<usize>,
    used: AcrossUse,
    prefix: &str,
    diagnostics: &mut Diagnostics,
) {
    let Some(reads) = word(&record.fields, subject, &used, diagnostics) else {
        return;
    };
    let same =
        |(known, other): (&Across, &AcrossUse)| known.subject == subject && written(other) == written(&used);
    if record.words().any(same) {
        diagnostics.at(used.span(), "this is there twice, with the same arguments");
        return;
    }
    record.across.push(Across {
        suffix: format!("{prefix}{}", record.across.len()),
        subject,
        reads,
        says: Says::Word(used),
    });
}

/// Adds a check of the user's own that reads some fields.
pub(super) fn check(record: &mut Record, path: Path, reads: &[Ident], diagnostics: &mut Diagnostics) {
    // Each name that is wrong is told.
    let found: Vec<Option<usize>> = reads
        .iter()
        .map(|name| find(&record.fields, name, diagnostics))
        .collect();
    if let Some(reads) = found.into_iter().collect() {
        record.across.push(Across {
            suffix: String::new(),
            subject: None,
            reads,
            says: Says::Check(path),
        });
    }
}

/// The fields that a word reads.
fn word(
    fields: &[Field],
    subject: Option<usize>,
    used: &AcrossUse,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<usize>> {
    let word = &used.word;
    let mut sound = true;
    if let Some(field) = subject.and_then(|subject| fields.get(subject)) {
        if is_flattened(field) || matches!(field.read, Reading::Skip) {
            let message = format!("`{word}` stands on a member, and this field is none of its own");
            diagnostics.on(word, message);
            sound = false;
        }
        if used.form != Form::Relation && matches!(field.presence, Presence::Required) {
            let message = format!(
                "`required` says that there is always a value, `{word}` that it depends: one of the two has to go"
            );
            diagnostics.on(word, message);
            sound = false;
        }
    }
    let mut reads: Vec<usize> = Vec::new();
    for name in &used.fields {
        let Some(index) = find(fields, name, diagnostics) else {
            sound = false;
            continue;
        };
        let mistake = if subject == Some(index) {
            format!("`{word}` relates a field to others, not to itself")
        } else if reads.contains(&index) {
            format!("`{}` is there twice", name.unraw())
        } else if fields.get(index).is_some_and(is_flattened) {
            format!(
                "`{}` is flattened, so that it is no member of its own",
                name.unraw()
            )
        } else {
            reads.push(index);
            continue;
        };
        diagnostics.on(name, mistake);
        sound = false;
    }
    if used.form == Form::Group && used.fields.len() < 2 {
        diagnostics.on(
            word,
            format_args!("`{word}` needs two fields at least: `{word}(field, other_field)`"),
        );
        sound = false;
    }
    sound.then_some(reads)
}

/// The field of that name, unless it is never read.
fn find(fields: &[Field], name: &Ident, diagnostics: &mut Diagnostics) -> Option<usize> {
    let text = name.unraw().to_string();
    let found = fields.iter().position(|field| field.name() == text);
    match found.and_then(|index| fields.get(index)) {
        Some(field) if matches!(field.read, Reading::Skip) => {
            diagnostics.on(
                name,
                format_args!("`{text}` is never read, so that nothing is known of it"),
            );
            None
        }
        Some(_) => found,
        None => {
            let known: Vec<String> = fields.iter().map(Field::name).collect();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            diagnostics.on(
                name,
                format_args!("there is no field `{text}`{}", hint(&text, &known)),
            );
            None
        }
    }
}

fn contradictions(fields: usize, on_fields: &[OnField], diagnostics: &mut Diagnostics) {
    let condition = |used: &AcrossUse| (names(used), values(used));
    for index in 0..fields {
        let words: Vec<&AcrossUse> = on_fields
            .iter()
            .filter(|(field, used)| *field == index && used.form == Form::Condition)
            .map(|(_, used)| used)
            .collect();
        for (one, other, message) in CONTRADICTIONS {
            for first in words.iter().filter(|used| used.word == one) {
                let mut others = words.iter().filter(|used| used.word == other);
                if let Some(second) = others.find(|used| condition(used) == condition(first)) {
                    diagnostics.on(&second.word, message);
                }
            }
        }
    }
}

/// A word without its adjustments, to compare.
fn written(used: &AcrossUse) -> (String, Vec<String>, Vec<String>) {
    (used.word.to_string(), names(used), values(used))
}

fn names(used: &AcrossUse) -> Vec<String> {
    used.fields
        .iter()
        .map(|field| field.unraw().to_string())
        .collect()
}

fn values(used: &AcrossUse) -> Vec<String> {
    let text = |value: &syn::Expr| value.to_token_stream().to_string();
    used.values.iter().map(text).collect()
}

fn is_flattened(field: &Field) -> bool {
    matches!(field.read, Reading::Flatten)
}
