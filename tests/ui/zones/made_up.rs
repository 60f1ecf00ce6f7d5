//! The zones are a closed set.

enum Mine {}

impl perimeter::zone::Marker for Mine {
    const ZONE: perimeter::Zone = perimeter::Zone::Core;
}

fn into_mine<T: perimeter::Contract>(value: perimeter::Valid<T>) {
    let _ = value.enter::<Mine>();
}

fn main() {}
