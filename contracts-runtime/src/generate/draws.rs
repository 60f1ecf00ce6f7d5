//! What is drawn at a place, by what is known to be taken there.

use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::shape::Kind;

use super::material::extremes;
use super::node::Node;
use super::plan::Draw;
use super::strategy;

/// What could be drawn at a place, the widest first.
pub(super) fn draws(kind: Kind, pool: &[Node], regexes: &[String]) -> Vec<Draw> {
    let texts = regexes.iter().cloned().map(Draw::Texts);
    match kind {
        Kind::Integer { signed, bits } => {
            let numbers = pool.iter().filter_map(|node| match node {
                Node::Number(number) => number.parse::<i128>().ok(),
                _ => None,
            });
            let (least, most) = extremes(signed, bits);
            let low = numbers.clone().min().unwrap_or(least).max(least);
            let high = numbers.max().unwrap_or(most).min(most);
            vec![Draw::Integers(low, high)]
        }
        Kind::Number => {
            let numbers = pool.iter().filter_map(|node| match node {
                Node::Number(number) => number.parse::<f64>().ok(),
                _ => None,
            });
            let low = numbers.clone().fold(f64::MAX, f64::min);
            let high = numbers.fold(f64::MIN, f64::max);
            if low < high {
                vec![Draw::Floats(low.max(-1e15), high.min(1e15))]
            } else {
                Vec::new()
            }
        }
        Kind::Text { format: None } => {
            let lengths = pool.iter().filter_map(|node| match node {
                Node::Text(text) => Some(text.chars().count()),
                _ => None,
            });
            let least = lengths.clone().min().unwrap_or(0);
            let most = lengths.max().unwrap_or(0).min(least + 24);
            let classes = [r"\PC", "[ -~]", "[0-9A-Za-z]", "[a-z]", "[A-Z]", "[0-9]"];
            let classes = classes.map(|class| Draw::Texts(format!("{class}{{{least},{most}}}")));
            texts.chain(classes).collect()
        }
        _ => texts.collect(),
    }
}

/// A few that are drawn, the same each time; none if nothing can be drawn.
pub(super) fn drawn_from(draw: &Draw, count: usize) -> Vec<Node> {
    let Some(strategy) = strategy::of_draw(draw) else {
        return Vec::new();
    };
    let mut runner = TestRunner::deterministic();
    let mut nodes = Vec::new();
    for _ in 0..count {
        if let Ok(tree) = proptest::strategy::Strategy::new_tree(&strategy, &mut runner) {
            nodes.push(tree.current());
        }
    }
    nodes
}
