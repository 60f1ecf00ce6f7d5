//! The run time of perimeter: reader, decoder, rules, formats, zones, reports.
//!
//! Users depend on the facade, `perimeter`, which re-exports what they need.

pub mod across;
pub mod batch;
mod boundary;
mod check;
mod clock;
mod confirm;
mod contract;
mod decode;
mod descriptor;
pub mod formats;
#[cfg(feature = "proptest")]
pub mod generate;
mod json;
mod link;
mod patch;
#[doc(hidden)]
pub mod private;
pub mod rules;
pub mod sanitize;
pub mod schema;
mod scope;
mod serde_bridge;
mod shape;
mod shapes;
mod telemetry;
mod valid;
mod violation;
pub mod zone;

pub use boundary::{
    Accepted, Admission, Boundary, Enforcement, Enforcing, Limits, Mode, ParseEnforcementError, Payload,
    ReadError, Source, accept, accept_reader, accept_with,
};
pub use clock::Clock;
pub use confirm::{Confirmation, Confirmed, Findings};
pub use contract::Contract;
pub use descriptor::{
    Body, CheckDescriptor, Checks, ContentHash, ContractDescriptor, FieldDescriptor, Presence, Tagging,
    UnknownFields, VariantDescriptor,
};
pub use link::{Linked, linked};
pub use patch::Patch;
pub use scope::{NoContext, Scope};
pub use shape::{Entries, Items, Kind, Shape};
pub use valid::{Invalid, Valid};
#[cfg(feature = "render")]
pub use violation::Rendering;
pub use violation::{
    At, Catalogue, InvalidProblem, Param, Params, Problem, Report, Severity, TemplateError, Templates,
    Violation, Violations,
};
pub use zone::Zone;
