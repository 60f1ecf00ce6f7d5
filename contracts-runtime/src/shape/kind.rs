//! What values of a type are, as data.

use crate::descriptor::ContractDescriptor;

/// What values of a type are, as data.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Kind {
    /// Any JSON.
    Any,
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// An integer of so many bits.
    Integer {
        /// Whether it may be negative.
        signed: bool,
        /// How many bits it has, that of the sign included.
        bits: u32,
    },
    /// A number.
    Number,
    /// A string; the name of its form if the type takes no other.
    Text {
        /// The form. What the type takes of it, the type decides: it need not be all that a standard says.
        format: Option<&'static str>,
    },
    /// A string of one character.
    Char,
    /// A list of elements of one kind; how many, if the type says.
    List {
        /// The elements.
        items: &'static Kind,
        /// How many.
        length: Option<usize>,
    },
    /// A list whose elements have each a kind of their own.
    Tuple(&'static [Kind]),
    /// A list of elements of one kind that drops those that are there already. They are no fault.
    Set(&'static Kind),
    /// An object whose keys are data.
    Map {
        /// The keys, as they are in quotes.
        keys: &'static Kind,
        /// The values.
        values: &'static Kind,
    },
    /// The kind, or null or absent.
    Optional(&'static Kind),
    /// Another contract. Behind a function, because contracts may be recursive.
    Contract(fn() -> &'static ContractDescriptor),
    /// A type that is no contract and is read by its own `Deserialize`.
    Foreign,
}

impl Kind {
    /// Whether any sender could fill it without bound: text, a collection, any JSON.
    #[must_use]
    pub const fn is_open(self) -> bool {
        match self {
            Kind::Any
            | Kind::Map { .. }
            | Kind::List { length: None, .. }
            | Kind::Set(_)
            | Kind::Text { format: None } => true,
            Kind::Optional(kind) | Kind::List { items: kind, .. } => kind.is_open(),
            Kind::Null
            | Kind::Bool
            | Kind::Integer { .. }
            | Kind::Number
            | Kind::Text { format: Some(_) }
            | Kind::Char
            | Kind::Tuple(_)
            | Kind::Contract(_)
            | Kind::Foreign => false,
        }
    }

    /// Whether it may be null or absent.
    #[must_use]
    pub const fn is_optional(self) -> bool {
        matches!(self, Kind::Optional(_))
    }

    /// Whether its values may be null as far as can be known: of a foreign type nothing is.
    #[must_use]
    pub const fn may_be_null(self) -> bool {
        matches!(self, Kind::Optional(_) | Kind::Foreign)
    }

    /// Whether values of this kind can hold contracts, so that a built one has something inside to check.
    pub(crate) const fn holds_contracts(self) -> bool {
        match self {
            Kind::Contract(_) => true,
            Kind::Optional(kind)
            | Kind::Map { values: kind, .. }
            | Kind::Set(kind)
            | Kind::List { items: kind, .. } => kind.holds_contracts(),
            Kind::Tuple(kinds) => {
                let mut rest = kinds;
                while let [kind, others @ ..] = rest {
                    if kind.holds_contracts() {
                        return true;
                    }
                    rest = others;
                }
                false
            }
            Kind::Any
            | Kind::Null
            | Kind::Bool
            | Kind::Integer { .. }
            | Kind::Number
            | Kind::Text { .. }
            | Kind::Char
            | Kind::Foreign => false,
        }
    }
}
