//! The known name that is nearest to one that is not known.

/// Longer names are not compared: the name is the sender's, and its characters are the bits of a word.
const LONGEST: usize = 64;

/// What all look-ups of a report may cost that a text of no length has: enough for dozens of names by a usual contract.
const FREE: usize = 2048;

/// What they may cost beyond that, for each byte that was read until then.
const FOR_EACH_BYTE: usize = 4;

/// The known name nearest to `name`, if one is near: at most a third of its characters differ.
///
/// Differences are insertions, deletions, substitutions and swaps of neighbours. Names of more than 64 bytes are near to
/// none. Allocates nothing and takes a dozen instructions for each character of the known names, however long `name` is.
///
/// ```
/// use contracts_runtime::private::nearest;
///
/// assert_eq!(nearest("emial", ["name", "email"]), Some("email"));
/// assert_eq!(nearest("password", ["name", "email"]), None);
/// ```
#[must_use]
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    nearest_within(name, known, &mut Effort::new(usize::MAX))
}

/// The same, unless finding it costs more than the effort that is left.
pub(crate) fn nearest_within<'a>(
    name: &str,
    known: impl IntoIterator<Item = &'a str>,
    effort: &mut Effort,
) -> Option<&'a str> {
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    effort.spend(name.len())?;
    let name = Bits::of(name);
    let mut nearest = None;
    // Of names as near as each other the first one is meant.
    let mut below = usize::MAX;
    for known in known {
        effort.spend(1)?;
        if let Some(distance) = name.within(known, below, effort) {
            nearest = Some(known);
            below = distance;
        }
    }
    nearest.filter(|_| !effort.overdrawn)
}

/// What may still be done to tell more of faults than that they are there: steps of a dozen instructions.
///
/// A name that is not known is some bytes to its sender, and is compared with all names of the contract. What the bytes
/// that were read have not paid for is not looked up.
#[derive(Debug)]
pub(crate) struct Effort {
    left: usize,
    overdrawn: bool,
}

impl Effort {
    const fn new(left: usize) -> Self {
        Effort {
            left,
            overdrawn: false,
        }
    }

    /// What is left after so many bytes, of which so much was spent.
    pub(crate) fn left(read: usize, spent: usize) -> Self {
        let all = read.saturating_mul(FOR_EACH_BYTE).saturating_add(FREE);
        Effort::new(all.saturating_sub(spent))
    }

    /// Takes so many steps; `None` if there are not as many left, and then none are.
    pub(crate) fn spend(&mut self, steps: usize) -> Option<()> {
        let left = self.left.checked_sub(steps);
        self.left = left.unwrap_or(0);
        self.overdrawn |= left.is_none();
        left.map(|_| ())
    }

    /// How much was spent of what there was `before`.
    pub(crate) fn since(&self, before: &Self) -> usize {
        before.left - self.left
    }
}

/// A name of up to 64 characters, as the places at which each character stands.
struct Bits<'n> {
    name: &'n str,
    length: usize,
    ascii: [u64; 128],
}

impl<'n> Bits<'n> {
    fn of(name: &'n str) -> Self {
        let mut bits = Bits {
            name,
            length: 0,
            ascii: [0; 128],
        };
        for char in name.chars() {
            if let Some(places) = bits.ascii.get_mut(char as usize) {
                *places |= 1 << bits.length;
            }
            bits.length += 1;
        }
        bits
    }

    /// A bit for each place at which `char` stands.
    fn places(&self, char: char) -> u64 {
        if let Some(places) = self.ascii.get(char as usize) {
            return *places;
        }
        let places = self.name.chars().enumerate();
        places.fold(0, |bits, (at, other)| bits | u64::from(other == char) << at)
    }

    /// The distance to a known name, if that is near, and smaller than `below`.
    fn within(&self, known: &str, below: usize, effort: &mut Effort) -> Option<usize> {
        if known.len() > LONGEST {
            return None;
        }
        let length = known.chars().count();
        let most = below.checked_sub(1)?.min(length.max(3) / 3);
        if most == 0 {
            return (self.name == known).then_some(0);
        }
        // Each character more or less is a difference.
        if length.abs_diff(self.length) > most {
            return None;
        }
        self.distance(known, most, effort)
            .filter(|distance| *distance <= most)
    }

    /// The optimal string alignment distance, a column of its matrix at a time, held as the differences between
    /// neighbours (Hyyrö, A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances, 2003). What both
    /// names start and end with is left out; so the distance may be, if it is above `most` or
    /// the effort does not suffice.
    fn distance(&self, known: &str, most: usize, effort: &mut Effort) -> Option<usize> {
        let [start, middle, end] = parts(self.name, known);
        effort.spend((start.len() + end.len()) / 8)?;
        let skipped = start.chars().count();
        let length = self.length - skipped - end.chars().count();
        let Some(last) = length.checked_sub(1) else {
            return Some(middle.chars().count());
        };
        let mut distance = length;
        let mut strange = 0;
        // Where the column rises by one from row to row, and where it falls.
        let (mut rises, mut falls) = (u64::MAX, 0_u64);
        // Where the diagonal stays as it is, and where the character before stands.
        let (mut same, mut before) = (0_u64, 0_u64);
        for char in middle.chars() {
            // A character beyond ASCII is looked for in the name.
            effort.spend(if char.is_ascii() {
                1
            } else {
                1 + self.name.len() / 8
            })?;
            let places = self.places(char) >> skipped;
            // Each character that the name has not is a difference.
            strange += usize::from(places == 0);
            if strange > most {
                return None;
            }
            let swapped = ((!same & places) << 1) & before;
            same = ((places & rises).wrapping_add(rises) ^ rises) | places | falls | swapped;
            let grows = falls | !(same | rises);
            let shrinks = same & rises;
            distance += usize::from(grows >> last & 1 == 1);
            distance -= usize::from(shrinks >> last & 1 == 1);
            let grows = grows << 1 | 1;
            rises = shrinks << 1 | !(same | grows);
            falls = same & grows;
            before = places;
        }
        Some(distance)
    }
}

/// The known name in three: what both names start with, what is known between, what both end with.
fn parts<'k>(name: &str, known: &'k str) -> [&'k str; 3] {
    let mut start = alike(name.as_bytes(), known.as_bytes());
    while !known.is_char_boundary(start) {
        start -= 1;
    }
    let (start, known_rest) = known.split_at(start);
    let name_rest = name.get(start.len()..).unwrap_or_default();
    let pairs = name_rest.bytes().rev().zip(known_rest.bytes().rev());
    let mut end = known_rest.len() - pairs.take_while(|(name, known)| name == known).count();
    while !known_rest.is_char_boundary(end) {
        end += 1;
    }
    let (middle, end) = known_rest.split_at(end);
    [start, middle, end]
}

/// How many bytes two names start with alike.
fn alike(name: &[u8], known: &[u8]) -> usize {
    const WORD: usize = 8;
    let words = name.chunks_exact(WORD).zip(known.chunks_exact(WORD));
    let start = words.take_while(|(name, known)| name == known).count() * WORD;
    let rests = name.iter().zip(known).skip(start);
    start + rests.take_while(|(name, known)| name == known).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_a_slip_away() {
        let known = ["email", "name", "created_at"];
        assert_eq!(nearest("emial", known), Some("email"));
        assert_eq!(nearest("nmae", known), Some("name"));
        assert_eq!(nearest("createdAt", known), Some("created_at"));
        assert_eq!(nearest("password", known), None);
        assert_eq!(nearest("", ["a"]), None);
    }

    /// The whole matrix.
    fn expected(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut cells = vec![vec![0; b.len() + 1]; a.len() + 1];
        for row in 0..=a.len() {
            for column in 0..=b.len() {
                let Some((above, left)) = row.checked_sub(1).zip(column.checked_sub(1)) else {
                    cells[row][column] = row + column;
                    continue;
                };
                let mut best = cells[above][left] + usize::from(a[above] != b[left]);
                best = best.min(cells[above][column] + 1).min(cells[row][left] + 1);
                if above > 0 && left > 0 && a[above] == b[left - 1] && a[above - 1] == b[left] {
                    best = best.min(cells[above - 1][left - 1] + 1);
                }
                cells[row][column] = best;
            }
        }
        cells[a.len()][b.len()]
    }

    #[test]
    fn what_was_not_paid_for_is_not_looked_up() {
        let known = ["email", "name", "created_at"];
        let all = Effort::new(1000);
        let mut enough = Effort::new(1000);
        assert_eq!(nearest_within("emial", known, &mut enough), Some("email"));
        let cost = enough.since(&all);
        assert!(cost < 30, "{cost}");
        let mut exact = Effort::new(cost);
        assert_eq!(nearest_within("emial", known, &mut exact), Some("email"));
        for less in 0..cost {
            let mut effort = Effort::new(less);
            assert_eq!(nearest_within("emial", known, &mut effort), None, "{less}");
            assert_eq!(effort.left, 0, "{less}");
        }
        assert_eq!(Effort::left(0, FREE + 1).left, 0);
        assert_eq!(Effort::left(10, FREE).left, 40);
    }

    #[test]
    fn distances_are_those_of_the_matrix() {
        let letters = ['a', 'b', 'c', '\u{e9}', '\u{1f600}'];
        let mut state = 1_u64;
        let mut next = |bound: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(state >> 33).unwrap() % bound
        };
        for round in 0..20_000 {
            let longest = if round % 10 == 0 { 64 } else { 8 };
            let mut word = || -> String {
                let length = next(longest + 1);
                (0..length).map(|_| letters[next(3 + round % 3)]).collect()
            };
            let (a, b) = (word(), word());
            if Bits::of(&a).length <= LONGEST {
                let distance = Bits::of(&a).distance(&b, usize::MAX, &mut Effort::new(usize::MAX));
                assert_eq!(distance, Some(expected(&a, &b)), "{a} {b}");
                let most = b.chars().count().max(3) / 3;
                let near = Bits::of(&a).distance(&b, most, &mut Effort::new(usize::MAX));
                let near = near.filter(|distance| *distance <= most);
                let expected = Some(expected(&a, &b)).filter(|distance| *distance <= most);
                assert_eq!(near, expected, "{a} {b}");
            }
        }
    }
}
