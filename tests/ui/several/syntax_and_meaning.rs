//! A slip in the syntax of one field hides no mistake of the others.

#[perimeter::external_contract]
struct Order {
    #[field(length = )]
    id: String,
    #[field(required, default = 5)]
    amount: u32,
    #[field(email, secret secret, uuid)]
    name: String,
}

fn main() {
    let _ = perimeter::accept::<Order>(b"{}");
    let order = Order { id: String::new(), amount: 1, name: String::new() };
    let _ = perimeter::Valid::new(order);
    let _ = perimeter::Contract::validate(&Order { id: String::new(), amount: 1, name: String::new() });
}
