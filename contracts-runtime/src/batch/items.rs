//! The items of a batch, one after the other.

use std::fmt;
use std::io::{self, BufRead};

use super::current::Current;
use super::progress::Meter;
use super::splitter::Splitter;
use super::{Error, Every, Item, Progress, Totals, array, lines};
use crate::zone::Zone;

/// How long an item may be unless a limit says otherwise, where the zone says nothing either.
const MAX_ITEM_BYTES: usize = 2 << 20;

/// The items of a batch, read one after the other.
///
/// It lends them: each is gone with the next call, and its memory is used again. So a batch of any length takes the memory
/// of its longest item, and no item takes more than [`max_item_bytes`](Self::max_item_bytes) lets it: at most three times
/// that for the time that the buffer grows. What a giant has needed is given back behind the next item.
///
/// ```
/// use contracts_runtime::batch::{Error, Items};
///
/// let (lines, array) = ("1\n2\n", "[1, 2]");
/// for mut items in [Items::lines(lines.as_bytes()), Items::array(array.as_bytes())] {
///     while let Some(item) = items.next_item()? {
///         assert_eq!(item.bytes(), Some((item.index() + 1).to_string().as_bytes()));
///     }
/// }
/// # Ok::<(), Error>(())
/// ```
pub struct Items<R> {
    reader: R,
    format: Format,
    batch: Batch,
    ended: bool,
}

enum Format {
    Lines,
    Array(Splitter),
}

/// What does not depend on the reader.
pub(super) struct Batch {
    pub(super) current: Current,
    meter: Option<Meter>,
}

impl<R: BufRead> Items<R> {
    /// The lines of `reader`, a JSON text each, as in [NDJSON](https://github.com/ndjson/ndjson-spec) and
    /// [JSON Lines](https://jsonlines.org).
    ///
    /// A line ends with LF or with CR and LF; the last one may lack its end. Blank lines, those of nothing but spaces, tabs
    /// and CR, are skipped: they count as lines, not as items, unless they are longer than an item may be. A byte order mark is no JSON (RFC 8259, section 8.1): the
    /// first line is rejected if there is one.
    ///
    /// ```
    /// use contracts_runtime::batch::Items;
    ///
    /// let mut items = Items::lines(&b"{\"id\":1}\n\n{\"id\":2}"[..]);
    /// let mut lines = Vec::new();
    /// while let Some(item) = items.next_item()? {
    ///     lines.push(item.line());
    /// }
    /// assert_eq!(lines, [1, 3]);
    /// # Ok::<(), contracts_runtime::batch::Error>(())
    /// ```
    pub fn lines(reader: R) -> Self {
        Items::new(reader, Format::Lines)
    }

    /// The elements of the one JSON array (RFC 8259, section 5) that `reader` gives, split while it is read.
    ///
    /// An element whose brackets balance is an item whatever else is wrong with it, and goes to the boundary. What is wrong
    /// between elements ends the batch, as does a byte order mark before the array: see [`Error::Malformed`]. The items
    /// before have been given out by then.
    ///
    /// ```
    /// use contracts_runtime::batch::Items;
    ///
    /// let mut items = Items::array(&b"[ {\"id\":1},\n  {\"id\":2} ]"[..]);
    /// let mut places = Vec::new();
    /// while let Some(item) = items.next_item()? {
    ///     places.push((item.line(), item.column()));
    /// }
    /// assert_eq!(places, [(1, 3), (2, 3)]);
    /// # Ok::<(), contracts_runtime::batch::Error>(())
    /// ```
    pub fn array(reader: R) -> Self {
        Items::new(reader, Format::Array(Splitter::new()))
    }

    fn new(reader: R, format: Format) -> Self {
        let max = Zone::External.max_bytes().unwrap_or(MAX_ITEM_BYTES);
        Items {
            reader,
            format,
            batch: Batch {
                current: Current::new(max),
                meter: None,
            },
            ended: false,
        }
    }

    /// Sets how many bytes an item may have, the end of the line not counted. Unset: 2 MiB, as external contracts allow.
    ///
    /// Of a longer one nothing is kept: it is read past, and whatever checks it rejects it by a violation of the code
    /// `limit.bytes`. The next item is not affected. The limits of the boundary and the contract hold as well.
    ///
    /// ```
    /// use contracts_runtime::batch::Items;
    ///
    /// let mut items = Items::lines(&b"12345\n1234\n"[..]).max_item_bytes(4);
    /// assert_eq!(items.next_item()?.and_then(|item| item.bytes()), None);
    /// assert_eq!(items.next_item()?.and_then(|item| item.bytes()), Some(&b"1234"[..]));
    /// # Ok::<(), contracts_runtime::batch::Error>(())
    /// ```
    #[must_use]
    pub fn max_item_bytes(mut self, bytes: usize) -> Self {
        self.batch.current.max = bytes;
        self
    }

    /// Tells `callback` how far reading is: at most once in each step of so many bytes or items, and at the end of the
    /// batch, also at that which is [malformed](Error::Malformed).
    ///
    /// It is called when the next item is asked for, and while one that is too long is read past; no clock is involved. A
    /// panic in it passes through to who asked; nothing of the batch is lost by it. A second callback replaces the first.
    /// One that can't own what it needs asks for [`progress`](Self::progress) instead.
    ///
    /// See [`Every`] for an example.
    #[must_use]
    pub fn on_progress(mut self, every: Every, callback: impl FnMut(Progress) + Send + 'static) -> Self {
        self.batch.meter = Some(Meter::new(every, Box::new(callback)));
        self
    }

    /// How far reading is. See [`Progress`] for an example.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.batch.progress()
    }

    /// The next item; `None` if there is none, also at each call after that.
    ///
    /// A read that is interrupted is tried again. The cost is that of copying the item once; that of looking for its end
    /// is small beside reading it.
    ///
    /// ```
    /// use contracts_runtime::batch::Items;
    ///
    /// let mut items = Items::array(&b"[true]"[..]);
    /// assert_eq!(items.next_item()?.and_then(|item| item.bytes()), Some(&b"true"[..]));
    /// assert!(items.next_item()?.is_none());
    /// # Ok::<(), contracts_runtime::batch::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`Error::Read`], after which the next call goes on in the middle of the item if need be; [`Error::Malformed`], after
    /// which there are no more items.
    pub fn next_item(&mut self) -> Result<Option<Item<'_>>, Error> {
        Ok(self.advance()?.then(|| self.batch.current.item()))
    }

    /// Checks every item that is left, and gives it to `sink` with what `check` said of it, in order.
    ///
    /// With the feature `parallel`, `par_try_for_each` does the same with the checks in parallel.
    ///
    /// ```
    /// use contracts_runtime::batch::{Error, Items};
    ///
    /// let mut lengths = Vec::new();
    /// Items::lines(&b"1\n22\n"[..]).try_for_each(
    ///     |item| item.bytes().map(<[u8]>::len),
    ///     |item, length| {
    ///         lengths.push((item.index(), length));
    ///         Ok::<_, Error>(())
    ///     },
    /// )?;
    /// assert_eq!(lengths, [(0, Some(1)), (1, Some(2))]);
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`next_item`](Self::next_item), and that of `sink`, which ends it. What comes behind the item was not read.
    pub fn try_for_each<V, E: From<Error>>(
        &mut self,
        check: impl Fn(&Item<'_>) -> V,
        mut sink: impl FnMut(&Item<'_>, V) -> Result<(), E>,
    ) -> Result<(), E> {
        while let Some(item) = self.next_item()? {
            let verdict = check(&item);
            sink(&item, verdict)?;
        }
        Ok(())
    }

    /// Checks every item that is left, and counts how many are accepted and rejected.
    ///
    /// ```
    /// use contracts_runtime::batch::Items;
    ///
    /// let totals = Items::lines(&b"1\n22\n3\n"[..]).tally(|item| match item.bytes().map(<[u8]>::len) {
    ///     Some(1) => Ok(()),
    ///     _ => Err("must be a digit"),
    /// })?;
    /// assert_eq!((totals.accepted, totals.rejected), (2, 1));
    /// # Ok::<(), contracts_runtime::batch::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`next_item`](Self::next_item).
    pub fn tally<T, E>(&mut self, check: impl Fn(&Item<'_>) -> Result<T, E>) -> Result<Totals, Error> {
        let mut totals = Totals::default();
        while let Some(item) = self.next_item()? {
            totals.add(&check(&item));
        }
        Ok(totals)
    }

    /// Reads the next item; false if there is none.
    fn advance(&mut self) -> Result<bool, Error> {
        if self.ended {
            return Ok(false);
        }
        self.batch.current.begin();
        let read = match &mut self.format {
            Format::Lines => lines::next(&mut self.reader, &mut self.batch),
            Format::Array(splitter) => array::next(&mut self.reader, &mut self.batch, splitter),
        };
        if let Ok(false) | Err(Error::Malformed(_)) = read {
            self.ended = true;
            self.batch.end();
        }
        read
    }
}

impl Batch {
    fn progress(&self) -> Progress {
        Progress {
            items: self.current.read(),
            bytes: self.current.at.bytes,
        }
    }

    /// Tells how far reading is, if it is time to.
    #[inline]
    pub(super) fn tick(&mut self) {
        let progress = self.progress();
        if let Some(meter) = &mut self.meter {
            meter.tick(progress);
        }
    }

    fn end(&mut self) {
        let progress = self.progress();
        if let Some(meter) = self.meter.take() {
            meter.end(progress);
        }
    }
}

/// Gives `take` what the reader has next, nothing at its end, and consumes as much as it says. Tries again if reading is
/// interrupted.
pub(super) fn consume<R: BufRead, T>(
    reader: &mut R,
    take: impl FnOnce(&[u8]) -> (usize, T),
) -> io::Result<T> {
    let (used, taken) = loop {
        match reader.fill_buf() {
            Ok(available) => break take(available),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    };
    reader.consume(used);
    Ok(taken)
}

/// How far it is. Neither the reader nor the text of the item is shown.
impl<R> fmt::Debug for Items<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let format = match self.format {
            Format::Lines => "lines",
            Format::Array(_) => "array",
        };
        f.debug_struct("Items")
            .field("format", &format)
            .field("progress", &self.batch.progress())
            .field("max_item_bytes", &self.batch.current.max)
            .field("ended", &self.ended)
            .finish_non_exhaustive()
    }
}
