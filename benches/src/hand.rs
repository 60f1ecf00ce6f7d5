//! Hand-written checks: what a careful author writes without any library, and about as fast as checks get in
//! safe code. Every fault is reported, with its path.

pub(crate) mod scan;

use std::ops::RangeInclusive;

use crate::candidate::{Candidate, accepted, bytes, check};
use crate::data::{Customer, LineItem, Order, Shape, User};

pub(crate) fn candidates() -> Vec<Candidate> {
    let mut candidates = Vec::new();
    candidates.extend(check(Shape::User, "hand", parse, |value| accepted(user(value))));
    candidates.extend(check(Shape::Order, "hand", parse, |value| accepted(order(value))));
    candidates.extend(bytes(Shape::User, "serde_json + hand", |text| {
        let value = parse(text);
        accepted(user(&value).map(|()| value))
    }));
    candidates.extend(bytes(Shape::Order, "serde_json + hand", |text| {
        let value = parse(text);
        accepted(order(&value).map(|()| value))
    }));
    candidates
}

fn parse<T: serde::de::DeserializeOwned>(text: &[u8]) -> T {
    serde_json::from_slice(text).expect("payloads keep the syntax")
}

#[derive(Debug, Clone, Copy)]
#[expect(dead_code, reason = "read by whoever gets the report, which nobody does here")]
enum Step {
    Field(&'static str),
    Index(usize),
    End,
}

#[derive(Debug, Clone, Copy)]
#[expect(dead_code, reason = "read by whoever gets the report, which nobody does here")]
enum Rule {
    Email,
    Uuid,
    Url,
    DateTime,
    Unique,
    Pattern(&'static str),
    Length(usize, usize),
    Integer(u32, u32),
    Float(f64, f64),
}

#[derive(Debug)]
#[expect(dead_code, reason = "read by whoever gets the report, which nobody does here")]
struct Fault {
    path: [Step; 3],
    rule: Rule,
}

#[derive(Default)]
struct Report(Vec<Fault>);

impl Report {
    fn integer(&mut self, path: &[Step], value: u32, bounds: RangeInclusive<u32>) {
        self.require(
            bounds.contains(&value),
            path,
            Rule::Integer(*bounds.start(), *bounds.end()),
        );
    }

    fn float(&mut self, path: &[Step], value: f64, bounds: RangeInclusive<f64>) {
        self.require(
            bounds.contains(&value),
            path,
            Rule::Float(*bounds.start(), *bounds.end()),
        );
    }

    fn length(&mut self, path: &[Step], text: &str, bounds: RangeInclusive<usize>) {
        let rule = Rule::Length(*bounds.start(), *bounds.end());
        self.require(scan::length(text, bounds), path, rule);
    }

    #[inline]
    fn require(&mut self, kept: bool, path: &[Step], rule: Rule) {
        if !kept {
            self.note(path, rule);
        }
    }

    #[cold]
    #[inline(never)]
    fn note(&mut self, steps: &[Step], rule: Rule) {
        let mut path = [Step::End; 3];
        for (to, from) in path.iter_mut().zip(steps) {
            *to = *from;
        }
        self.0.push(Fault { path, rule });
    }

    fn verdict(self) -> Result<(), Vec<Fault>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }
}

use Step::{Field, Index};

fn user(user: &User) -> Result<(), Vec<Fault>> {
    let mut report = Report::default();
    report.require(scan::email(&user.email), &[Field("email")], Rule::Email);
    report.length(&[Field("password")], &user.password, 8..=128);
    report.length(&[Field("name")], &user.name, 1..=100);
    if let Some(age) = user.age {
        report.integer(&[Field("age")], u32::from(age), 13..=120);
    }
    report.verdict()
}

fn order(order: &Order) -> Result<(), Vec<Fault>> {
    let mut report = Report::default();
    report.require(scan::uuid(&order.id), &[Field("id")], Rule::Uuid);
    customer(&mut report, &order.customer);
    report.require(
        (1..=100).contains(&order.items.len()),
        &[Field("items")],
        Rule::Length(1, 100),
    );
    for (index, item) in order.items.iter().enumerate() {
        line_item(&mut report, index, item);
    }
    report.require(order.tags.len() <= 20, &[Field("tags")], Rule::Length(0, 20));
    for (index, tag) in order.tags.iter().enumerate() {
        report.length(&[Field("tags"), Index(index)], tag, 1..=30);
    }
    report.require(scan::unique(&order.tags), &[Field("tags")], Rule::Unique);
    report.require(scan::url(&order.callback), &[Field("callback")], Rule::Url);
    report.require(
        scan::date_time(&order.placed_at),
        &[Field("placed_at")],
        Rule::DateTime,
    );
    if let Some(note) = &order.note {
        report.length(&[Field("note")], note, 0..=500);
    }
    report.verdict()
}

fn customer(report: &mut Report, customer: &Customer) {
    let field = |name| [Field("customer"), Field(name)];
    report.length(&field("name"), &customer.name, 1..=100);
    report.require(scan::email(&customer.email), &field("email"), Rule::Email);

    let address = &customer.address;
    let field = |name| [Field("customer"), Field("address"), Field(name)];
    report.length(&field("street"), &address.street, 1..=200);
    report.length(&field("city"), &address.city, 1..=100);
    report.require(scan::zip(&address.zip), &field("zip"), Rule::Pattern("[0-9]{5}"));
    report.length(&field("country"), &address.country, 2..=2);
}

fn line_item(report: &mut Report, index: usize, item: &LineItem) {
    let field = |name| [Field("items"), Index(index), Field(name)];
    report.require(
        scan::sku(&item.sku),
        &field("sku"),
        Rule::Pattern("[A-Z]{3}-[0-9]{4}"),
    );
    report.length(&field("name"), &item.name, 1..=100);
    report.integer(&field("quantity"), item.quantity, 1..=1000);
    report.float(&field("price"), item.price, 0.01..=100_000.0);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::assert_whole_report;

    #[test]
    fn every_fault_is_found() {
        let count = |verdict: Result<(), Vec<Fault>>| verdict.err().map_or(0, |faults| faults.len());
        assert_whole_report(Shape::User, |text| count(user(&parse(text))));
        assert_whole_report(Shape::Order, |text| count(order(&parse(text))));
    }
}
