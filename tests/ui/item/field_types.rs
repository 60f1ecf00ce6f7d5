//! Fields whose type can't be read, in every kind of type.

struct Plain;

#[perimeter::external_contract]
struct Tuple(u32, Plain);

#[perimeter::external_contract]
struct Newtype(Plain);

#[perimeter::external_contract]
enum Variants {
    Named { plain: Plain },
    Newtype(Plain),
    Tuple(u32, Plain),
}

#[perimeter::external_contract]
struct Held {
    #[field(each(any))]
    list: Vec<Plain>,
    #[serde(flatten)]
    rest: Plain,
    #[field(secret)]
    secret: Plain,
}

fn main() {}
