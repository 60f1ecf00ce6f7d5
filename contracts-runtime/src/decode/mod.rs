//! The decoder: one pass over the text that reads, checks and builds.
//!
//! [`Decode`] is implemented here for one family of types a file, and by the derive for contracts. It never stops at
//! a fault that it can step over: what is wrong is added to the report, the value is skipped, and reading goes on.

mod aside;
mod attempts;
mod context;
mod cut;
mod flattened;
mod foreign;
mod kept;
mod leaps;
#[cfg(feature = "json")]
mod leftover;
mod lists;
mod maps;
mod members;
mod pointers;
#[cfg(feature = "json")]
mod reading;
mod record;
mod sanitized;
mod scalars;
mod slot;
mod text;
mod tuples;
mod variants;

use crate::json::{Flaw, Reader, SyntaxError, Token};
use crate::shape::{Entries, Items, Kind, Shape};
use crate::telemetry::Watch;
use crate::violation::{Anchor, At, Effort, Fault, Params, Report, Structural, Violations, cut};

pub(crate) use attempts::Attempt;
pub(crate) use cut::Cut;
pub use foreign::Foreign;
#[cfg(feature = "json")]
pub use foreign::{TextDeserializer, decode_with};
#[cfg(feature = "indexmap")]
pub(crate) use lists::elements;
#[cfg(feature = "indexmap")]
pub(crate) use maps::entries;
pub use members::Members;
pub use record::{Record, Unknown};
pub use slot::{Slot, unruled};
pub use tuples::Elements;
pub use variants::{Tagged, Variants};

/// What reading a value gives: the value, or a fault that the report holds.
pub type Read<T> = Result<T, Fault>;

/// A type that is read from JSON text.
///
/// The derive implements it for contracts. `'de` is the lifetime of the text, for fields that borrow from it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no contract, so that nothing can be accepted as one",
    label = "can't be read"
)]
pub trait Decode<'de>: Shape + Sized {
    /// Reads the next value.
    ///
    /// # Errors
    ///
    /// [`Fault::Value`] if the value is faulty: that is in the report, and the decoder stands behind the value.
    /// [`Fault::Halt`] if reading can't go on.
    fn decode(decoder: &mut Decoder<'de>) -> Read<Self>;

    /// The value of a member that is absent, if the type has one, as `Option` does.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// Reads a map's key: the next value is the string that stands before the colon.
    ///
    /// # Errors
    ///
    /// As [`decode`](Self::decode).
    fn decode_key(decoder: &mut Decoder<'de>) -> Read<Self> {
        Self::decode(decoder)
    }
}

/// How one element of a collection is read.
pub type ReadOne<'a, 'de, T> = &'a mut dyn FnMut(&mut Decoder<'de>) -> Read<T>;

/// A collection whose elements are read by a function of the caller's: where `each(...)` hooks in.
pub trait DecodeItems<'de>: Items + Sized {
    /// Reads the collection, each element by `item`.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`].
    fn decode_items(decoder: &mut Decoder<'de>, item: ReadOne<'_, 'de, Self::Item>) -> Read<Self>;
}

/// A map whose keys and values are read by functions of the caller's: where `keys(...)` and `values(...)` hook in.
pub trait DecodeEntries<'de>: Entries + Sized {
    /// Reads the map, each key by `key` and each value by `value`.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`].
    fn decode_entries(
        decoder: &mut Decoder<'de>,
        key: ReadOne<'_, 'de, Self::Key>,
        value: ReadOne<'_, 'de, Self::Value>,
    ) -> Read<Self>;
}

/// A position in a JSON text, the report so far, and what an outer type has already read of the value at hand.
#[derive(Debug)]
pub struct Decoder<'de> {
    pub(crate) reader: Reader<'de>,
    /// What was found so far.
    pub report: Report<'de>,
    /// Where the value that was read last starts.
    start: usize,
    /// Where the bracket stands that ended the object or array that was read last.
    end: usize,
    /// Whether contracts without a word of their own reject members they do not know.
    deny_unknown: bool,
    /// What an outer type has read of the value at hand, once there was any: most texts need none of it.
    aside: aside::Aside<'de>,
    /// Where values end that were stepped over and are read later, once there was any.
    leaps: Option<Box<leaps::Leaps>>,
    /// How many attempts are under way, each inside the one before.
    attempts: usize,
    /// What is known of attempts that went wrong, once one did.
    tried: Option<Box<attempts::Tried>>,
    /// Why the text ends before the input does, if so.
    cut: Option<Cut>,
    /// Where the text stops being JSON, once that is known.
    broken: Option<SyntaxError>,
    /// The context that an attempt lacked.
    lacking: Option<&'static str>,
    /// Since when it reads, if somebody listens.
    watch: Watch,
}

impl<'de> Decoder<'de> {
    /// A decoder at the start of `text`, which may be less than the input.
    #[inline]
    pub(crate) fn new(
        text: &'de str,
        cut: Option<Cut>,
        max_depth: usize,
        report: Report<'de>,
        deny_unknown: bool,
        watch: Watch,
    ) -> Self {
        Decoder {
            reader: Reader::new(text, max_depth),
            report,
            start: 0,
            end: 0,
            deny_unknown,
            aside: aside::Aside::NONE,
            leaps: None,
            attempts: 0,
            tried: None,
            cut,
            broken: None,
            lacking: None,
            watch,
        }
    }

    /// The value that the text is, unless reading has ended before it began.
    #[inline]
    pub(crate) fn value<T: Decode<'de>>(&mut self) -> Read<T> {
        if self.report.halted() {
            return Err(Fault::Halt);
        }
        T::decode(self)
    }

    /// Where the value that was read last is.
    #[inline]
    #[must_use]
    pub fn here(&self) -> At<'static> {
        At::offset(self.start)
    }

    /// Marks the start of the next value as where [`here`](Self::here) will be.
    #[inline]
    pub(crate) fn begin(&mut self) -> usize {
        self.reader.peek_token();
        self.reader.at()
    }

    /// Reads a value and leaves [`here`](Self::here) at it.
    ///
    /// # Errors
    ///
    /// Those of `decode`.
    #[inline]
    pub fn read<T>(&mut self, decode: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        let start = self.begin();
        let value = decode(self);
        self.start = start;
        value
    }

    /// Reads a value and checks it by `rules` if any hold.
    ///
    /// # Errors
    ///
    /// Those of `decode`.
    #[inline]
    pub fn read_checked<T>(
        &mut self,
        decode: impl FnOnce(&mut Self) -> Read<T>,
        rules: impl FnOnce(&T, At<'_>, &mut Report<'_>),
    ) -> Read<T> {
        let value = self.read(decode)?;
        if self.report.holds(true) {
            rules(&value, At::offset(self.start), &mut self.report);
        }
        Ok(value)
    }

    /// Reads a value that must not be null although its kind allows it.
    ///
    /// # Errors
    ///
    /// Those of `decode`.
    #[inline]
    pub fn read_not_null<T>(&mut self, kind: Kind, decode: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        match kind.may_be_null() && self.at_null() {
            true => Err(self.reject(Structural::Null, Params::new())),
            false => decode(self),
        }
    }

    /// Reads a value whose faults must not show anything of it.
    ///
    /// # Errors
    ///
    /// Those of `decode`.
    pub fn read_secret<T>(&mut self, decode: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        let mark = self.report.mark();
        let value = self.read(decode);
        self.report.conceal(mark, At::offset(self.start));
        value
    }

    /// Reads a value of this kind, whose faults may show it.
    ///
    /// # Errors
    ///
    /// Those of `decode`.
    pub fn read_revealed<T>(&mut self, kind: Kind, decode: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        // What is flattened stands in an object that holds more than this value.
        let whole = self.aside.rest().is_none();
        let mark = self.report.mark();
        let value = self.read(decode);
        if whole {
            self.report.reveal(mark, kind);
        }
        value
    }

    /// Ends reading: the text is not JSON.
    #[cold]
    #[inline(never)]
    pub(crate) fn syntax(&mut self, mut error: SyntaxError) -> Fault {
        if let (Flaw::End, Some(cut)) = (error.flaw, self.cut) {
            error.flaw = cut.flaw();
        }
        self.report
            .add_anchored(Anchor::Syntax(error.at), Structural::flaw(error.flaw));
        self.report.halt();
        self.broken = Some(error);
        Fault::Halt
    }

    /// Whether all of the text was read and nothing is wrong with it.
    #[inline]
    pub(crate) fn is_sound(&self) -> bool {
        self.report.errors() == 0 && self.reader.is_empty() && self.cut.is_none()
    }

    /// Holds what is left of the text to be white space, unless reading has ended before.
    pub(crate) fn end_of_text(&mut self) {
        if self.report.halted() {
            return;
        }
        if let Err(error) = self.reader.end() {
            self.syntax(error);
        } else if let Some(cut) = self.cut {
            let at = self.reader.text().len();
            self.syntax(SyntaxError { at, flaw: cut.flaw() });
        }
    }

    /// Tells whoever listens what came of it, with the violations that are kept.
    #[inline]
    pub(crate) fn tell(&self, violations: Option<&Violations>) {
        let contract = self.report.subject().contract;
        self.watch.validated(contract, self.report.errors(), violations);
    }

    /// The next value is not what was `expected`: reports it and steps over the value.
    #[cold]
    #[inline(never)]
    pub(crate) fn mismatch(&mut self, expected: &'static str) -> Fault {
        let found = match self.reader.token() {
            Token::Null => "null",
            Token::Bool => "a boolean",
            Token::Number => "a number",
            Token::String => "a string",
            Token::Array => "an array",
            Token::Object => "an object",
            Token::None => {
                let error = self.reader.unexpected("a value");
                return self.syntax(error);
            }
        };
        let params = Params::new().with("expected", expected).with("found", found);
        self.reject(Structural::Type, params)
    }

    /// Reports a fault of the next value and steps over it.
    #[cold]
    pub(crate) fn reject(&mut self, fault: Structural, params: Params) -> Fault {
        let start = self.begin();
        if self.attempts > 0 {
            // The attempt has failed: what it would report is forgotten, so the rest need not be read.
            let _ = self.report.add_anchored(Anchor::Value(start), fault.with(params));
            self.report.halt();
            return Fault::Halt;
        }
        match self.reader.skip() {
            Err(error) => self.syntax(error),
            Ok(()) => self.report.add_anchored(Anchor::Value(start), fault.with(params)),
        }
    }

    /// Reports a fault of the value that starts at `start` and was read already.
    #[cold]
    pub(crate) fn fault_at(&mut self, start: usize, fault: Structural, params: Params) -> Fault {
        self.report.add_anchored(Anchor::Value(start), fault.with(params))
    }

    /// The outcome of a conversion of the value that was read last.
    ///
    /// # Errors
    ///
    /// [`Fault::Value`] if there was an error, whose text is reported.
    pub fn converted<T, E: std::fmt::Display>(&mut self, converted: Result<T, E>) -> Read<T> {
        converted.map_err(|error| self.unconverted(self.start, &error.to_string()))
    }

    /// Reports why the value that starts at `start` can't be converted. The reason may quote the value, so that no more of it
    /// is kept than of a value that is revealed.
    #[cold]
    pub(crate) fn unconverted(&mut self, start: usize, reason: &str) -> Fault {
        let params = Params::new().with("reason", cut(reason));
        self.fault_at(start, Structural::Conversion, params)
    }

    /// Steps over the next value.
    pub(crate) fn skip(&mut self) -> Read<()> {
        self.reader.skip().map_err(|error| self.syntax(error))
    }

    /// The fault of a value whose parts' faults are in the report.
    #[must_use]
    pub fn unsound(&self) -> Fault {
        if self.report.halted() {
            Fault::Halt
        } else {
            Fault::Value
        }
    }

    /// `null`, as the content of a variant that has none.
    ///
    /// # Errors
    ///
    /// As [`Decode::decode`].
    pub fn null(&mut self) -> Read<()> {
        if self.at_null() {
            self.skip()
        } else {
            Err(self.mismatch("null"))
        }
    }

    /// Whether a flattened field is to be read.
    pub(crate) fn at_flattened(&self) -> bool {
        self.aside.rest().is_some_and(|rest| rest.direct)
    }

    /// Where the grammar of JSON stops to hold, once that is known. Half a surrogate pair is within the grammar: what is
    /// behind it may have been read before the string that it is in.
    pub(crate) fn broken_at(&self) -> Option<usize> {
        self.broken
            .filter(|error| error.flaw != Flaw::Surrogate)
            .map(|error| error.at)
    }

    /// Finds more to tell of the next fault, if it is told: neither only counted, nor forgotten with the attempt that it
    /// fails.
    pub(crate) fn telling(&mut self, find: impl FnOnce(&mut Effort) -> Option<()>) {
        if self.attempts == 0 && self.report.keeps_error() {
            self.report.spend(self.reader.at(), find);
        }
    }

    /// Whether `null` comes next.
    pub(crate) fn at_null(&mut self) -> bool {
        self.reader.peek_token() == b'n'
    }

    /// Whether the contract or the boundary wants unknown members rejected.
    pub(crate) fn denies_unknown(&self) -> bool {
        self.deny_unknown
    }

    /// Steps into the array or object whose bracket comes next.
    #[inline]
    pub(crate) fn enter(&mut self) -> Read<()> {
        self.reader.enter().map_err(|error| self.syntax(error))
    }
}
