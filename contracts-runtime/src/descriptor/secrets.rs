//! Which contracts can be reached from a kind, and whether one of them has a secret.

use std::collections::HashSet;

use super::{Body, ContractDescriptor, FieldDescriptor};
use crate::shape::Kind;

/// Whether values of this kind can hold a secret, however deep. In time with the contracts inside.
pub(crate) fn holds_secret(kind: Kind) -> bool {
    reachable(direct(kind)).iter().any(|contract| {
        let (fields, _) = parts(contract.body());
        fields.iter().any(|field| field.is_secret())
    })
}

/// Whether values of this kind can hold one of a type that is no contract's, however deep: nothing is known of what that
/// holds.
pub(crate) fn holds_foreign(kind: Kind) -> bool {
    is_foreign(kind) || reachable(direct(kind)).into_iter().any(has_foreign)
}

/// Whether a contract has a field of such a type.
pub(crate) fn has_foreign(contract: &ContractDescriptor) -> bool {
    let (fields, converted) = parts(contract.body());
    let mut kinds = fields.iter().map(|field| field.kind()).chain(converted);
    kinds.any(is_foreign)
}

/// Whether values of this kind are of such a type, or hold one without a contract around it.
fn is_foreign(kind: Kind) -> bool {
    match kind {
        Kind::Foreign => true,
        Kind::Optional(kind) | Kind::Set(kind) | Kind::List { items: kind, .. } => is_foreign(*kind),
        Kind::Map { keys, values } => is_foreign(*keys) || is_foreign(*values),
        Kind::Tuple(kinds) => kinds.iter().copied().any(is_foreign),
        Kind::Contract(_)
        | Kind::Any
        | Kind::Null
        | Kind::Bool
        | Kind::Integer { .. }
        | Kind::Number
        | Kind::Text { .. }
        | Kind::Char => false,
    }
}

/// These contracts, and those that can be reached from them, in the order in which they are met.
pub(crate) fn reachable(mut known: Vec<&'static ContractDescriptor>) -> Vec<&'static ContractDescriptor> {
    let mut seen: HashSet<_> = known
        .iter()
        .map(|contract| std::ptr::from_ref(*contract))
        .collect();
    let mut next = 0;
    while let Some(contract) = known.get(next).copied() {
        next += 1;
        let (fields, converted) = parts(contract.body());
        let kinds = fields.iter().map(|field| field.kind()).chain(converted);
        for inner in kinds.flat_map(direct) {
            if seen.insert(std::ptr::from_ref(inner)) {
                known.push(inner);
            }
        }
    }
    known
}

/// The contracts that values of this kind are, or hold without another contract around them.
pub(crate) fn direct(kind: Kind) -> Vec<&'static ContractDescriptor> {
    match kind {
        Kind::Contract(of) => vec![of()],
        Kind::Optional(kind) | Kind::Set(kind) | Kind::List { items: kind, .. } => direct(*kind),
        Kind::Map { keys, values } => [*keys, *values].into_iter().flat_map(direct).collect(),
        Kind::Tuple(kinds) => kinds.iter().copied().flat_map(direct).collect(),
        Kind::Any
        | Kind::Null
        | Kind::Bool
        | Kind::Integer { .. }
        | Kind::Number
        | Kind::Text { .. }
        | Kind::Char
        | Kind::Foreign => Vec::new(),
    }
}

/// The fields of a body, those of all its variants, and the kind that it is converted from.
pub(crate) fn parts(body: Body) -> (Vec<&'static FieldDescriptor>, Option<Kind>) {
    match body {
        Body::Record(fields) | Body::Tuple(fields) => (fields.iter().collect(), None),
        Body::Newtype(field) => (vec![field], None),
        Body::Unit => (Vec::new(), None),
        Body::Variants { variants, .. } => {
            let fields = variants.iter().flat_map(|variant| parts(variant.body()).0);
            (fields.collect(), None)
        }
        Body::Converted(kind) => (Vec::new(), Some(kind)),
    }
}
