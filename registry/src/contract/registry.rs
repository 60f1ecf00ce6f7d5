//! The registry itself: look-ups, and what they say when there is nothing to find.

use std::any::TypeId;
use std::fmt;
use std::hash::BuildHasher as _;
use std::sync::{Arc, LazyLock};

use arc_swap::Guard;
use contracts_runtime::Contract;
use contracts_runtime::private::telemetry::Named;

use super::hash::Hasher;
use super::key::{Key, Path};
use super::published::Published;
use super::snapshot::Snapshot;
use super::typed::Held;
use super::{Builder, Definition, Found, Nearest, Typed};
use crate::error::Error;
use crate::stats::{Counters, Latency};

/// A set of contracts, to be looked up by what they are called, by type, by zone and by module.
///
/// It is shared among threads as it is. A look-up that finds what is in force waits for nothing and allocates nothing,
/// whatever is registered meanwhile: it sees one whole state, which the next one takes the place of at once. One name may
/// stand in several modules and zones; module, name and version together stand for one contract.
///
/// A look-up that brings back what was [invalidated](Self::invalidate) is a change: it waits for those before it, and costs
/// what they do. What it could mean is brought back even if it would find another contract without that, so that a name is
/// as ambiguous as if nothing had been taken away.
///
#[doc = "```"]
#[doc = include_str!("../../doc/contracts.txt")]
/// use contracts_registry::{Kind, Registry};
///
/// let registry = Registry::builder().contract::<Order>().build()?;
/// assert_eq!(registry.get("shop::api", "order")?, *registry.of::<Order>()?.handle());
///
/// let error = registry.get("shop::api", "odrer").unwrap_err();
/// assert_eq!(error.kind(), Kind::NotFound);
/// assert_eq!(
///     error.to_string(),
///     "there is no contract `shop::api::odrer`; did you mean `shop::api::order`?",
/// );
/// # Ok::<(), contracts_registry::Error>(())
/// ```
///
/// # The default
///
/// `Registry::default()` has the contracts that the linker gathered, as [`Registry::linked`] does, but can't fail. If
/// several contend for one module, name and version, it has none of them, since one in place of the other might let
/// pass what that one rejects. A look-up that asks for them fails and says so, and [`conflicts`](Self::conflicts) lists
/// them.
pub struct Registry {
    pub(super) shared: Arc<Shared>,
    #[cfg(feature = "reload")]
    pub(crate) reloader: Option<Arc<crate::reload::Reloader>>,
    #[cfg(feature = "reload")]
    pub(super) background: crate::background::Background,
}

/// What a registry shares with those who work for it in the background.
pub(crate) struct Shared {
    pub(super) published: Published<Snapshot>,
    /// The state that it was built with.
    pub(super) initial: Arc<Snapshot>,
    pub(super) counters: Counters,
    /// How long look-ups take, if that is wanted.
    pub(super) latency: Option<Latency>,
    /// Where its documents are kept, if they are to outlive it.
    #[cfg(feature = "persistence")]
    pub(super) store: Option<crate::store::Store>,
}

impl Registry {
    pub(crate) fn new(snapshot: Snapshot, latency: Option<Latency>) -> Self {
        let published = Published::new(snapshot);
        let initial = published.keep();
        Registry::on(Shared {
            published,
            initial,
            counters: Counters::new(),
            latency,
            #[cfg(feature = "persistence")]
            store: None,
        })
    }

    pub(super) fn on(shared: Shared) -> Self {
        Registry {
            shared: Arc::new(shared),
            #[cfg(feature = "reload")]
            reloader: None,
            #[cfg(feature = "reload")]
            background: crate::background::Background::default(),
        }
    }

    /// The contracts that the linker gathered: those of every crate that the program names. One that stands in
    /// `Cargo.toml` alone is not linked; [`linked`](contracts_runtime::linked()) says what else may be missing, and what
    /// to do.
    ///
    /// # Errors
    ///
    /// [`Kind::Duplicate`](crate::Kind::Duplicate) if several contend for one module, name and version.
    ///
    /// # Example
    ///
    /// ```
    /// use contracts_registry::Registry;
    ///
    /// let registry = Registry::linked()?;
    /// assert_eq!(registry.list().len(), contracts_runtime::linked().count());
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn linked() -> Result<Self, Error> {
        Registry::builder().linked().build()
    }

    /// A registry of contracts that are added one by one; empty if none is.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// let one = Registry::builder().contract::<Order>().build()?;
    /// let other = Registry::builder().build()?;
    /// assert_eq!((one.list().len(), other.list().len()), (1, 0));
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The one default registry of the program, built when it is first asked for.
    ///
    /// ```
    /// use contracts_registry::Registry;
    ///
    /// assert!(std::ptr::eq(Registry::global(), Registry::global()));
    /// assert_eq!(Registry::global().list(), Registry::default().list());
    /// ```
    #[must_use]
    pub fn global() -> &'static Registry {
        static GLOBAL: LazyLock<Registry> = LazyLock::new(Registry::default);
        &GLOBAL
    }

    /// The contract `name` of a module, if it has but one version.
    ///
    /// # Errors
    ///
    /// [`Kind::NotFound`](crate::Kind::NotFound) with what is nearest; [`Kind::Ambiguous`](crate::Kind::Ambiguous) with
    /// the versions if there are several; [`Kind::Duplicate`](crate::Kind::Duplicate) as said of
    /// [the default](Self#the-default).
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// let registry = Registry::builder().contract::<Order>().build()?;
    /// assert_eq!(registry.get("shop::api", "order")?.version(), "1");
    /// assert_eq!(
    ///     registry.get("shop::web", "order").unwrap_err().to_string(),
    ///     "there is no contract `shop::web::order`; did you mean `shop::api::order`?",
    /// );
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[inline]
    pub fn get(&self, module: &str, name: &str) -> Result<Found, Error> {
        let path = Path::new(module, name);
        let wanted = move |contract: &Definition| contract.is_at(path);
        let sought = move |hasher: &Hasher| hasher.path_aside(path);
        self.shared
            .look_up(Named { module, name }, sought, wanted, move |snapshot| {
                let versions = snapshot.versions(path);
                if versions.len() == 1 {
                    return Ok(Found::new(snapshot, versions.start));
                }
                match several(&snapshot, Key::new(module, name, ""), versions) {
                    Some(ambiguous) => Err(ambiguous),
                    None => Err(no_contract(snapshot, path)),
                }
            })
    }

    /// The contract `name` of a module in one version; the empty one is that which declares none.
    ///
    /// # Errors
    ///
    /// [`Kind::NotFound`](crate::Kind::NotFound) with what is nearest, or with the versions that there are;
    /// [`Kind::Duplicate`](crate::Kind::Duplicate) as said of [the default](Self#the-default).
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// let registry = Registry::builder().contract::<Order>().build()?;
    /// assert!(registry.at_version("shop::api", "order", "1").is_ok());
    /// assert_eq!(
    ///     registry.at_version("shop::api", "order", "2").unwrap_err().to_string(),
    ///     "there is no contract `shop::api::order@2`; did you mean `shop::api::order@1`?",
    /// );
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn at_version(&self, module: &str, name: &str, version: &str) -> Result<Found, Error> {
        let path = Path::new(module, name);
        let wanted = |contract: &Definition| contract.is_at(path) && contract.version() == version;
        let sought = |hasher: &Hasher| hasher.key(Key::new(module, name, version));
        self.shared
            .look_up(Named { module, name }, sought, wanted, |snapshot| {
                let versions = snapshot.versions(path);
                let of = |at: usize| snapshot.all().get(at);
                let mut known = versions.clone();
                match known.find(|at| of(*at).is_some_and(|handle| handle.version() == version)) {
                    Some(at) => Ok(Found::new(snapshot, at)),
                    None if versions.is_empty() => Err(no_contract(snapshot, path)),
                    None => {
                        let versions = versions.filter_map(of).map(ToString::to_string).collect();
                        let listed = Nearest::Listed(versions);
                        Err(Error::not_found(Key::new(module, name, version), listed))
                    }
                }
            })
    }

    /// The contract `name`, if but one module has it, in one version.
    ///
    /// # Errors
    ///
    /// [`Kind::NotFound`](crate::Kind::NotFound) with the nearest names; [`Kind::Ambiguous`](crate::Kind::Ambiguous)
    /// with the modules, or the versions, if there are several; [`Kind::Duplicate`](crate::Kind::Duplicate) as said of
    /// [the default](Self#the-default).
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # contract!(Reorder, Core, "shop::billing::card", "order", 9);
    /// # use contracts_registry::{Kind, Registry};
    /// let registry = Registry::builder().contract::<Order>().build()?;
    /// assert_eq!(registry.named("order")?.module(), "shop::api");
    ///
    /// // The same, and another `order` in another module and zone.
    /// let registry = Registry::builder().contract::<Order>().contract::<Reorder>().build()?;
    /// let error = registry.named("order").unwrap_err();
    /// assert_eq!(error.kind(), Kind::Ambiguous);
    /// assert_eq!(
    ///     error.to_string(),
    ///     "the contract `order` is ambiguous: \
    ///      it could be `shop::api::order@1` or `shop::billing::card::order@1`",
    /// );
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn named(&self, name: &str) -> Result<Found, Error> {
        let wanted = |contract: &Definition| contract.name() == name;
        let sought = |hasher: &Hasher| hasher.name(name);
        self.shared
            .look_up(Named { module: "", name }, sought, wanted, |snapshot| {
                let mut namesakes = snapshot.namesakes(name);
                if let (Some(at), None) = (namesakes.next(), namesakes.next()) {
                    drop(namesakes);
                    return Ok(Found::new(snapshot, at));
                }
                drop(namesakes);
                let key = Key::new("", name, "");
                if let Some(ambiguous) = several(&snapshot, key, snapshot.namesakes(name)) {
                    return Err(ambiguous);
                }
                let nearest = Nearest::Name(snapshot);
                Err(Error::not_found(key, nearest))
            })
    }

    /// The contract that is declared on the type `T`.
    ///
    /// # Errors
    ///
    /// [`Kind::NotFound`](crate::Kind::NotFound); [`Kind::Duplicate`](crate::Kind::Duplicate) as said of
    /// [the default](Self#the-default).
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// let registry = Registry::builder().contract::<Order>().build()?;
    /// assert_eq!(registry.of::<Order>()?.handle().name(), "order");
    /// assert_eq!(
    ///     registry.of::<Payment>().unwrap_err().to_string(),
    ///     format!(
    ///         "the contract `shop::billing::card::payment@1` at src/shop.rs:7 is not registered for the type `{}`",
    ///         std::any::type_name::<Payment>(),
    ///     ),
    /// );
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn of<T: Contract + 'static>(&self) -> Result<Typed<T>, Error> {
        let type_id = TypeId::of::<T>();
        let wanted = move |contract: &Definition| contract.type_id() == Some(type_id);
        let sought = move |hasher: &Hasher| hasher.hash_one(type_id);
        self.shared.look_up(
            Named::from(T::DESCRIPTOR),
            sought,
            wanted,
            |snapshot| match snapshot.of(type_id) {
                Some(at) => Ok(Typed::new(Held::Found(Found::new(snapshot, at)))),
                None => Err(Error::not_registered::<T>()),
            },
        )
    }

    /// Fails unless all of these contracts are there: for the start of a program, where a crate that nothing names is not
    /// linked, and its contracts are missing without a word.
    ///
    /// A contract is named as it is shown: `app::api::order`, or `app::api::order@2` for one version.
    ///
    /// # Errors
    ///
    /// [`Kind::Missing`](crate::Kind::Missing): all that are not there, each with what is nearest.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// let registry = Registry::builder().contract::<Order>().build()?;
    /// registry.expect(["shop::api::order@1"])?;
    ///
    /// let error = registry.expect(["shop::api::order", "shop::api::invoice", "shop::web::order"]).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "there is no contract `shop::api::invoice`; \
    ///      there is no contract `shop::web::order`; did you mean `shop::api::order`?",
    /// );
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn expect(&self, contracts: impl IntoIterator<Item = impl AsRef<str>>) -> Result<(), Error> {
        let missing = contracts.into_iter().filter_map(|written| {
            let written = written.as_ref();
            let (path, version) = match written.rsplit_once('@') {
                Some((path, version)) => (path, Some(version)),
                None => (written, None),
            };
            let (module, name) = path.rsplit_once("::").unwrap_or(("", path));
            let found = match version {
                Some(version) => self.at_version(module, name, version),
                None => self.get(module, name),
            };
            found.err().filter(|error| error.kind() != crate::Kind::Ambiguous)
        });
        let missing: Vec<Error> = missing.collect();
        if missing.is_empty() {
            Ok(())
        } else {
            Err(Error::missing(missing))
        }
    }
}

/// Says that a name could stand for several contracts, if it does.
#[cold]
fn several(snapshot: &Snapshot, wanted: Key<'_>, found: impl Iterator<Item = usize>) -> Option<Error> {
    let mut found = found.filter_map(|at| snapshot.all().get(at)).peekable();
    let first = found.peek()?;
    let wanted = match wanted.path.module.0 {
        "" => Key::new("", first.name(), ""),
        module => Key::new(module, first.name(), ""),
    };
    Some(Error::ambiguous(wanted, found))
}

#[cold]
fn no_contract(snapshot: Guard<Arc<Snapshot>>, path: Path<'_>) -> Error {
    let wanted = Key::new(path.module.0, path.name, "");
    let nearest = Nearest::Path(snapshot);
    Error::not_found(wanted, nearest)
}

impl Default for Registry {
    fn default() -> Self {
        Registry::builder().linked().build_without_conflicts()
    }
}

/// The contracts, and the conflicts.
impl fmt::Debug for Registry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Registry")
            .field("contracts", &self.list())
            .field("conflicts", &self.conflicts())
            .finish_non_exhaustive()
    }
}
