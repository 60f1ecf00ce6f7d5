//! The registry itself: look-ups, and what they say when there is nothing to find.

use std::any::TypeId;
use std::fmt;
use std::sync::LazyLock;

use contracts_runtime::schema::{self, Schema};
use contracts_runtime::{Contract, Zone};

use super::key::{Key, Path};
use super::pattern::Pattern;
use super::snapshot::Snapshot;
use super::{Builder, Conflict, Handle, Typed, nearest};
use crate::error::Error;

/// A set of contracts, to be looked up by what they are called, by type, by zone and by module.
///
/// It never changes, so it is shared among threads as it is, and a look-up neither waits nor allocates unless it fails.
/// One name may stand in several modules and zones; module, name and version together stand for one contract.
///
#[doc = "```"]
#[doc = include_str!("../../doc/contracts.txt")]
/// use contracts_registry::{Kind, Registry};
///
/// let registry = Registry::builder().contract::<Order>().build()?;
/// assert_eq!(registry.get("shop::api", "order")?, registry.of::<Order>()?.handle());
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
    snapshot: Snapshot,
    conflicts: Vec<Conflict>,
}

impl Registry {
    pub(crate) const fn new(snapshot: Snapshot, conflicts: Vec<Conflict>) -> Self {
        Registry { snapshot, conflicts }
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

    /// All contracts, in order of module, name and version.
    ///
    /// A module comes right before those inside it. Versions are compared between their dots, numbers as numbers.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// let registry = Registry::builder()
    ///     .contract::<Payment>()
    ///     .contract::<Order>()
    ///     .build()?;
    /// let names: Vec<_> = registry.list().iter().map(|contract| contract.name()).collect();
    /// assert_eq!(names, ["order", "payment"]);
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn list(&self) -> &[Handle] {
        self.snapshot.all()
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
    pub fn get(&self, module: &str, name: &str) -> Result<Handle, Error> {
        let path = Path::new(module, name);
        self.uncontended(|handle| handle.path() == path)?;
        match self.snapshot.versions(path) {
            [] => Err(self.no_contract(path)),
            [handle] => Ok(*handle),
            found @ [first, ..] => Err(Error::ambiguous(
                Key::new(first.module(), first.name(), ""),
                found,
            )),
        }
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
    pub fn at_version(&self, module: &str, name: &str, version: &str) -> Result<Handle, Error> {
        let path = Path::new(module, name);
        self.uncontended(|handle| handle.path() == path && handle.version() == version)?;
        let versions = self.snapshot.versions(path);
        match versions.iter().find(|handle| handle.version() == version) {
            Some(handle) => Ok(*handle),
            None if versions.is_empty() => Err(self.no_contract(path)),
            None => {
                let versions = versions.iter().map(Handle::key).collect();
                Err(Error::not_found(Key::new(module, name, version), versions))
            }
        }
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
    pub fn named(&self, name: &str) -> Result<Handle, Error> {
        self.uncontended(|handle| handle.name() == name)?;
        match self.snapshot.named(name) {
            [] => Err(self.no_name(name)),
            [handle] => Ok(*handle),
            found @ [first, ..] => Err(Error::ambiguous(Key::new("", first.name(), ""), found)),
        }
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
    ///     "the contract `shop::billing::card::payment@1` at src/shop.rs:7 is not registered",
    /// );
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn of<T: Contract + 'static>(&self) -> Result<Typed<T>, Error> {
        let type_id = TypeId::of::<T>();
        self.uncontended(|handle| handle.type_id() == type_id)?;
        match self.snapshot.of(type_id) {
            Some(handle) => Ok(Typed::new(handle)),
            None => Err(Error::not_registered(T::DESCRIPTOR)),
        }
    }

    /// The contracts of a zone, in order of module, name and version.
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// use contracts_runtime::Zone;
    ///
    /// let registry = Registry::builder()
    ///     .contract::<Order>()
    ///     .contract::<Payment>()
    ///     .build()?;
    /// assert_eq!(registry.in_zone(Zone::External), [registry.named("order")?]);
    /// assert_eq!(registry.in_zone(Zone::Strategic), []);
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn in_zone(&self, zone: Zone) -> &[Handle] {
        self.snapshot.in_zone(zone)
    }

    /// The contracts of all modules that a pattern matches, in order of module, name and version.
    ///
    /// | pattern | matches |
    /// |---|---|
    /// | `app::api` | the module |
    /// | `app::*` | the modules directly inside it, not itself; a `*` may stand for any segment |
    /// | `app::**` | the module and all that are inside it, however deep; `**` is the last segment |
    ///
    /// A segment is a name as `module_path!()` gives it. It is no error if nothing matches.
    ///
    /// # Errors
    ///
    /// [`Kind::Pattern`](crate::Kind::Pattern) if the pattern is none of these: where, and what to write instead.
    ///
    /// # Example
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// let registry = Registry::builder()
    ///     .contract::<Order>() // in `shop::api`
    ///     .contract::<Payment>() // in `shop::billing::card`
    ///     .build()?;
    /// assert_eq!(registry.discover("shop::**")?.count(), 2);
    /// assert_eq!(registry.discover("shop::*")?.count(), 1);
    /// assert_eq!(registry.discover("shop::billing")?.count(), 0);
    /// assert_eq!(
    ///     registry.discover("shop.api").unwrap_err().to_string(),
    ///     "the pattern `shop.api` is malformed at byte 4: write `::` between segments",
    /// );
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    pub fn discover<'a>(
        &'a self,
        pattern: &'a str,
    ) -> Result<impl Iterator<Item = Handle> + fmt::Debug + 'a, Error> {
        let parsed = Pattern::parse(pattern).map_err(|flaw| Error::pattern(pattern, flaw))?;
        Ok(self.snapshot.matching(parsed))
    }

    /// All contracts as one JSON Schema document: a definition below `$defs` for each, called by module, name and
    /// version, as in `#/$defs/shop.api.order@1`.
    ///
    /// It is made anew with each call; see [`schema::all`](contracts_runtime::schema::all).
    ///
    #[doc = "```"]
    #[doc = include_str!("../../doc/contracts.txt")]
    /// # use contracts_registry::Registry;
    /// let registry = Registry::builder().contract::<Order>().contract::<Payment>().build()?;
    /// let text = registry.schema().to_string();
    /// assert!(text.contains("\"shop.api.order@1\": {") && text.contains("\"shop.billing.card.payment@1\": {"));
    /// # Ok::<(), contracts_registry::Error>(())
    /// ```
    #[must_use]
    pub fn schema(&self) -> Schema {
        schema::all(self.list().iter().map(Handle::descriptor))
    }

    /// The contracts that contend for one module, name and version, and are left out for that.
    ///
    /// There are some only in a [default](Self#the-default) registry; the others are not built.
    ///
    /// ```
    /// use contracts_registry::Registry;
    ///
    /// assert_eq!(Registry::global().conflicts(), []);
    /// ```
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// Fails if what is wanted is among those that are left out, so that none is given in its place.
    fn uncontended(&self, wanted: impl Fn(&Handle) -> bool) -> Result<(), Error> {
        let conflicts: Vec<_> = self
            .conflicts
            .iter()
            .filter(|conflict| wanted(&conflict.first()) || wanted(&conflict.second()))
            .copied()
            .collect();
        if conflicts.is_empty() {
            return Ok(());
        }
        Err(Error::duplicate(conflicts))
    }

    #[cold]
    fn no_name(&self, name: &str) -> Error {
        Error::not_found(Key::new("", name, ""), nearest::names(&self.snapshot, name))
    }

    #[cold]
    fn no_contract(&self, path: Path<'_>) -> Error {
        let wanted = Key::new(path.module.0, path.name, "");
        Error::not_found(wanted, nearest::paths(&self.snapshot, path))
    }
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
            .field("conflicts", &self.conflicts)
            .finish_non_exhaustive()
    }
}
