//! Values in the orders that lists may ask for.

use super::node::{Node, Style};
use super::plan::Order;

/// Elements in the orders that lists may ask for.
pub(super) fn arrangements(distinct: &[Node], size: usize) -> Vec<(Order, Vec<Node>)> {
    let some: Vec<Node> = distinct.iter().cycle().take(size).cloned().collect();
    let ascending = sorted(some.clone());
    let descending = ascending.iter().rev().cloned().collect();
    vec![
        (Order::Any, some),
        (Order::Ascending, ascending),
        (Order::Descending, descending),
    ]
}

/// The values in the order of numbers or texts.
pub(super) fn sorted(mut nodes: Vec<Node>) -> Vec<Node> {
    let number = |node: &Node| match node {
        Node::Number(number) => number.parse::<f64>().unwrap_or(0.0),
        _ => 0.0,
    };
    nodes.sort_by(|one, other| match (one, other) {
        (Node::Text(one), Node::Text(other)) => one.cmp(other),
        _ => number(one)
            .total_cmp(&number(other))
            .then_with(|| one.json(Style::default()).cmp(&other.json(Style::default()))),
    });
    nodes
}
