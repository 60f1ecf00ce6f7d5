//! A condition reads the fields of a struct; an enum has none.

#[perimeter::external_contract]
enum Wrong {
    Named {
        #[field(length(1..=5, when = true))]
        value: String,
    },
    Tuple(#[field(length(1..=5, when = true))] String),
}

fn main() {}
