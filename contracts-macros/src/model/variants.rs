//! Enums: variants and how they are told apart.

use syn::DataEnum;

use super::across;
use super::checks::Place;
use super::fields::{self, Around};
use super::{Record, Tagging, Variant, VariantBody};
use crate::diagnostics::Diagnostics;
use crate::parse::case::Case;
use crate::parse::item::{self, OptionKind};
use crate::parse::{docs, serde};

/// Lowers the variants of an enum. `case` is for their names, `field_case` for the names of their fields.
pub(super) fn lower(
    data: &DataEnum,
    tagging: &Tagging,
    (case, field_case): (Option<Case>, Option<Case>),
    external: bool,
    diagnostics: &mut Diagnostics,
) -> Vec<Variant> {
    let variants: Vec<Variant> = data
        .variants
        .iter()
        .enumerate()
        .map(|(index, variant)| one(index, variant, (case, field_case), external, diagnostics))
        .collect();
    if variants.iter().filter(|variant| variant.other).count() > 1 {
        if let Some(last) = variants.iter().rev().find(|variant| variant.other) {
            diagnostics.on(&last.ident, "only one variant can be serde's `other`");
        }
    }
    for variant in &variants {
        if variant.other && !matches!(variant.body, VariantBody::Unit) {
            diagnostics.on(&variant.ident, "serde's `other` is for a variant without content");
        }
        if variant.other && matches!(tagging, Tagging::Untagged) {
            diagnostics.on(
                &variant.ident,
                "serde's `other` needs a tag, and this enum is untagged",
            );
        }
        if let (Tagging::Internal(_), VariantBody::Tuple(_)) = (tagging, &variant.body) {
            diagnostics.on(&variant.ident, "a tuple has no members, so the tag can't be one of them: name the fields, or tag the enum otherwise");
        }
        if let (Tagging::Internal(tag), VariantBody::Record(record)) = (tagging, &variant.body) {
            if let Some(field) = record.fields.iter().find(|field| field.wire == *tag) {
                diagnostics.at(
                    field.span,
                    format_args!("the field and the tag of the enum are both called `{tag}`"),
                );
            }
        }
    }
    for (index, variant) in variants.iter().enumerate().filter(|(_, variant)| !variant.skip) {
        let before = variants.iter().take(index).filter(|other| !other.skip);
        if before.into_iter().any(|other| other.wire == variant.wire) && !matches!(tagging, Tagging::Untagged)
        {
            diagnostics.on(
                &variant.ident,
                format_args!("two variants are called `{}`", variant.wire),
            );
        }
    }
    variants
}

fn one(
    index: usize,
    variant: &syn::Variant,
    (case, mut field_case): (Option<Case>, Option<Case>),
    external: bool,
    diagnostics: &mut Diagnostics,
) -> Variant {
    let mut wire = None;
    let mut aliases = Vec::new();
    let (mut skip, mut other) = (false, false);
    for word in serde::parse(&variant.attrs, serde::Place::Variant, diagnostics) {
        match word {
            serde::Word::Rename(name) => wire = Some(name.value()),
            serde::Word::RenameAll(case) => field_case = Some(case),
            serde::Word::Alias(name) => aliases.push(name.value()),
            serde::Word::Skip => skip = true,
            serde::Word::Other => other = true,
            serde::Word::With(path) => {
                diagnostics.on(&path, "a variant can't be read by `with`: put it on the field");
            }
            _ => {}
        }
    }
    for attribute in variant
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("field"))
    {
        if matches!(variant.fields, syn::Fields::Unit) || !skip {
            diagnostics.on(attribute, "`field` stands on a field, inside the variant");
        }
    }
    let name = syn::ext::IdentExt::unraw(&variant.ident).to_string();
    let around = Around {
        place: Place::Variant,
        case: field_case,
        external: external && !skip,
        prefix: format!("{index}_"),
        named: matches!(variant.fields, syn::Fields::Named(_)),
    };
    let (mut fields, on_fields) = fields::lower(&variant.fields, &around, diagnostics);

    let mut body = match (&variant.fields, fields.len()) {
        (syn::Fields::Unit, _) => VariantBody::Unit,
        (syn::Fields::Named(_), _) => {
            let mut record = Record {
                fields,
                default: None,
                across: Vec::new(),
            };
            across::on_fields(&mut record, on_fields, &around.prefix, diagnostics);
            VariantBody::Record(record)
        }
        (syn::Fields::Unnamed(_), 1) => match fields.pop() {
            Some(field) => VariantBody::Newtype(Box::new(field)),
            None => VariantBody::Unit,
        },
        (syn::Fields::Unnamed(_), _) => VariantBody::Tuple(fields),
    };
    on_whole(variant, &mut body, &around.prefix, diagnostics);
    Variant {
        wire: wire.unwrap_or_else(|| case.map_or_else(|| name.clone(), |case| case.variant(&name))),
        ident: variant.ident.clone(),
        index,
        aliases,
        docs: docs(&variant.attrs),
        other,
        skip,
        body,
    }
}

/// What stands on a variant: groups of its fields.
fn on_whole(variant: &syn::Variant, body: &mut VariantBody, prefix: &str, diagnostics: &mut Diagnostics) {
    for option in item::parse(&variant.attrs, diagnostics) {
        match (option.kind, &mut *body) {
            (OptionKind::Across(used), VariantBody::Record(record)) => {
                across::on_whole(record, *used, prefix, diagnostics);
            }
            (OptionKind::Across(used), _) => fields::unnamed(&used.word, diagnostics),
            (_, _) => {
                let message = format!("`{}` is said of the whole type, not of a variant", option.name);
                diagnostics.at(option.span, message);
            }
        }
    }
}
