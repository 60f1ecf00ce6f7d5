//! The known name that is nearest to one that is not known.

/// Longer names are not compared: the name is the sender's, and its characters are the bits of a word.
const LONGEST: usize = 64;

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
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    let name = Bits::of(name);
    known
        .into_iter()
        .filter(|known| known.len() <= LONGEST)
        .filter_map(|known| Some((name.within(known)?, known)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
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

    /// The distance to a known name, if that is near.
    fn within(&self, known: &str) -> Option<usize> {
        let length = known.chars().count();
        let most = length.max(3) / 3;
        // Each character more or less is a difference.
        if length.abs_diff(self.length) > most {
            return None;
        }
        let distance = self.distance(known);
        (distance <= most).then_some(distance)
    }

    /// The optimal string alignment distance, a column of its matrix at a time, held as the differences between
    /// neighbours (Hyyrö, A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit Distances, 2003).
    fn distance(&self, known: &str) -> usize {
        let Some(last) = self.length.checked_sub(1) else {
            return known.chars().count();
        };
        let mut distance = self.length;
        // Where the column rises by one from row to row, and where it falls.
        let (mut rises, mut falls) = (u64::MAX, 0_u64);
        // Where the diagonal stays as it is, and where the character before stands.
        let (mut same, mut before) = (0_u64, 0_u64);
        for char in known.chars() {
            let places = self.places(char);
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
        distance
    }
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
                assert_eq!(Bits::of(&a).distance(&b), expected(&a, &b), "{a} {b}");
            }
        }
    }
}
