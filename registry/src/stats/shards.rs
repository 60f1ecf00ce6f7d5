//! One of something for each of a few threads, where no other thread's is near.

use std::array;
use std::fmt;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many there are of what a registry has once: as many as threads that count at one time on a large machine.
pub(super) const MANY: usize = 64;

/// A `T` for each of `N` threads; if there are more, they share. Nothing is allocated before one is needed; two words until
/// then.
pub(super) struct Shards<T, const N: usize>(OnceLock<Box<[Padded<T>; N]>>);

/// In cache lines of its own: two of them, as processors fetch them in pairs.
#[derive(Default)]
#[repr(align(128))]
struct Padded<T>(T);

impl<T: Default, const N: usize> Shards<T, N> {
    pub(super) const fn new() -> Self {
        Shards(OnceLock::new())
    }

    /// That of this thread.
    #[inline]
    pub(super) fn mine(&self) -> &T {
        self.of(turn())
    }

    #[inline]
    #[expect(
        clippy::indexing_slicing,
        reason = "a remainder of N is less than N, which is not 0"
    )]
    fn of(&self, turn: usize) -> &T {
        const { assert!(N.is_power_of_two(), "a remainder costs next to nothing") }
        let all = self
            .0
            .get_or_init(|| Box::new(array::from_fn(|_| Padded::default())));
        &all[turn % N].0
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

impl<T: Default, const N: usize> Default for Shards<T, N> {
    fn default() -> Self {
        Shards::new()
    }
}

impl<T, const N: usize> fmt::Debug for Shards<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shards").finish_non_exhaustive()
    }
}

/// The number of this thread among those that count: threads take turns as they come. It says nothing but where to count.
#[inline]
fn turn() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    thread_local! {
        static MINE: usize = NEXT.fetch_add(1, Ordering::Relaxed);
    }
    MINE.with(|mine| *mine)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_idle_is_two_words() {
        assert_eq!(size_of::<Shards<[u64; 16], 64>>(), 2 * size_of::<usize>());
    }

    #[test]
    fn shards_are_far_from_each_other() {
        let shards = Shards::<u8, 64>::new();
        assert_eq!((shards.iter().count(), shards.bytes()), (0, 0));
        let place = |turn| std::ptr::from_ref(shards.of(turn)).addr();
        let places: Vec<usize> = (0..64).map(place).collect();
        assert!(places.windows(2).all(|pair| pair[0] + 128 <= pair[1]));
        assert_eq!((shards.iter().count(), shards.bytes()), (64, 64 * 128));
        // Only who comes after that shares one.
        assert_eq!(place(64), places[0]);
    }

    #[test]
    fn a_thread_keeps_its_shard() {
        let shards = Shards::<u8, 8>::new();
        assert!(std::ptr::eq(shards.mine(), shards.mine()));
    }

    #[test]
    fn threads_take_turns() {
        let other = std::thread::spawn(|| {
            let next = std::thread::spawn(turn).join().unwrap();
            (turn(), next)
        });
        let (one, other) = other.join().unwrap();
        assert_ne!(one, other);
    }
}
