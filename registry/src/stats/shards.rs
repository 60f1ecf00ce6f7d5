//! One of something for each of a few threads, where no other thread's is near.

use std::array;
use std::fmt;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many there are: more threads than that count at once only on large machines, and there share.
const SHARDS: usize = 8;

/// A `T` for each of a few threads. Nothing is allocated before one is needed; two words until then.
pub(super) struct Shards<T>(OnceLock<Box<[Padded<T>; SHARDS]>>);

/// In cache lines of its own: two of them, as processors fetch them in pairs.
#[derive(Default)]
#[repr(align(128))]
struct Padded<T>(T);

impl<T: Default> Shards<T> {
    pub(super) const fn new() -> Self {
        Shards(OnceLock::new())
    }

    /// That of this thread.
    #[inline]
    pub(super) fn mine(&self) -> &T {
        let all = self
            .0
            .get_or_init(|| Box::new(array::from_fn(|_| Padded::default())));
        let [first, ..] = &**all;
        &all.get(turn()).unwrap_or(first).0
    }

    /// All that there are.
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.0
            .get()
            .into_iter()
            .flat_map(|all| all.iter().map(|one| &one.0))
    }

    /// How many bytes it has allocated, without what the parts have.
    pub(super) fn bytes(&self) -> usize {
        self.0.get().map_or(0, |all| size_of_val(&**all))
    }
}

impl<T> Default for Shards<T>
where
    T: Default,
{
    fn default() -> Self {
        Shards::new()
    }
}

impl<T> fmt::Debug for Shards<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shards").finish_non_exhaustive()
    }
}

/// Which shard this thread has, of everything: threads take turns as they come. It says nothing but where to count.
#[inline]
fn turn() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    thread_local! {
        static MINE: usize = NEXT.fetch_add(1, Ordering::Relaxed) % SHARDS;
    }
    MINE.with(|mine| *mine)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_idle_is_two_words() {
        assert_eq!(size_of::<Shards<[u64; 16]>>(), 2 * size_of::<usize>());
    }

    #[test]
    fn shards_are_far_from_each_other() {
        let shards = Shards::<u8>::new();
        assert_eq!((shards.iter().count(), shards.bytes()), (0, 0));
        shards.mine();
        let places: Vec<usize> = shards.iter().map(|one| std::ptr::from_ref(one).addr()).collect();
        assert_eq!(places.len(), SHARDS);
        assert!(places.windows(2).all(|pair| pair[0].abs_diff(pair[1]) >= 128));
        assert_eq!(shards.bytes(), SHARDS * 128);
    }

    #[test]
    fn a_thread_keeps_its_shard() {
        let shards = Shards::<u8>::new();
        assert!(std::ptr::eq(shards.mine(), shards.mine()));
    }

    #[test]
    fn threads_take_turns() {
        let other = std::thread::spawn(|| {
            let next = std::thread::spawn(turn).join().unwrap();
            (turn(), next)
        });
        let (one, other) = other.join().unwrap();
        assert!(one < SHARDS && other < SHARDS);
    }
}
