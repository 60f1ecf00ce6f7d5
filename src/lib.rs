//! Contracts at the boundaries of a service.
//!
//! A service takes in data that it can't trust: requests, webhooks, queue messages, files. A *contract* says once, on
//! the type, what may cross a boundary. From that one declaration come a decoder that reads and checks JSON in one
//! pass, a proof in the type system ([`Valid`]), a report of everything that is wrong ([`Violations`]), and an entry
//! in the list of all contracts of the program (`Registry`).
//!
//! ```
//! use perimeter::{Valid, accept, external_contract};
//!
//! #[external_contract]
//! pub struct UserRegistration {
//!     #[field(email)]
//!     pub email: String,
//!     #[field(length = 8..=128, secret)]
//!     pub password: String,
//!     #[field(range = 13..=120)]
//!     pub age: Option<u8>,
//! }
//!
//! // Who takes a `Valid` needs no check.
//! fn register(user: &Valid<UserRegistration>) -> String {
//!     format!("a mail goes to {}", user.email)
//! }
//!
//! let body = br#"{"email":"ada@example.com","password":"correct horse"}"#;
//! let user = accept::<UserRegistration>(body)?;
//! assert_eq!(register(&user), "a mail goes to ada@example.com");
//!
//! let body = br#"{"email":"ada@","password":"hunter2","age":7}"#;
//! let Err(report) = accept::<UserRegistration>(body) else { panic!("three members are wrong") };
//! assert_eq!(
//!     report.to_string(),
//!     "1:10: /email: must be an e-mail address\n\
//!      1:28: /password: must have a length of 8 to 128\n\
//!      1:44: /age: must be 13 to 120",
//! );
//! # Ok::<(), perimeter::Violations>(())
//! ```
//!
//! # Two pipelines
//!
//! ```text
//! compile time   declaration -> parse -> model -> decoder + check + descriptor + Deserialize
//!                                                                  |
//!                                                   link time      +--> list of contracts -> Registry
//!
//! run time       bytes -> limits -> one pass: read, decode, check -> Valid<T>
//!                                                               \-> Violations
//!                a built value -> check -> Valid<T>, or the value back with its Violations
//! ```
//!
//! # The guide
//!
//! With all default features on, the module `guide` holds these chapters. Each snippet in them is tested.
//!
#![cfg_attr(
    all(feature = "json", feature = "pattern", feature = "registry"),
    doc = "1. [The first contract](guide::first_contract): from an empty file to a report, in five minutes
2. [Attributes](guide::attributes): every word and every rule
3. [Across fields](guide::across): members in the light of others, and the three states of a `PATCH`
4. [Zones](guide::zones): who sends, how much is checked, and which way trust flows
5. [Sources](guide::sources): bytes, readers, values, forms, other formats
6. [Reports](guide::reports): violations, codes, places, limits, secrets, warnings
7. [Errors for clients](guide::errors): reports in responses, logs and other languages
8. [Batches](guide::batches): files of many items, one after the other, in bounded memory
9. [Roll-outs](guide::enforcement): what is admitted without a proof, and what has to be asked elsewhere
10. [Own rules](guide::own_rules): rules and checks that you write
11. [serde](guide::serde): how serde's attributes are read, and where contracts differ from serde's derive
12. [Schemas](guide::schemas): contracts as JSON Schema, and whether one has changed
13. [The list of contracts](guide::linking): generic ones, what to do if one is missing, what gathers the list
14. [The registry](guide::registry): looking contracts up, changing them while they are in use, counting
15. [From `validator`](guide::from_validator) and [from `garde`](guide::from_garde): tables for those who come from there"
)]
#![cfg_attr(
    all(
        feature = "json",
        feature = "pattern",
        feature = "registry",
        feature = "proptest"
    ),
    doc = "16. [Testing](guide::testing): documents for tests, drawn from contracts"
)]
#![cfg_attr(
    all(
        feature = "json",
        feature = "pattern",
        feature = "registry",
        feature = "metrics",
        feature = "tracing"
    ),
    doc = "17. [Telemetry](guide::telemetry): events for `tracing` and `metrics`, and which rule turns people away"
)]
#![cfg_attr(
    all(feature = "pattern", feature = "documents"),
    doc = "18. [Documents](guide::documents): contracts that are data, in JSON, YAML or TOML"
)]
#![cfg_attr(
    all(
        feature = "json",
        feature = "pattern",
        feature = "registry",
        feature = "persistence"
    ),
    doc = "19. [Persistence](guide::persistence): documents that are registered at run time, and outlive the program"
)]
#![cfg_attr(
    all(feature = "pattern", feature = "reload"),
    doc = "20. [Reloading](guide::reloading): a folder of documents that is watched"
)]
//!
//! # Features
//!
//! | feature | default | adds |
//! |---|---|---|
//! | `json` | yes | fields of types that are only `Deserialize`, `deserialize_with`; brings `serde_json` |
//! | `pattern` | yes | the rule `pattern`; brings `regex` |
//! | `registry` | yes | `Registry` and what belongs to it |
//! | `documents` | no | `Document`: contracts that are JSON Schema documents; brings `jsonschema`, `saphyr-parser` and `toml` |
//! | `persistence` | no | `Builder::store`: documents that are registered at run time outlive the program; brings `redb` |
//! | `reload` | no | `Builder::watch`, `Registry::reload`: folders of documents that are read anew when they change; brings `notify` |
//! | `form` | no | `Payload::form`: form data as a source; brings `percent-encoding` |
//! | `graphemes` | no | `unit = graphemes` for `length`; brings `unicode-segmentation` |
//! | `proptest` | no | `generate`: documents for tests, drawn from contracts; brings `proptest` |
//! | `parallel` | no | the checks of a batch in parallel: `par_try_for_each`; brings `rayon` |
//! | `render` | no | `Violations::render`: reports drawn over the text that they are about; brings `annotate-snippets` |
//! | `linkme` | no | no item: the list of contracts is gathered by `linkme`, without code that runs before `main` |
//! | `tracing`, `metrics` | no | events to a subscriber, counters and histograms to a recorder; brings the crate of that name |
//! | `nfc` | no | the rule `nfc`, and the function of that name for `sanitize`; brings `unicode-normalization` |
//! | `chrono`, `indexmap`, `jiff`, `rust_decimal`, `time`, `url`, `uuid` | no | types of the crate of that name as types of fields |
//!
//! Features only add items; none changes what another part does. Without any of them contracts still read JSON.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub use contracts_macros::{
    Contract, core_contract, coupling_contract, external_contract, register, strategic_boundary,
};
pub use contracts_runtime::{
    Accepted, Admission, At, Body, Boundary, Catalogue, CheckDescriptor, Checks, Clock, Confirmation,
    Confirmed, ContentHash, Contract, ContractDescriptor, Enforcement, Enforcing, FieldDescriptor, Findings,
    Invalid, InvalidProblem, Kind, Limits, Linked, Mode, NoContext, Param, Params, ParseEnforcementError,
    Patch, Payload, Presence, Problem, ReadError, Report, Scope, Severity, Shape, Source, Tagging,
    TemplateError, Templates, UnknownFields, Valid, VariantDescriptor, Violation, Violations, Zone,
    accept_reader, across, batch, formats, linked, rules, sanitize, schema, zone,
};

/// ```
/// use perimeter::{Valid, accept, external_contract};
///
/// #[external_contract]
/// struct Login {
///     #[field(length = 1..=20)]
///     user: String,
/// }
///
/// let login: Valid<Login> = accept(r#"{"user":"ada"}"#)?;
/// assert_eq!(login.user, "ada");
/// assert!(accept::<Login>(br#"{"user":""}"#).is_err());
/// # Ok::<(), perimeter::Violations>(())
/// ```
#[doc(inline)]
pub use contracts_runtime::accept;

/// ```
/// use perimeter::{Violation, accept_with, external_contract};
///
/// struct Known(Vec<&'static str>);
///
/// #[external_contract(context(Known))]
/// struct Login {
///     #[field(check = known)]
///     user: String,
/// }
///
/// fn known(user: &str, known: &Known) -> Result<(), Violation> {
///     known.0.contains(&user).then_some(()).ok_or(Violation::from("is not known"))
/// }
///
/// let known = Known(vec!["ada"]);
/// assert!(accept_with::<Login>(r#"{"user":"ada"}"#, &known).is_ok());
/// assert!(accept_with::<Login>(r#"{"user":"eve"}"#, &known).is_err());
/// ```
#[doc(inline)]
pub use contracts_runtime::accept_with;

#[cfg(feature = "proptest")]
pub use contracts_runtime::generate;

#[cfg(feature = "render")]
pub use contracts_runtime::Rendering;

#[cfg(feature = "registry")]
pub use contracts_registry::{
    Builder, Conflict, Contracts, Definition, Error as RegistryError, Found, Handle,
    Kind as RegistryErrorKind, Registry, Typed, stats,
};

#[cfg(feature = "documents")]
pub use contracts_registry::{Document, DocumentError, DocumentErrorKind, DocumentFault, Format};

#[cfg(feature = "reload")]
pub use contracts_registry::{Job, JobState, ReloadFailure, Reloaded};
#[cfg(feature = "persistence")]
pub use contracts_registry::{Store, StoredDocument};

/// The guide, chapter by chapter. Its snippets are tested with the default features, so it is there with them.
#[cfg(all(feature = "json", feature = "pattern", feature = "registry"))]
pub mod guide {
    #[doc = include_str!("docs/first_contract.md")]
    pub mod first_contract {}

    #[doc = include_str!("docs/attributes.md")]
    pub mod attributes {}

    #[doc = include_str!("docs/across.md")]
    pub mod across {}

    #[doc = include_str!("docs/zones.md")]
    pub mod zones {}

    #[doc = include_str!("docs/sources.md")]
    pub mod sources {}

    #[doc = include_str!("docs/reports.md")]
    pub mod reports {}

    #[doc = include_str!("docs/errors.md")]
    pub mod errors {}

    #[doc = include_str!("docs/enforcement.md")]
    pub mod enforcement {}

    #[doc = include_str!("docs/own_rules.md")]
    pub mod own_rules {}

    #[doc = include_str!("docs/serde.md")]
    pub mod serde {}

    #[doc = include_str!("docs/schemas.md")]
    pub mod schemas {}

    #[doc = include_str!("docs/batches.md")]
    pub mod batches {}

    #[doc = include_str!("docs/linking.md")]
    pub mod linking {}

    #[doc = include_str!("docs/registry.md")]
    pub mod registry {}

    // Its snippets need the feature.
    #[cfg(feature = "documents")]
    #[doc = include_str!("docs/documents.md")]
    pub mod documents {}

    // It links to what the feature adds.
    #[cfg(feature = "proptest")]
    #[doc = include_str!("docs/testing.md")]
    pub mod testing {}

    // Its snippets have a listener.
    #[cfg(all(feature = "metrics", feature = "tracing"))]
    #[doc = include_str!("docs/telemetry.md")]
    pub mod telemetry {}

    #[cfg(feature = "persistence")]
    #[doc = include_str!("docs/persistence.md")]
    pub mod persistence {}

    // It is about what the feature adds.
    #[cfg(feature = "reload")]
    #[doc = include_str!("docs/reloading.md")]
    pub mod reloading {}

    #[doc = include_str!("docs/from_validator.md")]
    pub mod from_validator {}

    #[doc = include_str!("docs/from_garde.md")]
    pub mod from_garde {}
}

/// The snippets of README.md are tests, too.
#[cfg(all(doctest, feature = "registry"))]
#[doc = include_str!("../README.md")]
mod readme {}

/// What generated code names. Not for use by hand: it changes without notice.
#[doc(hidden)]
pub use contracts_runtime::private as __private;
