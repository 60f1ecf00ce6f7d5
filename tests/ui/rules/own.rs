//! A rule of one's own that is no rule, and one on the wrong type.

mod own {
    use perimeter::rules::{Rule, RuleInfo};

    /// No rule: it makes a number.
    pub const fn seven() -> u32 {
        7
    }

    pub const fn even() -> Even {
        Even
    }

    #[derive(Debug)]
    pub struct Even;

    impl RuleInfo for Even {
        fn code(&self) -> &'static str {
            "even"
        }
    }

    impl Rule<u32> for Even {
        fn accepts(&self, value: &u32) -> bool {
            value % 2 == 0
        }
    }
}

#[perimeter::external_contract]
struct Wrong {
    #[field(own::seven)]
    value: u32,
    #[field(own::even)]
    text: String,
    #[field(own::evn)]
    other: u32,
}

fn main() {}
