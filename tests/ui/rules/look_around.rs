//! What takes more than linear time is in no pattern: looking around, and going back to a group.

#[perimeter::external_contract]
struct Wrong {
    #[field(pattern = "(?!admin)[a-z]+")]
    around: String,
    #[field(pattern = r"([a-z])\1")]
    back: String,
}

fn main() {}
