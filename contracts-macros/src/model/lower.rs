//! From what was written to what was meant: the one constructor of the model.

use syn::{Data, DeriveInput, Ident};

use super::across;
use super::checks::Place;
use super::fields::{self, Around};
use super::{
    Body, Contract, Conversion, DefaultValue, Field, Given, Limits, Reading, Record, Tagging, Unknown, Zone,
    context, variants,
};
use crate::diagnostics::Diagnostics;
use crate::parse::across::AcrossUse;
use crate::parse::case::{Case, contract_name};
use crate::parse::item::{self, OptionKind};
use crate::parse::{docs, serde};

/// What serde's words say of the item.
#[derive(Default)]
struct Serde {
    rename_all: Option<Case>,
    rename_all_fields: Option<Case>,
    default: Option<DefaultValue>,
    deny_unknown: Option<proc_macro2::Span>,
    tag: Option<String>,
    content: Option<syn::LitStr>,
    untagged: Option<proc_macro2::Span>,
    transparent: Option<proc_macro2::Span>,
    conversion: Option<Conversion>,
    bounds: Option<Vec<syn::WherePredicate>>,
}

/// What `#[contract(...)]` says of the item.
struct Options {
    facade: syn::Path,
    name: String,
    version: String,
    zone: Zone,
    unknown: Unknown,
    limits: Limits,
    metadata: Vec<(syn::LitStr, syn::LitStr)>,
    checks: Vec<Check>,
    context: Option<Given>,
}

/// What is checked of the whole, or across its fields.
enum Check {
    Own(syn::Path, Vec<Ident>),
    Across(AcrossUse),
}

/// The model of an item. Mistakes are collected, and the healthy part is lowered all the same; of items without a
/// healthy part there is only the path to the facade.
pub(crate) fn lower(input: &DeriveInput, diagnostics: &mut Diagnostics) -> Result<Contract, syn::Path> {
    let said = read_serde(input, diagnostics);
    let options = read_options(input, &said, diagnostics);
    let external = options.zone == Zone::External && said.conversion.is_none();
    let mut body = match &input.data {
        Data::Struct(data) => structure(&data.fields, &said, external, diagnostics),
        Data::Enum(data) => {
            if data.variants.is_empty() {
                diagnostics.on(
                    &input.ident,
                    "an enum without variants has no values, so nothing could ever be accepted",
                );
                return Err(options.facade);
            }
            let tagging = tagging(&said, diagnostics);
            let cases = (said.rename_all, said.rename_all_fields);
            let variants = variants::lower(data, &tagging, cases, external, diagnostics);
            Body::Enum { tagging, variants }
        }
        Data::Union(data) => {
            diagnostics.at(
                data.union_token.span,
                "a union can't be a contract: which of its fields holds is not known",
            );
            return Err(options.facade);
        }
    };
    if said.conversion.is_some() {
        converted(&body, diagnostics);
    }
    let checks = on_item(options.checks, &mut body, diagnostics);
    Ok(Contract {
        ident: input.ident.clone(),
        generics: input.generics.clone(),
        facade: options.facade,
        name: options.name,
        version: options.version,
        zone: options.zone,
        unknown: options.unknown,
        limits: options.limits,
        metadata: options.metadata,
        docs: docs(&input.attrs),
        body,
        conversion: said.conversion,
        checks,
        context: options.context,
        bounds: said.bounds,
    })
}

fn read_serde(input: &DeriveInput, diagnostics: &mut Diagnostics) -> Serde {
    let mut said = Serde::default();
    for word in serde::parse(&input.attrs, serde::Place::Item, diagnostics) {
        match word {
            serde::Word::RenameAll(case) => said.rename_all = Some(case),
            serde::Word::RenameAllFields(case) => said.rename_all_fields = Some(case),
            serde::Word::Default(None) => said.default = Some(DefaultValue::Trait),
            serde::Word::Default(Some(path)) => said.default = Some(DefaultValue::Path(path)),
            serde::Word::DenyUnknown(span) => said.deny_unknown = Some(span),
            serde::Word::Tag(tag) => said.tag = Some(tag.value()),
            serde::Word::Content(content) => said.content = Some(content),
            serde::Word::Untagged(span) => said.untagged = Some(span),
            serde::Word::Transparent(span) => said.transparent = Some(span),
            serde::Word::From(ty) => said.conversion = Some(Conversion::From(ty)),
            serde::Word::TryFrom(ty) => said.conversion = Some(Conversion::TryFrom(ty)),
            serde::Word::Bound(bounds) => said.bounds = Some(bounds),
            _ => {}
        }
    }
    said
}

fn tagging(said: &Serde, diagnostics: &mut Diagnostics) -> Tagging {
    match (&said.tag, &said.content, said.untagged) {
        (None, None, Some(_)) => Tagging::Untagged,
        (None, None, None) => Tagging::External,
        (Some(tag), None, None) => Tagging::Internal(tag.clone()),
        (Some(tag), Some(content), None) => Tagging::Adjacent(tag.clone(), content.value()),
        (None, Some(content), _) => {
            diagnostics.on(content, "`content` needs a `tag` beside it");
            Tagging::External
        }
        (Some(tag), _, Some(span)) => {
            diagnostics.at(
                span,
                format_args!("an enum can't be untagged and tagged by `{tag}`"),
            );
            Tagging::Untagged
        }
    }
}

fn structure(fields: &syn::Fields, said: &Serde, external: bool, diagnostics: &mut Diagnostics) -> Body {
    let around = Around {
        place: Place::Struct,
        case: said.rename_all,
        external,
        prefix: String::new(),
        named: matches!(fields, syn::Fields::Named(_)),
    };
    let (mut lowered, on_fields) = fields::lower(fields, &around, diagnostics);
    if let Some(span) = said.transparent {
        match transparent(lowered) {
            Ok(body) => {
                for (_, used) in &on_fields {
                    let message = format!(
                        "`{}` reads other fields, and of this type one alone is read",
                        used.word
                    );
                    diagnostics.on(&used.word, message);
                }
                return body;
            }
            Err(fields) => lowered = fields,
        }
        diagnostics.at(span, "`transparent` needs exactly one field that is read");
    }
    match (fields, lowered.len()) {
        (syn::Fields::Unit, _) => Body::Unit,
        (syn::Fields::Named(_), _) => {
            same_names(&lowered, diagnostics);
            let mut record = Record {
                fields: lowered,
                default: said.default.clone(),
                across: Vec::new(),
            };
            across::on_fields(&mut record, on_fields, "", diagnostics);
            Body::Record(record)
        }
        (syn::Fields::Unnamed(_), 1) => match lowered.pop() {
            Some(field) => Body::Newtype {
                field: Box::new(field),
                others: Vec::new(),
                transparent: false,
            },
            None => Body::Unit,
        },
        (syn::Fields::Unnamed(_), _) => Body::Tuple(lowered),
    }
}

/// serde's `transparent`: the one field that is read; the others are skipped or hold nothing. Gives the fields back if
/// it is not one.
fn transparent(mut fields: Vec<Field>) -> Result<Body, Vec<Field>> {
    let count = fields.len();
    let is_read =
        |field: &Field| !(matches!(field.read, Reading::Skip) || count > 1 && is_phantom(&field.ty));
    let (Some(only), 1) = (
        fields.iter().position(is_read),
        fields.iter().filter(|field| is_read(field)).count(),
    ) else {
        return Err(fields);
    };
    let field = Box::new(fields.remove(only));
    for other in &mut fields {
        other.read = Reading::Skip;
    }
    Ok(Body::Newtype {
        field,
        others: fields,
        transparent: true,
    })
}

/// Whether a type is `PhantomData`, which holds nothing.
pub(crate) fn is_phantom(ty: &syn::Type) -> bool {
    matches!(ty, syn::Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "PhantomData"))
}

fn same_names(fields: &[Field], diagnostics: &mut Diagnostics) {
    let mut seen: Vec<&str> = Vec::new();
    for field in fields
        .iter()
        .filter(|field| matches!(field.read, Reading::Plain | Reading::With(_)))
    {
        for name in
            std::iter::once(&field.wire).chain(field.aliases.iter().filter(|alias| **alias != field.wire))
        {
            if seen.contains(&name.as_str()) {
                diagnostics.at(field.span, format_args!("two fields are called `{name}`"));
            }
            seen.push(name);
        }
    }
}

fn read_options(input: &DeriveInput, said: &Serde, diagnostics: &mut Diagnostics) -> Options {
    let options = item::parse(&input.attrs, diagnostics);
    let mut read = Options {
        facade: syn::parse_quote!(::perimeter),
        name: contract_name(&syn::ext::IdentExt::unraw(&input.ident).to_string()),
        version: String::new(),
        zone: Zone::External,
        unknown: said.deny_unknown.map_or(Unknown::Zone, |_| Unknown::Deny),
        limits: Limits::default(),
        metadata: Vec::new(),
        checks: Vec::new(),
        context: None,
    };
    let zone = options.iter().find_map(|option| match &option.kind {
        OptionKind::Zone(zone) => Some(zone.to_string()),
        _ => None,
    });
    let zone = zone.unwrap_or_else(|| "external".to_owned());
    let always = options
        .iter()
        .any(|option| matches!(option.kind, OptionKind::Always));
    read.zone = match zone.as_str() {
        "strategic" => Zone::Strategic,
        "coupling" => Zone::Coupling { always },
        "core" => Zone::Core,
        _ => Zone::External,
    };
    let mut seen: Vec<String> = Vec::new();
    for option in options {
        let repeats = matches!(option.kind, OptionKind::Check(..) | OptionKind::Across(_));
        if !repeats && seen.contains(&option.name) {
            let message = match option.name.as_str() {
                "zone" => "the zone is given already: a contract has one".to_owned(),
                name => format!("`{name}` is there twice"),
            };
            diagnostics.at(option.span, message);
            continue;
        }
        let zones = item::zones_of(&option.name);
        if !zones.contains(&zone.as_str()) {
            let have = zones.join(" and ");
            diagnostics.at(
                option.span,
                format_args!(
                    "`{}` is an option of {have} contracts; this one is {zone}",
                    option.name
                ),
            );
            continue;
        }
        seen.push(option.name);
        match option.kind {
            OptionKind::Always | OptionKind::Zone(_) => {}
            OptionKind::Across(used) => read.checks.push(Check::Across(*used)),
            OptionKind::Check(path, reads) => read.checks.push(Check::Own(path, reads)),
            OptionKind::Context(ty, name) => read.context = context::lower(ty, name, diagnostics),
            OptionKind::Crate(path) => read.facade = path,
            OptionKind::MaxBytes(limit) => read.limits.bytes = Some(limit),
            OptionKind::MaxDepth(limit) => read.limits.depth = Some(limit),
            OptionKind::MaxViolations(limit) => read.limits.violations = Some(limit),
            OptionKind::Metadata(pairs) => read.metadata = pairs,
            OptionKind::Name(name) => read.name = name.value(),
            OptionKind::Version(version) => read.version = version.value(),
            OptionKind::DenyUnknown(false) if said.deny_unknown.is_some() => {
                diagnostics.at(
                    option.span,
                    "serde's `deny_unknown_fields` says the opposite: one of the two has to go",
                );
            }
            OptionKind::DenyUnknown(deny) => {
                read.unknown = if deny { Unknown::Deny } else { Unknown::Ignore }
            }
        }
    }
    read
}

/// The fields of what is converted from another type are not read, so they can't be sanitized.
fn converted(body: &Body, diagnostics: &mut Diagnostics) {
    for function in body.fields().iter().filter_map(|field| field.checks.sanitizer()) {
        diagnostics.on(
            function,
            "this contract is read as another type and converted: put `sanitize` on the fields of that type",
        );
    }
}

/// What stands on the item across fields goes to the record; gives the checks of the whole value.
fn on_item(checks: Vec<Check>, body: &mut Body, diagnostics: &mut Diagnostics) -> Vec<syn::Path> {
    let mut whole = Vec::new();
    for check in checks {
        match (check, &mut *body) {
            (Check::Own(path, reads), _) if reads.is_empty() => whole.push(path),
            (Check::Own(path, reads), Body::Record(record)) => {
                across::check(record, path, &reads, diagnostics);
            }
            (Check::Own(_, reads), _) => {
                for field in &reads {
                    diagnostics.on(field, "`reads` names the fields of a struct");
                }
            }
            (Check::Across(used), Body::Record(record)) => across::on_whole(record, used, "", diagnostics),
            (Check::Across(used), Body::Enum { .. }) => {
                let message = format!(
                    "`{0}` names the fields of one variant: write `#[contract({0}(...))]` on that",
                    used.word
                );
                diagnostics.on(&used.word, message);
            }
            (Check::Across(used), _) => {
                let message = format!("`{}` names the fields of a struct", used.word);
                diagnostics.on(&used.word, message);
            }
        }
    }
    whole
}
