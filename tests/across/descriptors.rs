//! What descriptors list.

use perimeter::{Contract, Param};

use crate::contracts::{Customer, Login, Order, Shape, TOP};

#[test]
fn descriptors_list_the_rules_in_order() {
    let rules: Vec<_> = Order::DESCRIPTOR
        .across()
        .iter()
        .map(|rule| {
            (
                rule.word(),
                rule.field(),
                rule.others().to_vec(),
                rule.info().code(),
            )
        })
        .collect();
    assert_eq!(
        rules,
        [
            ("exactly_one_of", None, vec!["card", "IBAN"], "exactly_one_of"),
            ("at_least_one_of", None, vec!["mail", "phone"], "unreachable"),
            ("all_or_none", None, vec!["street", "city", "zip"], "all_or_none"),
        ]
    );
    let rules: Vec<_> = Customer::DESCRIPTOR
        .across()
        .iter()
        .map(|rule| (rule.word(), rule.field(), rule.others(), rule.values()))
        .collect();
    let texts = |values: &[&'static str]| values.iter().map(|value| Param::from(*value)).collect::<Vec<_>>();
    assert_eq!(
        rules[0],
        (
            "required_if",
            Some("name"),
            &["kind"][..],
            texts(&["limited_company", "club"])
        )
    );
    assert_eq!(
        rules[2],
        ("excluded_if", Some("state"), &["country"][..], texts(&["CH"]))
    );
    assert_eq!(
        rules[3].3,
        [0, 1, 4_000_000_000, TOP].map(|value| Param::Integer(value.into()))
    );
    let perimeter::Body::Variants { variants, .. } = Shape::DESCRIPTOR.body() else {
        panic!("it is an enum")
    };
    let across = variants.iter().map(|variant| variant.across().len());
    assert_eq!(across.collect::<Vec<_>>(), [0, 1, 3]);
    assert_eq!(variants[1].across()[0].field(), Some("outside"));
    // What the descriptor of a secret's condition says of itself is what a report may say.
    let [_, reason] = Login::DESCRIPTOR.across() else {
        panic!("it has two rules")
    };
    assert_eq!(reason.info().params().get("equals"), None);
    assert_eq!(reason.values(), texts(&["root-of-all"]));
}
