//! Untagged enums: attempts at one alternative after the other, which leave no trace unless they succeed.
//!
//! An attempt that fails was reading for nothing, and what is inside of it may be read again by the next one. Three things
//! keep that from growing with every level: how an attempt at a value went is noted, so that it fails once; a value that
//! breaks rules is put aside while others are tried, so that it is not read again to be told; and what is read again is
//! bounded by a multiple of the text.

use std::collections::BTreeMap;

use super::{Decoder, Read, Tagged};
use crate::json::Reader;
use crate::violation::{Anchor, Excerpt, Fault, Params, Structural};

/// How often the text may be read again, at least.
const TIMES: usize = 16;

/// How often it may be read again for each alternative of the enum that has most of them. Once is what the last of them
/// needs; the next is for enums inside of it.
const TIMES_EACH: usize = 4;

/// Attempts that read less, and none inside of them, are made again: that is as cheap as to look them up.
const SHORTEST: usize = 64;

/// What is known of the attempts that were made.
#[derive(Debug, Default)]
pub(super) struct Tried {
    /// How many bytes were read in vain: to be read again, or by an attempt that another one has outdone.
    reread: usize,
    /// How many attempts went wrong.
    count: usize,
    /// How far they went.
    reach: usize,
    /// How many alternatives the enum has that has most.
    most: usize,
    /// Those that went wrong while one around them was under way, by where the value starts and by the function that reads
    /// the alternative; whether there was a value that breaks rules, or one before it had. The same function finds the same
    /// at the same place.
    outcomes: BTreeMap<(usize, usize), bool>,
}

/// How an attempt went.
pub(crate) enum Attempt<'de, T> {
    /// A value without any fault.
    Clean(T),
    /// A value that breaks rules; it is put aside if it need not be read again to be told.
    Broken(Option<PutAside<'de, T>>),
    /// There was no value.
    Failed,
    /// Reading can't go on.
    Halt,
}

/// A value that breaks rules, where its reading ended, and what was found by then.
pub(crate) struct PutAside<'de, T> {
    value: T,
    reader: Reader<'de>,
    start: usize,
    end: usize,
    found: Excerpt,
}

/// What an untagged enum is.
enum Taken<'t, 'de, T> {
    Value(T),
    /// The alternative that is to be read again.
    Again(&'t Tagged<'de, T>),
}

impl<'de> Decoder<'de> {
    /// An untagged enum: the first variant that the value fits without a fault. If there is none, the first one whose
    /// types it fits, with the rules that it breaks.
    ///
    /// Which one it is, is decided by the rules even where they are skipped: the value is the same one.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`](super::Decode::decode).
    pub fn untagged<T>(&mut self, table: &[Tagged<'de, T>]) -> Read<T> {
        let skipping = self.report.set_skipping(false);
        let taken = self.alternative(table, skipping);
        self.report.set_skipping(skipping);
        match taken? {
            Taken::Value(value) => Ok(value),
            Taken::Again(variant) => (variant.content)(self),
        }
    }

    /// The value of the first variant that fits without a fault, or else the first one whose types fit; that is to be
    /// read again if rules are `skipping`.
    fn alternative<'t, T>(&mut self, table: &'t [Tagged<'de, T>], skipping: bool) -> Read<Taken<'t, 'de, T>> {
        let mut broken: Option<(_, Option<PutAside<'de, T>>)> = None;
        let mut before = None;
        if let Some(rest) = self.aside.rest_mut() {
            rest.direct = false;
            before = Some(rest.taken());
        } else {
            self.begin();
        }
        let start = self.reader.at();
        if let (0, Some(tried)) = (self.attempts, &mut self.tried) {
            if start >= tried.reach {
                // What attempts have read is not read again.
                tried.outcomes.clear();
            }
        }
        // Elsewhere the value is not all that is read.
        let whole = before.is_none() && self.aside.tags_of(start).next().is_none();
        for variant in table {
            let place = (start, variant.content as usize);
            let known = self.tried.as_deref().filter(|_| whole);
            if let Some(built) = known.and_then(|tried| tried.outcomes.get(&place)) {
                if *built {
                    broken = broken.or(Some((variant, None)));
                }
                continue;
            }
            let spent = self.spent();
            // Behind one that breaks rules only a value without any fault counts.
            let fast = broken.is_some();
            let attempt = self.attempt(table.len(), fast, variant.content);
            let built = match attempt {
                Attempt::Clean(value) => {
                    if let (Some(rest), Some(before)) = (self.aside.rest_mut(), &before) {
                        rest.share(before);
                    }
                    if let (Some((_, Some(aside))), Some(tried)) = (broken, &mut self.tried) {
                        // That was read in vain after all.
                        let read = aside.reader.at().saturating_sub(start);
                        tried.reread = tried.reread.saturating_add(read);
                    }
                    return Ok(Taken::Value(value));
                }
                Attempt::Broken(aside) => {
                    broken = broken.or(Some((variant, aside.filter(|_| whole && !skipping))));
                    true
                }
                Attempt::Failed => fast,
                Attempt::Halt => return Err(Fault::Halt),
            };
            if whole {
                self.note(place, built, spent);
            }
        }
        if broken.is_some() && self.attempts > 0 && self.report.fails_fast() {
            // The attempt around this one has failed; it does not matter by what.
            self.report.halt();
            return Err(Fault::Halt);
        }
        match broken {
            Some((_, Some(aside))) => Ok(Taken::Value(self.take_up(aside))),
            Some((variant, None)) => Ok(Taken::Again(variant)),
            None => Err(self.reject(Structural::Variant, Params::new())),
        }
    }

    /// Tries something that may fail without a trace: unless it is clean, position and report are as before. It is one of
    /// so many `alternatives`; `fast` if it fails at whichever error comes first.
    pub(crate) fn attempt<T>(
        &mut self,
        alternatives: usize,
        fast: bool,
        attempt: impl FnOnce(&mut Self) -> Read<T>,
    ) -> Attempt<'de, T> {
        if self.report.halted() {
            return Attempt::Halt;
        }
        let (at, room, aside) = (self.reader.at(), self.reader.room(), self.aside.clone());
        let mark = self.report.mark();
        let fail_fast = self.report.set_fail_fast(fast);
        self.attempts += 1;
        let result = attempt(self);
        self.attempts -= 1;
        self.report.set_fail_fast(fail_fast);
        let clean = self.report.errors() == mark.errors();
        let result = match result {
            Ok(value) if clean => return Attempt::Clean(value),
            result => result,
        };
        if let Some(error) = self.broken {
            self.report.rollback(mark);
            self.syntax(error);
            return Attempt::Halt;
        }
        if let Some(name) = self.lacking.take() {
            self.report.rollback(mark);
            self.reader.seek(at);
            let _ = self.lacks_context(name);
            self.report.halt();
            return Attempt::Halt;
        }
        let reach = self.reader.at();
        // Where all is told, faults of the structure say more outside of an attempt.
        let told = !fail_fast && !fast && self.report.structural() == mark.structural();
        let went = match result {
            Ok(value) if told => Attempt::Broken(Some(PutAside {
                value,
                reader: self.reader.clone(),
                start: self.start,
                end: self.end,
                found: self.report.excerpt(mark),
            })),
            Ok(_) => Attempt::Broken(None),
            Err(_) => Attempt::Failed,
        };
        self.report.rollback(mark);
        let tried = self.tried.get_or_insert_default();
        if !matches!(went, Attempt::Broken(Some(_))) {
            tried.reread = tried.reread.saturating_add(reach.saturating_sub(at));
        }
        tried.reach = tried.reach.max(reach);
        tried.count = tried.count.saturating_add(1);
        tried.most = tried.most.max(alternatives);
        let times = TIMES.max(tried.most.saturating_mul(TIMES_EACH));
        if tried.reread / times > self.reader.text().len() {
            self.exhausted(at);
            return Attempt::Halt;
        }
        self.reader.seek(at);
        self.reader.set_room(room);
        self.aside = aside;
        went
    }

    /// Ends reading: too much was read again. No attempt around this one is followed by another.
    #[cold]
    pub(super) fn exhausted(&mut self, at: usize) -> Fault {
        self.tried.get_or_insert_default().reread = usize::MAX;
        self.report
            .add_anchored(Anchor::Value(at), Structural::Work.violation());
        self.report.halt();
        Fault::Halt
    }

    /// What was read in vain, and how many attempts that were.
    fn spent(&self) -> (usize, usize) {
        self.tried
            .as_deref()
            .map_or((0, 0), |tried| (tried.reread, tried.count))
    }

    /// Notes how an attempt went, before which so much was `spent`, if it may be made again and would cost as much again.
    fn note(&mut self, place: (usize, usize), built: bool, spent: (usize, usize)) {
        let (reread, count) = self.spent();
        let nested = count - spent.1 > 1;
        if self.attempts > 0 && (nested || reread - spent.0 >= SHORTEST) {
            if let Some(tried) = &mut self.tried {
                tried.outcomes.insert(place, built);
            }
        }
    }

    /// Goes on behind a value that was put aside.
    fn take_up<T>(&mut self, aside: PutAside<'de, T>) -> T {
        let PutAside {
            value,
            reader,
            start,
            end,
            found,
        } = aside;
        self.reader = reader;
        self.start = start;
        self.end = end;
        self.report.resume(found);
        value
    }
}
