//! How long something takes, for whoever asked before it began.

use super::{By, Event};
use crate::descriptor::ContractDescriptor;
use crate::violation::Violations;

/// What is measured: it decides who is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// A value is held to a contract.
    Validation,
    /// A contract is looked up.
    LookUp,
    /// Contracts are listed.
    Listing,
    /// Contracts are invalidated or reloaded.
    Change,
    /// Contracts are discovered by a pattern.
    Discovery,
}

/// Runs if somebody listens. It has no size where no output is compiled in.
#[derive(Debug, Clone, Copy)]
pub struct Watch {
    #[cfg(any(feature = "metrics", feature = "tracing"))]
    start: Option<std::time::Instant>,
}

impl Watch {
    /// A watch that runs if somebody listens to how such operations end, and else reads no clock.
    #[inline]
    #[must_use]
    pub fn start(operation: Operation) -> Self {
        #[cfg(any(feature = "metrics", feature = "tracing"))]
        return Watch {
            start: listened::is_listened_to(operation).then(std::time::Instant::now),
        };
        #[cfg(not(any(feature = "metrics", feature = "tracing")))]
        {
            let _ = operation;
            Watch {}
        }
    }

    /// Tells what came of a validation: so many errors, of which these are told.
    #[inline]
    pub(crate) fn validated(
        self,
        contract: Option<&'static ContractDescriptor>,
        errors: usize,
        violations: Option<&Violations>,
    ) {
        if let (true, Some(contract)) = (self.is_running(), contract) {
            let by = By::Contract(contract);
            match errors {
                0 => Event::Succeeded { by, watch: self },
                _ => Event::Failed {
                    by,
                    error_count: errors,
                    violations,
                    watch: self,
                },
            }
            .tell();
        }
    }

    /// Whether somebody listened when it was started.
    #[inline]
    #[must_use]
    pub const fn is_running(self) -> bool {
        #[cfg(any(feature = "metrics", feature = "tracing"))]
        return self.start.is_some();
        #[cfg(not(any(feature = "metrics", feature = "tracing")))]
        return false;
    }

    /// How long it has been running.
    #[cfg(any(feature = "metrics", feature = "tracing"))]
    pub(super) fn seconds(self) -> f64 {
        self.start.map_or(0.0, |start| start.elapsed().as_secs_f64())
    }
}

#[cfg(any(feature = "metrics", feature = "tracing"))]
mod listened {
    use super::Operation;

    /// Whether any output would tell one of the ends of such an operation.
    #[inline]
    pub(super) fn is_listened_to(operation: Operation) -> bool {
        #[cfg(feature = "metrics")]
        if super::super::to_metrics::listens() {
            return true;
        }
        #[cfg(feature = "tracing")]
        if super::super::to_tracing::may_listen(operation) {
            // It is the subscriber that answers: code of others.
            return super::super::guarded::guarded(|| super::super::to_tracing::listens(operation))
                .unwrap_or(false);
        }
        let _ = operation;
        false
    }
}
