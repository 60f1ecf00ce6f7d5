//! Contracts that are data: JSON Schema documents, which judge as compiled contracts do.

mod alternatives;
mod canonical;
mod chains;
mod compile;
mod error;
pub(crate) mod file;
mod findings;
mod format;
mod identity;
mod names;
mod secrets;
mod subschemas;
mod text;
mod unjudged;
mod weight;
mod wording;

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use contracts_runtime::private::telemetry::{By, Event, Named, Operation, Watch, knowing};
use contracts_runtime::private::{Judged, Layout};
use contracts_runtime::{Boundary, ContentHash, Limits, Severity, Source, Violation, Violations, Zone};
use jsonschema::Validator;
use serde_json::Value;

pub use error::{DocumentError, DocumentErrorKind, DocumentFault};
pub use format::Format;

use identity::{Flaw, Identity};
use secrets::Secrets;

/// A contract that is data: a JSON Schema with a module, a name, a zone and perhaps a version. Cheap to clone.
///
/// It is written in JSON, YAML or TOML, and judges texts as a contract in code does: the same limits, and violations with
/// the same codes, parameters, messages, pointers and places. What
/// [`schema::of`](contracts_runtime::schema::of) exports of a contract is a document as it stands.
///
/// ```
/// use contracts_registry::{Document, Format};
/// use contracts_runtime::{Boundary, Zone};
///
/// let order = Document::parse(
///     Format::Yaml,
///     r#"
/// x-perimeter: {module: "shop::orders", name: order, zone: external}
/// type: object
/// properties:
///   email: {type: string, format: email}
///   pieces: {type: integer, minimum: 1, maximum: 99}
/// required: [email, pieces]
/// additionalProperties: false
/// "#,
/// )?;
/// assert_eq!((order.module(), order.name(), order.zone()), ("shop::orders", "order", Zone::External));
///
/// let text = "{\"email\": \"ada\",\n \"piece\": 3}";
/// let report = order.validate(&Boundary::new(), text).unwrap_err();
/// assert_eq!(
///     report.to_string(),
///     "1:11: /email: must be an e-mail address\n\
///      2:2: /piece: is not known here; did you mean `pieces`?\n\
///      2:12: /pieces: is missing"
/// );
/// # Ok::<(), contracts_registry::DocumentError>(())
/// ```
#[derive(Clone)]
pub struct Document(Arc<Inner>);

struct Inner {
    identity: Identity,
    schema: Value,
    validator: Validator,
    /// Where the keywords of the schema stand, which is the order in which they are told of.
    layout: Layout,
    secrets: Option<Secrets>,
    unjudged: Vec<String>,
    /// The names that its schemas have for members.
    names: Arc<BTreeSet<String>>,
    hash: ContentHash,
    path: Option<PathBuf>,
    /// As it was read, to be stored. What `schema` has is not enough: members have no order there.
    #[cfg(feature = "persistence")]
    written: (Format, Box<str>),
}

/// How many bytes a document may have.
pub(crate) const MAX_BYTES: u64 = 8 << 20;

/// How long the pointer is by which an error says where there are too many: that of a part around it, if need be.
const MAX_SHOWN: usize = 256;

/// How many faults of a document are told.
const MAX_FAULTS: usize = 100;

impl Document {
    /// Reads a document from its text, of up to 8 MiB. It nests at most 127 deep, and the JSON Pointers of all its parts
    /// come to at most 64 MiB together, which only names that are very long, with much below them, go beyond.
    ///
    /// The members `module`, `name`, `version` and `zone` of `x-perimeter` say what it is called, or `x-module`,
    /// `x-name`, `x-version` and `x-zone` beside it. A document without a name is called by its `title`; the version may
    /// be left out. `$schema` says which JSON Schema it is written in: 2020-12 if it says nothing, or 2019-09, draft-07,
    /// draft-06, draft-04. Nothing is ever fetched: a `$ref` leads to a place in the document.
    ///
    /// Takes time in the length of the text; regular expressions are compiled here.
    ///
    /// # Errors
    ///
    /// All that is wrong, each with its place.
    pub fn parse(format: Format, text: &str) -> Result<Self, DocumentError> {
        Document::read(format, text, None)
    }

    /// Reads a document from a file, whose extension says its format: `json`, `yaml` or `yml`, `toml`.
    ///
    /// # Errors
    ///
    /// Those of [`parse`](Self::parse); that the file can't be read, is no UTF-8, or is of no known extension.
    ///
    /// ```
    /// use contracts_registry::{Document, DocumentErrorKind};
    ///
    /// let error = Document::from_path("contracts/order.xml").unwrap_err();
    /// assert_eq!(error.kind(), DocumentErrorKind::Format);
    /// assert_eq!(
    ///     error.to_string(),
    ///     "contracts/order.xml: is of no known format; a document ends in `.json`, `.yaml`, `.yml` or `.toml`"
    /// );
    /// ```
    pub fn from_path(path: impl AsRef<Path>) -> Result<Self, DocumentError> {
        let path = path.as_ref();
        let (format, bytes) = file::read(path)?;
        file::parse(path, format, &bytes)
    }

    fn read(format: Format, text: &str, path: Option<&Path>) -> Result<Self, DocumentError> {
        if is_too_long(text.as_bytes()) {
            return Err(too_long());
        }
        let parsed =
            text::parse(format, text).map_err(|faults| failed(DocumentErrorKind::Syntax, text, faults))?;
        let text::Parsed { value, layout } = parsed;
        let flawed = |kind: DocumentErrorKind, flaws: Vec<Flaw>| {
            let faults = flaws.into_iter().map(|(pointer, message)| text::Fault {
                at: place(&layout, &pointer),
                pointer,
                message,
            });
            failed(kind, text, faults.collect())
        };
        if let Some(mut pointer) = weight::beyond(&value) {
            while pointer.len() > MAX_SHOWN {
                pointer.truncate(pointer.rfind('/').unwrap_or_default());
            }
            let message = format!(
                "is where the JSON Pointers of all parts come to more than {} bytes together; write shorter names, or \
                 less below long ones",
                weight::POINTERS
            );
            return Err(flawed(DocumentErrorKind::Schema, vec![(pointer, message)]));
        }
        let Value::Object(root) = &value else {
            let flaw = (String::new(), "must be an object of keywords".to_owned());
            return Err(flawed(DocumentErrorKind::Schema, vec![flaw]));
        };
        let (mut flaws, mut unjudged, mut names) = (Vec::new(), Vec::new(), BTreeSet::new());
        let identity = identity::read(root, &mut flaws);
        subschemas::visit(&value, &mut |schema, pointer| {
            identity::check(schema, pointer, &mut flaws);
            unjudged.extend(unjudged::of(schema, pointer));
            names.extend(subschemas::members(schema).map(str::to_owned));
        });
        let (Some(identity), true) = (identity, flaws.is_empty()) else {
            return Err(flawed(DocumentErrorKind::Identity, flaws));
        };
        let validator =
            compile::validator(&value).map_err(|flaws| flawed(DocumentErrorKind::Schema, flaws))?;
        let mut canonical = String::new();
        canonical::write_sorted(&value, &mut canonical);
        Ok(Document(Arc::new(Inner {
            identity,
            validator,
            layout,
            secrets: Secrets::of(&value),
            unjudged,
            names: Arc::new(names),
            hash: ContentHash::of(canonical.as_bytes()),
            path: path.map(Path::to_owned),
            #[cfg(feature = "persistence")]
            written: (format, Box::from(text)),
            schema: value,
        })))
    }

    /// Reads a text that was stored, of a document that had been read from a file, perhaps.
    #[cfg(feature = "persistence")]
    pub(crate) fn stored(format: Format, text: &str, path: Option<&Path>) -> Result<Self, DocumentError> {
        Document::read(format, text, path)
    }

    /// The text that it was read from.
    #[cfg(feature = "persistence")]
    pub(crate) fn written(&self) -> (Format, &str) {
        let (format, text) = &self.0.written;
        (*format, text)
    }

    /// The module that it belongs to, such as `shop::orders`.
    #[must_use]
    pub fn module(&self) -> &str {
        &self.0.identity.module
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.identity.name
    }

    /// Its version; empty if it has none.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.0.identity.version
    }

    /// The zone that texts come from.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.0.identity.zone
    }

    /// The limits of its own, which stand under `limits` of `x-perimeter`.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.0.identity.limits
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.0.schema.get("title")?.as_str()
    }

    /// Its description.
    #[must_use]
    pub fn description(&self) -> Option<&str> {
        self.0.schema.get("description")?.as_str()
    }

    /// The document as it was read, with what is the user's own in it.
    #[must_use]
    pub fn schema(&self) -> &Value {
        &self.0.schema
    }

    /// The file that it was read from.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        self.0.path.as_deref()
    }

    /// The hash of what it says: the same in each format and in whatever order members stand, another one after every
    /// other change. It is not that of a compiled contract, which is made of more than a schema says.
    #[must_use]
    pub fn content_hash(&self) -> ContentHash {
        self.0.hash
    }

    /// The pointers of all that stands in the document and that it does not judge by:
    ///
    /// - what stands below `x-perimeter` because JSON Schema can't say it, in the export of a contract: rules and checks;
    /// - keywords that JSON Schema does not have, and formats that are not known here. They say nothing, as the standard has
    ///   it, and may be misspelt. A keyword of your own starts with `x-`, and is not among them unless it is nearly ours:
    ///   `x-perimiter`, or `x-secret`, which is written `x-perimeter: {secret: true}` or `writeOnly: true`.
    ///
    /// A test that sees that there are none finds every misspelt keyword.
    ///
    /// ```
    /// use contracts_registry::{Document, Format};
    ///
    /// let text = r#"{"title": "name", "type": "string", "x-perimeter": {
    ///     "module": "app", "zone": "core", "rules": [{"code": "nfc"}]}}"#;
    /// let name = Document::parse(Format::Json, text)?;
    /// assert!(name.unjudged().eq(["/x-perimeter/rules"]));
    ///
    /// let text = r#"{"title": "age", "x-module": "app", "x-zone": "core", "minimun": 3, "format": "int32",
    ///     "x-perimiter": {"secret": true}, "x-order": 7}"#;
    /// let age = Document::parse(Format::Json, text)?;
    /// assert!(age.unjudged().eq(["/format", "/minimun", "/x-perimiter"]));
    /// # Ok::<(), contracts_registry::DocumentError>(())
    /// ```
    pub fn unjudged(&self) -> impl Iterator<Item = &str> {
        self.0.unjudged.iter().map(String::as_str)
    }

    /// Reads and judges a text, or another source. The limits are those of the boundary, else those of the document, else
    /// those of its zone; no text is read more than 127 deep.
    ///
    /// Integers are exact: those beyond 64 bits are rejected, as are numbers that an `f64` can't hold. Takes one pass over
    /// the text and what the schema asks for. A report is made only where something is wrong; of a text whose faults could
    /// come to more than 16 MiB of pointers it says the first one only.
    ///
    /// # Errors
    ///
    /// The complete report, in the order of the text.
    ///
    /// # Example
    ///
    /// See [`Document`].
    pub fn validate<'s>(&self, boundary: &Boundary, source: impl Into<Source<'s>>) -> Result<(), Violations> {
        let inner = &*self.0;
        let terms = (inner.identity.zone, inner.identity.limits);
        let watch = Watch::start(Operation::Validation);
        let result = boundary
            .judge(terms, source.into(), &mut |value, errors| {
                inner.judge(value, errors)
            })
            .map_err(|report| knowing(report, &inner.names));
        if watch.is_running() {
            self.tell(&result, watch);
        }
        result
    }

    /// Tells whoever listens what came of it.
    #[cold]
    fn tell(&self, result: &Result<(), Violations>, watch: Watch) {
        let (module, name) = (self.module(), self.name());
        let by = By::Document(Named { module, name }, self.zone());
        let is_error = |violation: &&Violation| violation.severity() == Severity::Error;
        let errors = result
            .as_ref()
            .map_or_else(|report| report.iter().filter(is_error).count(), |()| 0);
        match result {
            Ok(()) => Event::Succeeded { by, watch },
            Err(report) => Event::Failed {
                by,
                error_count: errors + report.truncated(),
                violations: Some(report),
                watch,
            },
        }
        .tell();
    }
}

impl Inner {
    /// `errors` are what is wrong with the text already.
    fn judge(&self, value: &Value, errors: usize) -> Judged {
        let mut judged = Judged::default();
        if !self.validator.is_valid(value) {
            let errors: Vec<_> = match weight::is_light(value) {
                true => self.validator.iter_errors(value).collect(),
                false => self.validator.validate(value).err().into_iter().collect(),
            };
            let rank = |path: &str| self.layout.key(path).unwrap_or(usize::MAX);
            judged.findings = findings::of(&errors, (&self.schema, value), &rank);
            // What does not fit is never let through because there are no words for it.
            if judged.findings.is_empty() {
                judged.findings.push(findings::unsaid());
            }
        } else if errors == 0 {
            return judged;
        }
        if let Some(secrets) = &self.secrets {
            judged.secrets = secrets.within(&self.schema, value);
        }
        judged
    }
}

/// The byte where a part of the document starts, or the innermost part around it that is there.
fn place(layout: &Layout, pointer: &str) -> usize {
    let mut pointer = pointer;
    loop {
        if let Some(found) = layout.find(pointer) {
            return found.start();
        }
        pointer = pointer.rsplit_once('/').map_or("", |(around, _)| around);
    }
}

fn failed(kind: DocumentErrorKind, text: &str, mut faults: Vec<text::Fault>) -> DocumentError {
    faults.sort_by_key(|fault| fault.at);
    faults.truncate(MAX_FAULTS);
    let faults = faults.into_iter().map(|fault| DocumentFault {
        place: Some(text::position(text, fault.at)),
        message: fault.message,
        pointer: fault.pointer,
    });
    DocumentError::new(kind, faults.collect())
}

fn is_too_long(text: &[u8]) -> bool {
    u64::try_from(text.len()).map_or(true, |length| length > MAX_BYTES)
}

fn too_long() -> DocumentError {
    DocumentError::plain(
        DocumentErrorKind::Io,
        format!("is too long; a document may have {MAX_BYTES} bytes"),
    )
}

/// A name as a segment of a JSON Pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("module", &self.module())
            .field("name", &self.name())
            .field("version", &self.version())
            .field("zone", &self.zone())
            .field("path", &self.path())
            .field("hash", &self.content_hash())
            .finish_non_exhaustive()
    }
}

/// Two documents are equal if they say the same, wherever they come from.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.schema() == other.schema()
    }
}
