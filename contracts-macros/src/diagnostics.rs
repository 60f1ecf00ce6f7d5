//! The mistakes of an item, all of them in one build.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};

/// Collects mistakes. They must be turned into errors with [`finish`](Self::finish); forgetting to is a panic, so
/// that no mistake is ever lost.
#[derive(Default)]
pub(crate) struct Diagnostics {
    errors: Vec<syn::Error>,
    finished: bool,
}

impl Diagnostics {
    /// A mistake at a token.
    pub(crate) fn at(&mut self, span: Span, message: impl std::fmt::Display) {
        self.errors.push(syn::Error::new(span, message));
    }

    /// A mistake of some tokens.
    pub(crate) fn on(&mut self, tokens: &impl ToTokens, message: impl std::fmt::Display) {
        self.errors.push(syn::Error::new_spanned(tokens, message));
    }

    /// A mistake that the parser found.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.errors.push(error);
    }

    /// The mistakes of a part.
    pub(crate) fn absorb(&mut self, mut part: Diagnostics) {
        self.errors.append(&mut part.errors);
    }

    /// All mistakes, as compile errors. They stand in a block of their own: beside a `compile_error!`, rustc is silent
    /// about names that it can't find, so that a misspelt rule would only be told in the next build.
    pub(crate) fn finish(mut self) -> TokenStream {
        self.finished = true;
        if self.errors.is_empty() {
            return TokenStream::new();
        }
        let errors = self.errors.iter().map(syn::Error::to_compile_error);
        quote!(const _: () = { #(#errors)* };)
    }
}

impl Drop for Diagnostics {
    fn drop(&mut self) {
        // A lost mistake would compile; it is a bug of ours, which any test finds.
        assert!(
            self.finished || self.errors.is_empty() || std::thread::panicking(),
            "diagnostics were collected and never reported"
        );
    }
}

/// The known word nearest to `word`, if it is a slip away: ready to be appended to a message.
pub(crate) fn hint(word: &str, known: &[&str]) -> String {
    match nearest(word, known) {
        Some(nearest) => format!("; did you mean `{nearest}`?"),
        None => String::new(),
    }
}

/// The known word nearest to `word`, if at most a quarter of it differs.
pub(crate) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let bytes = set_of(word);
    known
        .iter()
        .map(|known| ((known.len() / 4).max(1), *known))
        // A change takes one byte out of the set and brings another in, at most; nearly all words end here.
        .filter(|(most, known)| (bytes ^ set_of(known)).count_ones() as usize <= 2 * most)
        .map(|(most, known)| (distance(word, known), most, known))
        .filter(|(distance, most, _)| distance <= most)
        .min_by_key(|(distance, ..)| *distance)
        .map(|(.., known)| known)
}

/// The set of the bytes of a word, folded to 64.
fn set_of(word: &str) -> u64 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte % 64))
}

/// The edit distance of two words, a swap of neighbours counted once.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=a.len()).collect()];
    for (row, right) in b.iter().enumerate() {
        let mut line = vec![row + 1];
        for (column, left) in a.iter().enumerate() {
            let cell = |row: usize, column: usize| rows.get(row).and_then(|line| line.get(column)).copied();
            let mut best = cell(row, column).unwrap_or(0) + usize::from(left != right);
            best = best.min(cell(row, column + 1).unwrap_or(0) + 1);
            best = best.min(line.last().copied().unwrap_or(0) + 1);
            let swapped =
                row > 0 && column > 0 && b.get(row - 1) == Some(left) && a.get(column - 1) == Some(right);
            if swapped {
                best = best.min(cell(row - 1, column - 1).unwrap_or(0) + 1);
            }
            line.push(best);
        }
        rows.push(line);
    }
    rows.last().and_then(|line| line.last()).copied().unwrap_or(0)
}
