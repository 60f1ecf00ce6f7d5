//! A function of one's own that does not take the field.

fn of_number(value: &u32) -> Result<(), perimeter::Violation> {
    let _ = value;
    Ok(())
}

fn without_result(value: &String) -> bool {
    value.is_empty()
}

#[perimeter::external_contract]
struct Wrong {
    #[field(check = of_number)]
    value: String,
    #[field(check = without_result)]
    text: String,
    #[field(check = missing)]
    other: String,
}

fn main() {}
