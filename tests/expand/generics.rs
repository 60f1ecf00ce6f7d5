//! Parameters of every kind.

#[derive(Debug, perimeter::Contract)]
struct Generic<'text, T, const N: usize> {
    #[field(length = 1..)]
    text: &'text str,
    value: T,
    array: [u8; N],
}
