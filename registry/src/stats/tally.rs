//! What a contract accepts and rejects, and by which rules.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use contracts_runtime::private::telemetry::pattern;
use contracts_runtime::{Severity, Violations};

use super::shards::Shards;

/// How many pairs of a field and a code are counted in a shard; more are counted together.
const PAIRS: usize = 256;
/// How long a field and a code may be, in bytes; longer ones are counted together with the others.
const LONG: usize = 256;
/// How many shards there are. Each contract has a tally, so that there are few.
const SHARDS: usize = 8;
/// How many errors of a report are looked at.
const ERRORS: usize = 1024;

/// How often a contract has accepted and rejected, and for each field and code how often that was among the reasons.
///
/// A field is the pattern of its place, in the contract's own names: `/lines/*/count`. Indices of lists, keys of maps and
/// names that the contract does not know are no part of it, and an unknown member is counted as `unknown` of the object
/// that it stands in. A value that breaks a rule in many places counts once.
///
/// What senders write can't make it grow without bound: 256 pairs are kept in each of 8 shards, and what goes beyond is
/// counted as [`others`](Counts::others). That is some KiB for most contracts, and 1.5 MiB at the very worst, for a contract
/// that holds itself, or makes codes of what it is sent.
///
/// | | costs |
/// |---|---|
/// | none of it used | two words |
/// | [`accepted`](Self::accepted) | an atomic addition, in cache lines that an eighth of the threads share; 1 KiB is allocated by the first |
/// | [`rejected`](Self::rejected) | for each error the way of its pointer through the contract, then a lock that an eighth of the threads share, for a look-up for each error |
/// | [`snapshot`](Self::snapshot) | the locks one after the other, and the pairs sorted |
///
#[doc = "```"]
#[doc = include_str!("../../doc/contracts.txt")]
/// # use contracts_registry::Registry;
/// use contracts_registry::stats::Tally;
///
/// # let registry = Registry::builder().contract::<Order>().build()?;
/// let order = registry.named("order")?;
/// let tally = Tally::new();
/// for text in ["12", "twelve", "-12", "13"] {
///     match order.validate(text) {
///         Ok(()) => tally.accepted(),
///         Err(report) => tally.rejected(&report),
///     }
/// }
/// let counts = tally.snapshot();
/// assert_eq!((counts.accepted, counts.rejected), (2, 2));
/// # Ok::<(), contracts_registry::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Tally(Shards<Shard, SHARDS>);

/// Where some of the threads count.
#[derive(Debug, Default)]
struct Shard {
    accepted: AtomicU64,
    rejected: AtomicU64,
    table: Mutex<Table>,
}

/// How often which pair rejected.
#[derive(Debug, Default)]
struct Table {
    /// Of each field its codes.
    fields: HashMap<Box<str>, Vec<Pair>>,
    /// How many pairs there are.
    pairs: usize,
    /// How many reports were counted.
    reports: u64,
    others: u64,
}

#[derive(Debug)]
struct Pair {
    code: Box<str>,
    count: u64,
    /// The report that it was last counted for.
    report: u64,
}

impl Tally {
    /// A tally of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Tally(Shards::new())
    }

    /// Counts a value that is accepted.
    ///
    /// ```
    /// # use contracts_registry::stats::Tally;
    /// let tally = Tally::new();
    /// tally.accepted();
    /// assert_eq!(tally.snapshot().accepted, 1);
    /// ```
    #[inline]
    pub fn accepted(&self) {
        self.0.mine().accepted.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a value that is rejected, and by its report why. Warnings are no reasons.
    ///
    /// Of a report with more errors the first 1024 are looked at; what a report has only [counted](Violations::truncated)
    /// is not known.
    ///
    /// ```
    /// # use contracts_registry::stats::Tally;
    /// use contracts_runtime::{Violation, Violations};
    ///
    /// let tally = Tally::new();
    /// tally.rejected(&Violations::one(Violation::new("length", "is too long").at("/lines/3/note")));
    /// let [rejections] = tally.snapshot().by_rule.try_into().unwrap();
    /// assert_eq!((&*rejections.field, &*rejections.code), ("/lines/*/note", "length"));
    /// ```
    pub fn rejected(&self, report: &Violations) {
        let shard = self.0.mine();
        shard.rejected.fetch_add(1, Ordering::Relaxed);
        // Before the lock is taken: the way through a contract takes longer than counting.
        let errors = report
            .iter()
            .filter(|violation| violation.severity() == Severity::Error);
        let pairs: Vec<(String, &str)> = errors
            .take(ERRORS)
            .map(|violation| (pattern(report, violation), violation.code()))
            .collect();
        shard.lock().count(&pairs);
    }

    /// What was counted by all threads: the pairs that reject most come first.
    ///
    /// ```
    /// # use contracts_registry::stats::{Counts, Tally};
    /// assert_eq!(Tally::new().snapshot(), Counts::default());
    /// ```
    #[must_use]
    pub fn snapshot(&self) -> Counts {
        let mut counts = Counts::default();
        let mut pairs = BTreeMap::<(Box<str>, Box<str>), u64>::new();
        for shard in self.0.iter() {
            counts.accepted += shard.accepted.load(Ordering::Relaxed);
            counts.rejected += shard.rejected.load(Ordering::Relaxed);
            let table = shard.lock();
            counts.others += table.others;
            for (field, codes) in &table.fields {
                for pair in codes {
                    *pairs.entry((field.clone(), pair.code.clone())).or_default() += pair.count;
                }
            }
        }
        counts.by_rule = pairs
            .into_iter()
            .map(|((field, code), count)| Rejections {
                field: field.into(),
                code: code.into(),
                count,
            })
            .collect();
        // Those that reject as often stay in the order of their names.
        counts
            .by_rule
            .sort_by_key(|rejections| std::cmp::Reverse(rejections.count));
        counts
    }

    /// How many bytes it has allocated, about.
    ///
    /// ```
    /// # use contracts_registry::stats::Tally;
    /// let tally = Tally::new();
    /// assert_eq!(tally.bytes(), 0);
    /// tally.accepted();
    /// assert!((1..4096).contains(&tally.bytes()));
    /// ```
    #[must_use]
    pub fn bytes(&self) -> usize {
        let tables = self.0.iter().map(|shard| shard.lock().bytes());
        self.0.bytes() + tables.sum::<usize>()
    }
}

impl Shard {
    /// A panic while it is held leaves at worst a pair that is not counted.
    fn lock(&self) -> MutexGuard<'_, Table> {
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    /// Counts each pair of a report once.
    fn count(&mut self, pairs: &[(String, &str)]) {
        self.reports += 1;
        let mut all = true;
        for (field, code) in pairs {
            all &= self.count_one(field, code);
        }
        self.others += u64::from(!all);
    }

    /// Whether there is room for the pair.
    fn count_one(&mut self, field: &str, code: &str) -> bool {
        let report = self.reports;
        let known = self.fields.get_mut(field);
        if let Some(pair) = known.and_then(|codes| codes.iter_mut().find(|pair| &*pair.code == code)) {
            pair.count += u64::from(pair.report != report);
            pair.report = report;
            return true;
        }
        if self.pairs >= PAIRS || field.len() > LONG || code.len() > LONG {
            return false;
        }
        self.pairs += 1;
        self.fields.entry(field.into()).or_default().push(Pair {
            code: code.into(),
            count: 1,
            report,
        });
        true
    }

    fn bytes(&self) -> usize {
        let slots = self.fields.capacity() * size_of::<(Box<str>, Vec<Pair>)>();
        let texts = self.fields.iter().map(|(field, codes)| {
            let codes_texts: usize = codes.iter().map(|pair| pair.code.len()).sum();
            field.len() + codes.capacity() * size_of::<Pair>() + codes_texts
        });
        slots + texts.sum::<usize>()
    }
}

/// What a [`Tally`] has counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Counts {
    /// How many values were accepted.
    pub accepted: u64,
    /// How many were rejected.
    pub rejected: u64,
    /// By what, the most frequent first.
    pub by_rule: Vec<Rejections>,
    /// How many values were rejected for something that is not listed because the list is full.
    pub others: u64,
}

/// How often something was among the reasons to reject.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rejections {
    /// The pattern of the places in documents; empty for the document itself.
    pub field: String,
    /// The code of the violations: a rule, or one of the structure.
    pub code: String,
    /// How many values were rejected for it.
    pub count: u64,
}
