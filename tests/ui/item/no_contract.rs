//! A type that is no contract is used as one.

struct Plain {
    number: u32,
}

fn main() {
    let _ = perimeter::accept::<Plain>(b"{}");
    let _ = perimeter::Valid::new(Plain { number: 1 });
}
