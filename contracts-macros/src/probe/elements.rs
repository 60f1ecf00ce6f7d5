//! `each`, `keys` and `values` stand on a field that has elements or entries, as far as its type is written out.
//!
//! rustc finds the same, and also behind an alias, but tells it once for every use that is generated.

use syn::{GenericArgument, PathArguments, Type};

use crate::diagnostics::Diagnostics;
use crate::model::Checks;

/// What a type is, if its name says so.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Single,
    List,
    Map,
}

const SINGLE: &[&str] = &[
    "String", "bool", "char", "f32", "f64", "i128", "i16", "i32", "i64", "i8", "isize", "str", "u128", "u16",
    "u32", "u64", "u8", "usize",
];
const LISTS: &[&str] = &["BTreeSet", "HashSet", "Vec", "VecDeque"];
const MAPS: &[&str] = &["BTreeMap", "HashMap"];
const WRAPPERS: &[&str] = &["Arc", "Box", "Option", "Rc"];

/// Judges the parts of a field that have rules of their own; false if a mistake was reported.
pub(super) fn judge(ty: &Type, checks: &Checks, diagnostics: &mut Diagnostics) -> bool {
    let Some((kind, name)) = kind(ty) else {
        return true;
    };
    let mut sound = true;
    if let (Some(each), Kind::Single | Kind::Map) = (&checks.each, kind) {
        let instead = match kind {
            Kind::Map => "; the rules of a map stand in `keys(...)` and `values(...)`",
            Kind::Single | Kind::List => "",
        };
        diagnostics.at(
            each.span,
            format_args!("`each` needs a list or a set, and `{name}` is none{instead}"),
        );
        sound = false;
    }
    for (part, word) in [(&checks.keys, "keys"), (&checks.values, "values")] {
        if let (Some(part), Kind::Single | Kind::List) = (part, kind) {
            let instead = match kind {
                Kind::List => "; the rules of its elements stand in `each(...)`",
                Kind::Single | Kind::Map => "",
            };
            diagnostics.at(
                part.span,
                format_args!("`{word}` needs a map, and `{name}` is none{instead}"),
            );
            sound = false;
        }
    }
    sound
}

fn kind(ty: &Type) -> Option<(Kind, String)> {
    match ty {
        Type::Reference(reference) => kind(&reference.elem),
        Type::Group(group) => kind(&group.elem),
        Type::Paren(paren) => kind(&paren.elem),
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            let name = last.ident.to_string();
            let is = |names: &[&str]| names.contains(&name.as_str());
            if is(WRAPPERS) {
                return kind(first_argument(&last.arguments)?);
            }
            let kind = match &last.arguments {
                PathArguments::None if is(SINGLE) => Kind::Single,
                PathArguments::AngleBracketed(_) if is(LISTS) => Kind::List,
                PathArguments::AngleBracketed(_) if is(MAPS) => Kind::Map,
                _ => return None,
            };
            Some((kind, name))
        }
        _ => None,
    }
}

fn first_argument(arguments: &PathArguments) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = arguments else {
        return None;
    };
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    })
}
