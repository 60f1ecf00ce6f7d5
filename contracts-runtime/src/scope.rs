//! What checks go by besides the value: the clock, and the context that the caller gives.

use std::any::Any;
use std::fmt;

use crate::clock::Clock;

/// What a check goes by besides the value: a clock, and the context of the caller's if one was given.
///
/// A rule of one's own has it as the last argument of [`Rule::accepts_at`](crate::rules::Rule::accepts_at).
///
/// ```
/// use contracts_runtime::Scope;
///
/// struct Tenant(&'static str);
///
/// let tenant = Tenant("acme");
/// let scope = Scope::new().with(&tenant);
/// assert_eq!(scope.context::<Tenant>().map(|tenant| tenant.0), Some("acme"));
/// assert!(scope.context::<String>().is_none()); // the context is of another type
/// assert!(Scope::new().context::<Tenant>().is_none());
/// ```
#[derive(Clone, Copy, Default)]
pub struct Scope<'a> {
    clock: Clock,
    context: Option<&'a dyn Any>,
}

impl<'a> Scope<'a> {
    /// The clock of the operating system, and no context.
    #[must_use]
    pub const fn new() -> Self {
        Scope {
            clock: Clock::SYSTEM,
            context: None,
        }
    }

    /// This clock, and this context if there is one.
    pub(crate) const fn of(clock: Clock, context: Option<&'a dyn Any>) -> Self {
        Scope { clock, context }
    }

    /// The same with this clock.
    #[must_use]
    pub const fn by(self, clock: Clock) -> Self {
        Scope { clock, ..self }
    }

    /// The same with this context.
    #[must_use]
    pub const fn with(self, context: &'a dyn Any) -> Self {
        Scope {
            context: Some(context),
            ..self
        }
    }

    /// The clock.
    #[inline]
    #[must_use]
    pub const fn clock(&self) -> Clock {
        self.clock
    }

    /// The context, if one of this type was given. One comparison.
    #[inline]
    #[must_use]
    pub fn context<T: 'static>(&self) -> Option<&'a T> {
        self.context?.downcast_ref()
    }
}

/// The context of contracts that declare none: `()`. What checks without a context asks for it, so that forgetting one
/// is a compile error.
#[diagnostic::on_unimplemented(
    message = "this contract is checked by a context, which is not given here",
    label = "needs a `&{Self}`",
    note = "give it: `accept_with(source, &context)`, `examine_with(source, &context)`, `validate_with(&context)` or \
        `Valid::new_with(value, &context)`"
)]
pub trait NoContext {}

impl NoContext for () {}

/// The context is not shown: only its owner knows what may be.
impl fmt::Debug for Scope<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope")
            .field("clock", &self.clock)
            .field("context", &self.context.map(|_| ".."))
            .finish()
    }
}
