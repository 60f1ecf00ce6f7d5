//! The report while it grows: what was found, and where as far as that is known at the time.
//!
//! Nothing is paid for places on the good path. A fault that is found in a text notes the byte where its value
//! starts; the pointer is read off the text afterwards ([`super::locate`]). A fault of a value that was already built
//! notes its path, which exists as frames on the stack until then.

use super::at::At;
use super::found::{Anchor, Finds, Found, Shown};
use super::held::Held;
use super::{Effort, Params, Severity, Violation};
use crate::boundary::Origin;
use crate::descriptor::{ContractDescriptor, holds_foreign, holds_secret};
use crate::json::MAX_DEPTH;
use crate::rules::RuleInfo;
use crate::scope::Scope;
use crate::shape::{Kind, Order};

/// The longest that all pointers of a report may be together, in bytes; one more may go beyond.
pub(super) const POINTERS: usize = 1 << 20;

/// How deep contracts may nest in built values, those of texts that nest so deep included: a document's level is that of up
/// to four of them, as a contract may be flattened into another, or be the content of a variant.
const fn built_depth(max_depth: usize) -> usize {
    let levels = if max_depth > MAX_DEPTH {
        max_depth
    } else {
        MAX_DEPTH
    };
    levels.saturating_add(1).saturating_mul(4)
}

/// Why a value could not be had.
///
/// As wide as a word: in a `Result` it then shares its place with whole words of the value, which are moved as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub enum Fault {
    /// It is faulty; that was reported, and reading goes on behind it.
    Value,
    /// Reading has ended: the text is not JSON from here on, a limit was met, or the first fault was to be the last.
    Halt,
}

/// What a report is about.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct About<'a> {
    /// The contract that the value is checked by.
    pub(crate) contract: Option<&'static ContractDescriptor>,
    /// Where the text comes from, if it is not the sender's as it stands.
    pub(crate) origin: Option<&'a Origin>,
}

/// Everything found so far.
#[derive(Debug)]
pub struct Report<'a> {
    found: Finds,
    kept: usize,
    errors: usize,
    /// How many of the errors are of the structure, and none of a rule or check.
    structural: usize,
    total: usize,
    /// How long the pointers are together that were noted.
    pointers: usize,
    fail_fast: bool,
    /// Whether errors of the structure alone reject.
    lenient: bool,
    /// The order in which hashed parts are checked.
    order: Order,
    halted: bool,
    held: Held,
    room: usize,
    scope: Scope<'a>,
    about: About<'a>,
}

/// How far the report was at some time, to go back to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark {
    found: usize,
    errors: usize,
    structural: usize,
    total: usize,
    pointers: usize,
}

impl Mark {
    pub(crate) fn errors(self) -> usize {
        self.errors
    }

    pub(crate) fn structural(self) -> usize {
        self.structural
    }
}

/// What was found since some mark, to go on from there after the report went back.
#[derive(Debug)]
pub(crate) struct Excerpt {
    found: Vec<Found>,
    end: Mark,
}

impl<'a> Report<'a> {
    /// An empty report that keeps `kept` violations and counts the others, on texts that nest so deep and on the values built of
    /// them. Does not allocate.
    pub(crate) const fn new(kept: usize, fail_fast: bool, enforced: bool, max_depth: usize) -> Self {
        Report {
            found: Finds::NONE,
            kept,
            errors: 0,
            structural: 0,
            total: 0,
            pointers: 0,
            fail_fast,
            lenient: false,
            order: Order::Any,
            halted: false,
            held: Held::of(enforced),
            room: built_depth(max_depth),
            scope: Scope::new(),
            about: About {
                contract: None,
                origin: None,
            },
        }
    }

    /// The same in another scope.
    pub(crate) fn within(self, scope: Scope<'a>) -> Self {
        Report { scope, ..self }
    }

    /// The same about this.
    pub(crate) fn about(self, about: About<'a>) -> Self {
        Report { about, ..self }
    }

    /// What it is about.
    pub(crate) fn subject(&self) -> About<'a> {
        self.about
    }

    /// What checks go by besides the value.
    #[inline]
    #[must_use]
    pub const fn scope(&self) -> &Scope<'a> {
        &self.scope
    }

    /// Adds what is wrong with the value at `at`.
    pub fn add(&mut self, at: At<'_>, violation: Violation) {
        let first = !self.lenient && self.errors == 0;
        self.add_kept(at, violation, first);
    }

    /// The same; one that `says_why` the value is rejected is kept beyond the limit.
    fn add_kept(&mut self, at: At<'_>, mut violation: Violation, says_why: bool) {
        if self.full(&violation, says_why) {
            return;
        }
        let chosen = !violation.0.pointer.is_empty();
        let (anchor, mut pointer) = at.resolve();
        pointer.push_str(&violation.0.pointer);
        self.pointers += pointer.len();
        violation.0.pointer = pointer;
        self.found.push(Found {
            violation,
            anchor,
            base: 0,
            secret: None,
            shown: Shown::No,
            chosen,
        });
    }

    /// Adds what is wrong with the structure of the value at `at`.
    #[cold]
    pub(crate) fn add_structural(&mut self, at: At<'_>, violation: Violation) {
        let first = !self.is_rejecting();
        self.structural += 1;
        self.add_kept(at, violation, first);
    }

    /// Adds that the value at `at` breaks `rule`.
    #[cold]
    #[inline(never)]
    pub(crate) fn broken(&mut self, at: At<'_>, rule: &'static dyn RuleInfo, params: Params) {
        self.add(at, Violation::of(rule, params));
    }

    /// Adds what is wrong with the structure at a byte of the text.
    #[cold]
    pub(crate) fn add_anchored(&mut self, anchor: Anchor, violation: Violation) -> Fault {
        // Where the text stops being JSON is told, whatever else is wrong.
        let says_why = !self.is_rejecting() || matches!(anchor, Anchor::Syntax(_));
        self.structural += 1;
        if !self.full(&violation, says_why) {
            self.found.push(Found {
                violation,
                anchor: Some(anchor),
                base: 0,
                secret: None,
                shown: Shown::No,
                chosen: false,
            });
        }
        if self.halted { Fault::Halt } else { Fault::Value }
    }

    /// Whether there is an error that rejects.
    fn is_rejecting(&self) -> bool {
        match self.lenient {
            true => self.structural > 0,
            false => self.errors > 0,
        }
    }

    /// Counts a violation; true if it is not to be kept. An error that `says_why` the value is rejected is.
    fn full(&mut self, violation: &Violation, says_why: bool) -> bool {
        if self.halted && self.fail_fast {
            return true;
        }
        self.total += 1;
        let room = self.has_room();
        if violation.0.severity == Severity::Warn {
            return !room;
        }
        self.errors += 1;
        self.halted |= self.fail_fast;
        !room && !says_why
    }

    /// How many errors there are; warnings are none.
    #[inline]
    #[must_use]
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// How many errors are of the structure, and none of a rule or check. At least: with `fail_fast` nothing more is
    /// counted once there was an error.
    pub(crate) fn structural(&self) -> usize {
        self.structural
    }

    /// Whether reading has to end.
    #[inline]
    pub(crate) fn halted(&self) -> bool {
        self.halted
    }

    /// Ends reading.
    pub(crate) fn halt(&mut self) {
        self.halted = true;
    }

    /// Whether rules and checks hold for a contract that enforces them in this build, or does not. They hold for
    /// contracts of every zone if the outermost one is of a zone that enforces them.
    #[inline]
    #[must_use]
    pub fn holds(&self, enforced: bool) -> bool {
        self.held.holds(enforced)
    }

    /// Sets whether rules and checks are skipped, those of every contract; gives what was set before.
    pub(crate) fn set_skipping(&mut self, skipping: bool) -> bool {
        let before = self.held.is_skipping();
        self.held = self.held.skipping(skipping);
        before
    }

    /// Whether one more violation is kept. The pointers of built values are bounded here, as long as keys may be; those
    /// of a text are, when they are read off it.
    fn has_room(&self) -> bool {
        self.found.len() < self.kept && self.pointers <= POINTERS
    }

    /// Whether one more error is kept.
    pub(crate) fn keeps_error(&self) -> bool {
        !self.is_rejecting() || self.has_room()
    }

    /// Finds more to tell of what comes next, as far as the bytes that were `read` pay for it.
    pub(crate) fn spend(&mut self, read: usize, find: impl FnOnce(&mut Effort) -> Option<()>) {
        self.found.spend(read, find);
    }

    /// Takes a level of nesting of built values; false if there is none left.
    pub(crate) fn descend(&mut self) -> bool {
        let room = self.room > 0;
        self.room = self.room.saturating_sub(1);
        room
    }

    /// Gives a level of nesting back.
    pub(crate) fn ascend(&mut self) {
        self.room += 1;
    }

    /// Sets whether the first error ends reading; gives what was set before.
    pub(crate) fn set_fail_fast(&mut self, fail_fast: bool) -> bool {
        std::mem::replace(&mut self.fail_fast, fail_fast)
    }

    /// Errors of rules and checks do not reject: of what is kept, the first error of the structure is one.
    pub(crate) fn set_lenient(&mut self) {
        self.lenient = true;
    }

    /// Whether the first error ends reading.
    pub(crate) fn fails_fast(&self) -> bool {
        self.fail_fast
    }

    pub(crate) fn mark(&self) -> Mark {
        Mark {
            found: self.found.len(),
            errors: self.errors,
            structural: self.structural,
            total: self.total,
            pointers: self.pointers,
        }
    }

    /// Forgets everything found since `mark`.
    pub(crate) fn rollback(&mut self, mark: Mark) {
        self.found.truncate(mark.found);
        self.errors = mark.errors;
        self.structural = mark.structural;
        self.total = mark.total;
        self.pointers = mark.pointers;
        self.halted = false;
    }

    /// Checks the parts of a built value. If they are `hashed`, and there is something to tell of them, they are checked again
    /// in the order that is always the same, and so is all that is hashed inside: that is once for each.
    pub(crate) fn in_order(&mut self, hashed: bool, mut check: impl FnMut(&mut Self, Order)) {
        if !hashed || self.order == Order::Same {
            return check(self, self.order);
        }
        let (mark, halted) = (self.mark(), self.halted);
        check(self, Order::Any);
        if self.total > mark.total {
            self.rollback(mark);
            self.halted = halted;
            self.order = Order::Same;
            check(self, Order::Same);
            self.order = Order::Any;
        }
    }

    /// What was found since `mark`, to which the report is to go back.
    pub(crate) fn excerpt(&mut self, mark: Mark) -> Excerpt {
        let end = self.mark();
        let found = self.found.split_off(mark.found);
        Excerpt { found, end }
    }

    /// Goes on behind what was found when the report was as it is now.
    pub(crate) fn resume(&mut self, excerpt: Excerpt) {
        let Excerpt { found, end } = excerpt;
        self.found.extend(found);
        self.errors = end.errors;
        self.structural = end.structural;
        self.total = end.total;
        self.pointers = end.pointers;
    }

    /// Hides everything found since `mark` behind the value that starts at byte `at`, whose content is secret.
    pub(crate) fn conceal(&mut self, mark: Mark, at: At<'_>) {
        if self.found.len() == mark.found {
            return;
        }
        let (anchor, pointer) = at.resolve();
        for found in self.found.iter_mut().skip(mark.found) {
            found.shown = Shown::Never;
            if let Some(Anchor::Syntax(_)) = found.anchor {
                // A secret may lie in another one.
                found.secret = anchor.map(Anchor::at);
                continue;
            }
            let own = found.anchor == anchor && found.violation.0.pointer == pointer;
            found.violation.conceal(own);
            found.violation.0.pointer.clone_from(&pointer);
            found.anchor = anchor;
        }
    }

    /// Lets the value of everything found since `mark` be seen, unless the field it stands in is a secret, or its kind
    /// holds one: a value has all its parts in it.
    pub(crate) fn reveal(&mut self, mark: Mark, kind: Kind) {
        if self.found.len() > mark.found && !holds_secret(kind) {
            let shown = match holds_foreign(kind) {
                true => Shown::Scalar,
                false => Shown::Yes,
            };
            for found in self.found.iter_mut().skip(mark.found) {
                if found.shown == Shown::No {
                    found.shown = shown;
                }
            }
        }
    }

    pub(crate) fn total(&self) -> usize {
        self.total
    }

    /// What was found, which ends the report.
    pub(crate) fn take_found(&mut self) -> Vec<Found> {
        let mut found = self.found.take();
        if let Some(beyond @ 1..) = found.len().checked_sub(self.kept) {
            // What says why the value is rejected came last; others make way for it.
            let last = found.split_off(found.len() - beyond.min(self.kept));
            found.truncate(self.kept - last.len());
            found.extend(last);
        }
        found
    }
}
