//! Contracts at the boundaries of a service.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub use contracts_macros::{
    Contract, core_contract, coupling_contract, external_contract, strategic_boundary,
};
pub use contracts_runtime::{
    At, Body, Boundary, Checks, Contract, ContractDescriptor, FieldDescriptor, Invalid, Kind, Limits,
    Outcome, Param, Params, Presence, Report, Severity, Shape, Source, Tagging, UnknownFields, Valid,
    VariantDescriptor, Violation, Violations, Zone, accept, formats, rules, zone,
};

#[cfg(feature = "registry")]
pub use contracts_registry::{
    Builder, Conflict, Error as RegistryError, Handle, Kind as RegistryErrorKind, Registry, Typed,
};

/// What generated code names. Not for use by hand: it changes without notice.
#[doc(hidden)]
pub use contracts_runtime::private as __private;
