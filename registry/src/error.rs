//! What a registry can't do, and why.

use std::fmt;

use contracts_runtime::{Contract, ContractDescriptor};

use crate::contract::{Conflict, Flaw, Handle, Key, KeyBuf, Nearest};
#[cfg(feature = "reload")]
use crate::document::DocumentError;
#[cfg(feature = "persistence")]
use crate::store::StoreFault;

/// Why a registry could not be built, or did not find what was asked for.
///
/// ```
/// use contracts_registry::{Kind, Registry};
///
/// let error = Registry::builder().build()?.named("order").unwrap_err();
/// assert_eq!(error.kind(), Kind::NotFound);
/// assert_eq!(error.to_string(), "there is no contract `order`");
/// # Ok::<(), contracts_registry::Error>(())
/// ```
// Boxed: the good path of a look-up returns a handle, which is small.
#[derive(Clone)]
pub struct Error(Box<Reason>);

/// What kind of failure an [`Error`] is.
///
/// ```
/// use contracts_registry::{Kind, Registry};
///
/// let error = Registry::global().discover("app::ext*").unwrap_err();
/// assert_eq!(error.kind(), Kind::Pattern);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// Nothing is called so.
    NotFound,
    /// Several contracts are called so: in several modules, or in several versions.
    Ambiguous,
    /// Different contracts have the same module, name and version.
    Duplicate,
    /// A pattern is malformed.
    Pattern,
    /// Contracts that were expected are not there.
    Missing,
    /// The file that documents are stored in could not be used.
    #[cfg(feature = "persistence")]
    Store,
    /// Documents of a watched folder are broken.
    #[cfg(feature = "reload")]
    Documents,
    /// Work in the background could not be started.
    #[cfg(feature = "reload")]
    Background,
}

#[derive(Clone)]
enum Reason {
    NotFound {
        wanted: KeyBuf,
        nearest: Nearest,
    },
    NotRegistered {
        descriptor: &'static ContractDescriptor,
        of: &'static str,
    },
    Ambiguous {
        wanted: String,
        found: Vec<String>,
    },
    Duplicate(Vec<Conflict>),
    Pattern {
        text: String,
        flaw: Flaw,
    },
    Missing(Vec<Error>),
    #[cfg(feature = "persistence")]
    Store(StoreFault),
    #[cfg(feature = "reload")]
    Documents {
        errors: Vec<DocumentError>,
        conflicts: Vec<Conflict>,
    },
    #[cfg(feature = "reload")]
    Background(std::sync::Arc<std::io::Error>),
}

impl Error {
    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match *self.0 {
            Reason::NotFound { .. } | Reason::NotRegistered { .. } => Kind::NotFound,
            Reason::Ambiguous { .. } => Kind::Ambiguous,
            Reason::Duplicate(_) => Kind::Duplicate,
            Reason::Pattern { .. } => Kind::Pattern,
            Reason::Missing(_) => Kind::Missing,
            #[cfg(feature = "persistence")]
            Reason::Store(_) => Kind::Store,
            #[cfg(feature = "reload")]
            Reason::Documents { .. } => Kind::Documents,
            #[cfg(feature = "reload")]
            Reason::Background(_) => Kind::Background,
        }
    }

    /// The contracts that have the same module, name and version: if the kind is [`Kind::Duplicate`], or where documents
    /// of a folder are to blame too; none otherwise.
    ///
    #[doc = "```"]
    #[doc = include_str!("../doc/contracts.txt")]
    /// # contract!(Twin, External, "shop::api", "order", 9);
    /// # use contracts_registry::Registry;
    /// let builder = Registry::builder().contract::<Order>().contract::<Twin>();
    /// assert_eq!(builder.build().unwrap_err().conflicts().len(), 1);
    /// ```
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        match &*self.0 {
            Reason::Duplicate(conflicts) => conflicts,
            #[cfg(feature = "reload")]
            Reason::Documents { conflicts, .. } => conflicts,
            #[cfg(feature = "reload")]
            Reason::Background(_) => &[],
            Reason::NotFound { .. }
            | Reason::NotRegistered { .. }
            | Reason::Ambiguous { .. }
            | Reason::Pattern { .. }
            | Reason::Missing(_) => &[],
            #[cfg(feature = "persistence")]
            Reason::Store(fault) => fault.conflicts(),
        }
    }

    /// The file that documents are stored in; none unless the kind is [`Kind::Store`].
    ///
    /// ```
    /// use contracts_registry::{Kind, Registry};
    ///
    /// let error = Registry::builder().store("no/such/folder/contracts.redb").build().unwrap_err();
    /// assert_eq!(error.kind(), Kind::Store);
    /// assert!(error.path().is_some_and(|path| path.ends_with("contracts.redb")));
    /// assert_eq!(
    ///     error.to_string(),
    ///     "the store `no/such/folder/contracts.redb` can't be created: \
    ///      there is no folder `no/such/folder`; create it first",
    /// );
    /// ```
    #[cfg(feature = "persistence")]
    #[must_use]
    pub fn path(&self) -> Option<&std::path::Path> {
        match &*self.0 {
            Reason::Store(fault) => Some(&fault.path),
            _ => None,
        }
    }

    /// What is wrong with documents of watched folders, or with the folders; none unless the kind is `Documents`.
    #[cfg(feature = "reload")]
    #[must_use]
    pub fn documents(&self) -> &[DocumentError] {
        match &*self.0 {
            Reason::Documents { errors, .. } => errors,
            _ => &[],
        }
    }

    #[cfg(feature = "reload")]
    #[cold]
    pub(crate) fn broken(errors: Vec<DocumentError>, conflicts: Vec<Conflict>) -> Self {
        Error::new(Reason::Documents { errors, conflicts })
    }

    #[cfg(feature = "reload")]
    #[cold]
    pub(crate) fn background(error: std::io::Error) -> Self {
        Error::new(Reason::Background(std::sync::Arc::new(error)))
    }

    #[cold]
    pub(crate) fn not_found(wanted: Key<'_>, nearest: Nearest) -> Self {
        let wanted = KeyBuf::of(wanted);
        Error::new(Reason::NotFound { wanted, nearest })
    }

    #[cold]
    pub(crate) fn not_registered<T: Contract>() -> Self {
        let (descriptor, of) = (T::DESCRIPTOR, std::any::type_name::<T>());
        Error::new(Reason::NotRegistered { descriptor, of })
    }

    #[cold]
    pub(crate) fn ambiguous<'f>(wanted: Key<'_>, found: impl Iterator<Item = &'f Handle>) -> Self {
        let wanted = wanted.to_string();
        let found = found.map(ToString::to_string).collect();
        Error::new(Reason::Ambiguous { wanted, found })
    }

    #[cold]
    pub(crate) fn duplicate(conflicts: Vec<Conflict>) -> Self {
        Error::new(Reason::Duplicate(conflicts))
    }

    #[cold]
    pub(crate) fn pattern(text: &str, flaw: Flaw) -> Self {
        let text = text.to_owned();
        Error::new(Reason::Pattern { text, flaw })
    }

    #[cold]
    pub(crate) fn missing(errors: Vec<Error>) -> Self {
        Error::new(Reason::Missing(errors))
    }

    #[cfg(feature = "persistence")]
    #[cold]
    pub(crate) fn store(fault: StoreFault) -> Self {
        Error::new(Reason::Store(fault))
    }

    fn new(reason: Reason) -> Self {
        Error(Box::new(reason))
    }
}

/// One line, apart from documents of folders, which have one for each fault. What could break it or hide in it is escaped,
/// since it may be a sender's.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Reason::NotFound { wanted, nearest } => {
                let wanted = wanted.key();
                write!(f, "there is no contract `{wanted}`")?;
                if let Some((before, name)) = wanted.path.name.rsplit_once("::") {
                    let module = Key::new(wanted.path.module.0, before, "");
                    let name = name.escape_debug();
                    return write!(f, "; ask for the name `{name}` in the module `{module}`");
                }
                let nearest = nearest.names(wanted);
                if nearest.is_empty() {
                    return Ok(());
                }
                f.write_str("; did you mean ")?;
                alternatives(f, &nearest)?;
                f.write_str("?")
            }
            Reason::NotRegistered { descriptor, of } => {
                let key = Key::new(descriptor.module(), descriptor.name(), descriptor.version());
                let (file, line) = (descriptor.file(), descriptor.line());
                write!(
                    f,
                    "the contract `{key}` at {file}:{line} is not registered for the type `{of}`"
                )
            }
            Reason::Ambiguous { wanted, found } => {
                write!(f, "the contract `{wanted}` is ambiguous: it could be ")?;
                alternatives(f, found)
            }
            Reason::Duplicate(conflicts) => {
                for (index, conflict) in conflicts.iter().enumerate() {
                    let separator = if index == 0 { "" } else { "; " };
                    write!(f, "{separator}{conflict}")?;
                }
                Ok(())
            }
            Reason::Pattern { text, flaw } => {
                let (text, at, fault) = (text.escape_debug(), flaw.at, flaw.fault);
                write!(f, "the pattern `{text}` is malformed at byte {at}: {fault}")
            }
            Reason::Missing(errors) => {
                for (index, error) in errors.iter().enumerate() {
                    let separator = if index == 0 { "" } else { "; " };
                    write!(f, "{separator}{error}")?;
                }
                Ok(())
            }
            #[cfg(feature = "persistence")]
            Reason::Store(fault) => fault.fmt(f),
            #[cfg(feature = "reload")]
            Reason::Documents { errors, conflicts } => {
                f.write_str("documents of a watched folder are broken")?;
                errors.iter().try_for_each(|error| write!(f, "\n{error}"))?;
                conflicts
                    .iter()
                    .try_for_each(|conflict| write!(f, "\n{conflict}"))
            }
            #[cfg(feature = "reload")]
            Reason::Background(_) => f.write_str("the thread that watches folders could not be started"),
        }
    }
}

/// The same as what is displayed: it is what a `main` that returns the error shows.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.0 {
            #[cfg(feature = "persistence")]
            Reason::Store(fault) => fault.source(),
            #[cfg(feature = "reload")]
            Reason::Documents { errors, .. } => errors.first()?.source(),
            #[cfg(feature = "reload")]
            Reason::Background(error) => Some(error.as_ref()),
            Reason::NotFound { .. }
            | Reason::NotRegistered { .. }
            | Reason::Ambiguous { .. }
            | Reason::Duplicate(_)
            | Reason::Pattern { .. }
            | Reason::Missing(_) => None,
        }
    }
}

/// `` `a` ``, `` `a` or `b` ``, `` `a`, `b` or `c` ``.
fn alternatives(f: &mut fmt::Formatter<'_>, keys: &[String]) -> fmt::Result {
    for (index, key) in keys.iter().enumerate() {
        let separator = match index {
            0 => "",
            _ if index + 1 == keys.len() => " or ",
            _ => ", ",
        };
        write!(f, "{separator}`{key}`")?;
    }
    Ok(())
}
