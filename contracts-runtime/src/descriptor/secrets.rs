//! Which contracts can be reached from a kind, and whether one of them has a secret.

use super::{Body, ContractDescriptor, FieldDescriptor};
use crate::shape::Kind;

/// Whether values of this kind can hold a secret, however deep. In time with the square of the contracts inside.
pub(crate) fn holds_secret(kind: Kind) -> bool {
    reachable(direct(kind)).iter().any(|contract| {
        let (fields, _) = parts(contract.body());
        fields.iter().any(|field| field.is_secret())
    })
}

/// These contracts, and those that can be reached from them, in the order in which they are met.
pub(crate) fn reachable(mut known: Vec<&'static ContractDescriptor>) -> Vec<&'static ContractDescriptor> {
    let mut next = 0;
    while let Some(contract) = known.get(next).copied() {
        next += 1;
        let (fields, converted) = parts(contract.body());
        let kinds = fields.iter().map(|field| field.kind()).chain(converted);
        for inner in kinds.flat_map(direct) {
            if !known.iter().any(|known| std::ptr::eq(*known, inner)) {
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
