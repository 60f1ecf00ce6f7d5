//! The context of checks: a type that can be told from any other at run time, which only one without lifetimes can.

use proc_macro2::Span;
use syn::{GenericArgument, Ident, Lifetime, PathArguments, Type};

use super::Given;
use crate::diagnostics::Diagnostics;

/// The context of a contract, unless no value could be one.
pub(super) fn lower(ty: Type, name: Option<Ident>, diagnostics: &mut Diagnostics) -> Option<Given> {
    if let Type::TraitObject(_) | Type::ImplTrait(_) | Type::Slice(_) = ty {
        diagnostics.on(
            &ty,
            "a context is of a type whose size is known, such as a struct of your own or `Box<dyn Trait>`",
        );
        return None;
    }
    if let Some(span) = borrowed(&ty) {
        diagnostics.at(
            span,
            "a context is `'static`: its type owns what it holds, or shares it as `Arc` does. It is given by reference \
             all the same",
        );
        // What is meant by a reference is plain, so that nothing is said of checks that take it.
        return match ty {
            Type::Reference(reference) => lower(*reference.elem, name, diagnostics),
            _ => None,
        };
    }
    Some(Given { ty, name })
}

/// A reference or lifetime in a type that is not `'static`. Those of functions and trait objects are their own matter.
fn borrowed(ty: &Type) -> Option<Span> {
    let outlives = |lifetime: &Lifetime| lifetime.ident == "static";
    match ty {
        Type::Reference(reference) => match &reference.lifetime {
            Some(lifetime) if outlives(lifetime) => borrowed(&reference.elem),
            Some(lifetime) => Some(lifetime.span()),
            None => Some(reference.and_token.span),
        },
        Type::Path(path) => path
            .path
            .segments
            .iter()
            .find_map(|segment| match &segment.arguments {
                PathArguments::AngleBracketed(arguments) => {
                    arguments.args.iter().find_map(|argument| match argument {
                        GenericArgument::Lifetime(lifetime) if !outlives(lifetime) => Some(lifetime.span()),
                        GenericArgument::Type(ty) => borrowed(ty),
                        _ => None,
                    })
                }
                _ => None,
            }),
        Type::Tuple(tuple) => tuple.elems.iter().find_map(borrowed),
        Type::Array(array) => borrowed(&array.elem),
        Type::Paren(paren) => borrowed(&paren.elem),
        Type::Group(group) => borrowed(&group.elem),
        _ => None,
    }
}
