//! The checks of a batch in parallel, with the verdicts in order.

use std::io::BufRead;
use std::ops::Range;

use rayon::iter::{IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

use super::item::Content;
use super::{Error, Item, Items};
use crate::boundary::Item as Place;

/// How many items are read before they are checked, at most.
const CHUNK_ITEMS: usize = 4096;
/// How many bytes they have after which no more are read.
const CHUNK_BYTES: usize = 4 << 20;
/// How many items a thread takes at once, at least: a check may take less than a microsecond.
const STRIDE: usize = 16;

impl<R: BufRead> Items<R> {
    /// The same as [`try_for_each`](Self::try_for_each), with the checks in parallel, in rayon's current thread pool.
    ///
    /// Items are read in chunks of at most 4096, which end with the item that makes them 4 MiB or more. A chunk is checked in
    /// parallel; its items and verdicts are then given to `sink` in their order, by the calling thread. So `sink` sees the
    /// same as without parallelism if `check` says the same of the same item, and memory is bounded by a chunk and one
    /// item. A chunk is not checked before it is full or the batch has ended: for a live stream take the other one.
    ///
    /// A panic in `check` or `sink` passes through; the items of the chunk that `sink` did not see are lost by it, what
    /// comes behind is not.
    ///
    /// ```
    /// use contracts_runtime::batch::{Error, Items};
    ///
    /// let mut lengths = Vec::new();
    /// Items::lines(&b"1\n22\n"[..]).par_try_for_each(
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
    /// Those of [`next_item`](Self::next_item), after `sink` has seen the items before; and that of `sink`, which ends it.
    /// What was read of the chunk behind that item is lost.
    pub fn par_try_for_each<V: Send, E: From<Error>>(
        &mut self,
        check: impl Fn(&Item<'_>) -> V + Sync,
        mut sink: impl FnMut(&Item<'_>, V) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut chunk = Chunk::default();
        let mut verdicts = Vec::new();
        loop {
            chunk.clear();
            let read = self.fill(&mut chunk);
            chunk
                .slots
                .par_iter()
                .with_min_len(STRIDE)
                .map(|slot| check(&chunk.item(slot)))
                .collect_into_vec(&mut verdicts);
            for (slot, verdict) in chunk.slots.iter().zip(verdicts.drain(..)) {
                sink(&chunk.item(slot), verdict)?;
            }
            if !read? {
                return Ok(());
            }
        }
    }

    /// Fills a chunk; false if the batch has ended.
    fn fill(&mut self, chunk: &mut Chunk) -> Result<bool, Error> {
        while !chunk.is_full() {
            match self.next_item()? {
                Some(item) => chunk.push(&item),
                None => return Ok(false),
            }
        }
        Ok(true)
    }
}

/// Items that are checked together.
#[derive(Default)]
struct Chunk {
    bytes: Vec<u8>,
    slots: Vec<Slot>,
}

/// An item of a chunk.
struct Slot {
    kept: Kept,
    place: Place,
}

/// What is there of it.
enum Kept {
    Whole { raw: Range<usize>, line_end: usize },
    Cut { max: usize },
}

impl Chunk {
    fn is_full(&self) -> bool {
        self.slots.len() >= CHUNK_ITEMS || self.bytes.len() >= CHUNK_BYTES
    }

    fn push(&mut self, item: &Item<'_>) {
        let (content, place) = item.parts();
        let kept = match content {
            Content::Whole { raw, line_end } => {
                let start = self.bytes.len();
                self.bytes.extend_from_slice(raw);
                let raw = start..self.bytes.len();
                Kept::Whole { raw, line_end }
            }
            Content::Cut { max } => Kept::Cut { max },
        };
        self.slots.push(Slot { kept, place });
    }

    fn item(&self, slot: &Slot) -> Item<'_> {
        let content = match &slot.kept {
            Kept::Whole { raw, line_end } => Content::Whole {
                // Where it was pushed, so that it is there.
                raw: self.bytes.get(raw.clone()).unwrap_or_default(),
                line_end: *line_end,
            },
            Kept::Cut { max } => Content::Cut { max: *max },
        };
        Item::new(content, slot.place)
    }

    /// Empties it. What a giant has needed is given back.
    fn clear(&mut self) {
        self.bytes.clear();
        self.bytes.shrink_to(2 * CHUNK_BYTES);
        self.slots.clear();
    }
}
