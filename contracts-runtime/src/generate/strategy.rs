//! Plans as strategies: proptest draws documents from them and shrinks them part by part.

use std::collections::HashMap;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::sample::select;
use proptest::strategy::{BoxedStrategy, Just, Strategy, Union, ValueTree};
use proptest::test_runner::TestRunner;

use super::explore::UNKNOWN;
use super::judge::Judge;
use super::node::{Member, Node, Style};
use super::order::sorted;
use super::plan::{
    BodyPlan, ContractPlan, Draw, List, Map, MemberPlan, Openness, Order, Plan, Plans, VariantPlan, wrapped,
};

/// How deep contracts nest in a document; below that stands the simplest value.
const DEPTH: usize = 8;

/// What a contract that holds itself costs of the depth.
const RECURSION: usize = 3;

/// The largest collection that is drawn, unless none is smaller.
const LARGE: usize = 64;

/// How often faults of the parts together are mended one by one.
const REPAIRS: usize = 6;

/// Documents that the contract accepts.
pub(super) fn documents(plans: &Arc<Plans>, judge: Judge) -> BoxedStrategy<String> {
    let (plans, writing) = (Arc::clone(plans), styles());
    (drafts(&plans), writing)
        .prop_map(move |(draft, style)| repaired(draft, &plans, &judge, style).1)
        .boxed()
}

/// The same as trees.
pub(super) fn trees(plans: &Arc<Plans>, judge: Judge) -> BoxedStrategy<Node> {
    let plans = Arc::clone(plans);
    drafts(&plans)
        .prop_map(move |draft| repaired(draft, &plans, &judge, Style::default()).0)
        .boxed()
}

fn drafts(plans: &Plans) -> BoxedStrategy<Node> {
    Builder::new(plans).contract(0, DEPTH)
}

fn styles() -> impl Strategy<Value = Style> {
    let flag = || Union::new_weighted(vec![(3, Just(false)), (1, Just(true))]);
    (flag(), flag()).prop_map(|(reversed, spaced)| Style { reversed, spaced })
}

/// Parts that are sound alone may not be together: what the contract faults is taken from the simplest document.
fn repaired(mut draft: Node, plans: &Plans, judge: &Judge, style: Style) -> (Node, String) {
    let base = plans.contracts.first().map_or(&Node::Null, |root| &root.base);
    for _ in 0..REPAIRS {
        let text = draft.json(style);
        let Some(violations) = judge.text(&text) else {
            return (draft, text);
        };
        for violation in violations.iter() {
            draft.reset(base, violation.pointer());
        }
    }
    let text = draft.json(style);
    if judge.text(&text).is_none() {
        return (draft, text);
    }
    (base.clone(), base.json(Style::default()))
}

/// What a `Draw` stands for; `None` for texts that match nothing that can be drawn.
pub(super) fn of_draw(draw: &Draw) -> Option<BoxedStrategy<Node>> {
    match draw {
        Draw::Integers(low, high) if low < high => {
            Some((*low..=*high).prop_map(|number| Node::number(&number)).boxed())
        }
        Draw::Integers(low, _) => Some(Just(Node::number(low)).boxed()),
        Draw::Floats(low, high) => Some(
            (*low..*high)
                .prop_map(|number| Node::Number(format!("{number:?}")))
                .boxed(),
        ),
        Draw::Texts(regex) => texts(regex).map(|texts| texts.prop_map(Node::Text).boxed()),
    }
}

/// Texts that match a regular expression. What looks around in it, such as `^` and `\b`, is left to the contract.
fn texts(regex: &str) -> Option<BoxedStrategy<String>> {
    let parsed = regex_syntax::Parser::new().parse(regex).ok()?;
    let texts = proptest::string::string_regex_parsed(&without_looks(&parsed)).ok()?;
    Some(texts.boxed())
}

fn without_looks(expression: &regex_syntax::hir::Hir) -> regex_syntax::hir::Hir {
    use regex_syntax::hir::{Hir, HirKind};
    match expression.kind() {
        HirKind::Look(_) => Hir::empty(),
        HirKind::Capture(capture) => without_looks(&capture.sub),
        HirKind::Concat(parts) => Hir::concat(parts.iter().map(without_looks).collect()),
        HirKind::Alternation(parts) => Hir::alternation(parts.iter().map(without_looks).collect()),
        HirKind::Repetition(repetition) => {
            let mut repetition = repetition.clone();
            repetition.sub = Box::new(without_looks(&repetition.sub));
            Hir::repetition(repetition)
        }
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) => expression.clone(),
    }
}

/// Some different values of a plan, the simplest first; the same each time.
pub(super) fn several(plans: &Plans, plan: &Plan, count: usize) -> Vec<Node> {
    let mut nodes = match plan {
        Plan::Values(values) => values.pool.clone(),
        other => vec![plans.base(other)],
    };
    let strategy = Builder::new(plans).plan(plan, 2);
    let mut runner = TestRunner::deterministic();
    for _ in 0..count * 4 + 8 {
        if nodes.len() >= count {
            break;
        }
        let Ok(tree) = strategy.new_tree(&mut runner) else {
            break;
        };
        let node = tree.current();
        if !nodes.contains(&node) {
            nodes.push(node);
        }
    }
    nodes
}

/// Builds strategies; those of contracts are shared.
struct Builder<'p> {
    plans: &'p Plans,
    shared: HashMap<(usize, usize), BoxedStrategy<Node>>,
    trail: Vec<usize>,
}

impl<'p> Builder<'p> {
    fn new(plans: &'p Plans) -> Self {
        Builder {
            plans,
            shared: HashMap::new(),
            trail: Vec::new(),
        }
    }

    fn contract(&mut self, index: usize, depth: usize) -> BoxedStrategy<Node> {
        let Some(contract) = self.plans.contracts.get(index) else {
            return Just(Node::Null).boxed();
        };
        let cost = if self.trail.contains(&index) { RECURSION } else { 1 };
        let Some(depth) = depth.checked_sub(cost) else {
            return Just(contract.base.clone()).boxed();
        };
        if let Some(strategy) = self.shared.get(&(index, depth)) {
            return strategy.clone();
        }
        let ContractPlan {
            body,
            descriptor: _,
            base: _,
        } = contract;
        self.trail.push(index);
        let strategy = self.body(body, depth);
        self.trail.pop();
        self.shared.insert((index, depth), strategy.clone());
        strategy
    }

    fn body(&mut self, body: &BodyPlan, depth: usize) -> BoxedStrategy<Node> {
        match body {
            BodyPlan::Record(members, openness) => self.record(members, *openness, depth),
            BodyPlan::Tuple(fields) => {
                let parts: Vec<_> = fields.iter().map(|(_, plan)| self.plan(plan, depth)).collect();
                parts.prop_map(Node::List).boxed()
            }
            BodyPlan::One(_, _, plan) => self.plan(plan, depth),
            BodyPlan::Unit => Just(Node::Null).boxed(),
            BodyPlan::Variants(tagging, variants) => {
                let variants = variants.iter().map(|VariantPlan { descriptor, body }| {
                    let (tagging, descriptor) = (*tagging, *descriptor);
                    let content = self.body(body, depth);
                    content
                        .prop_map(move |content| wrapped(tagging, descriptor, content))
                        .boxed()
                });
                let variants: Vec<_> = variants.collect();
                if variants.is_empty() {
                    Just(Node::Null).boxed()
                } else {
                    Union::new(variants).boxed()
                }
            }
        }
    }

    fn record(&mut self, members: &[MemberPlan], openness: Openness, depth: usize) -> BoxedStrategy<Node> {
        let mut parts: Vec<BoxedStrategy<Option<Member>>> = Vec::new();
        for member in members {
            parts.push(self.member(member, depth));
        }
        if openness == Openness::Drops {
            let unknown = Just(Some(Member::Named(UNKNOWN.to_owned(), Node::number(&0))));
            parts.push(Union::new_weighted(vec![(9, Just(None).boxed()), (1, unknown.boxed())]).boxed());
        }
        parts
            .prop_map(|members| Node::Object(members.into_iter().flatten().collect()).fill(&Node::Hole))
            .boxed()
    }

    fn member(&mut self, member: &MemberPlan, depth: usize) -> BoxedStrategy<Option<Member>> {
        let MemberPlan {
            field,
            plan,
            may_be_absent,
            may_be_null,
        } = member;
        let field = *field;
        let value = self.plan(plan, depth);
        let value = match field.is_flattened() {
            true => value.prop_map(|node| Some(Member::Spread(node))).boxed(),
            false => {
                let names: Vec<_> = std::iter::once((6, Just(field.wire_name())))
                    .chain(field.aliases().iter().map(|alias| (1, Just(*alias))))
                    .collect();
                let member = |(name, node): (&str, Node)| Some(Member::Named(name.to_owned(), node));
                (Union::new_weighted(names), value).prop_map(member).boxed()
            }
        };
        let mut choices = Vec::new();
        if *may_be_absent {
            choices.push((1, Just(None).boxed()));
        }
        if *may_be_null {
            let null = Member::Named(field.wire_name().to_owned(), Node::Null);
            choices.push((1, Just(Some(null)).boxed()));
        }
        choices.push((4, value));
        Union::new_weighted(choices).boxed()
    }

    fn plan(&mut self, plan: &Plan, depth: usize) -> BoxedStrategy<Node> {
        match plan {
            Plan::Values(values) => {
                let drawn = values.draw.as_ref().and_then(of_draw);
                let mut choices = Vec::new();
                if !values.pool.is_empty() {
                    choices.push((3, select(values.pool.clone()).boxed()));
                }
                choices.extend(drawn.map(|drawn| (2, drawn)));
                if choices.is_empty() {
                    Just(Node::Null).boxed()
                } else {
                    Union::new_weighted(choices).boxed()
                }
            }
            Plan::Optional(plan) => {
                let value = self.plan(plan, depth);
                Union::new_weighted(vec![(1, Just(Node::Null).boxed()), (3, value)]).boxed()
            }
            Plan::Tuple(plans) => {
                let parts: Vec<_> = plans.iter().map(|plan| self.plan(plan, depth)).collect();
                parts.prop_map(Node::List).boxed()
            }
            Plan::List(list) => self.list(list, depth),
            Plan::Map(map) => self.map(map, depth),
            Plan::Contract(index) => self.contract(*index, depth),
        }
    }

    fn list(&mut self, list: &List, depth: usize) -> BoxedStrategy<Node> {
        let List { item, pool, order } = list;
        let pool = small(pool);
        let sizes = || pool.iter().map(size);
        let (Some(least), Some(most)) = (sizes().min(), sizes().max()) else {
            return Just(Node::List(Vec::new())).boxed();
        };
        let found = select(pool.clone()).boxed();
        if *order == Order::Fixed || depth == 0 {
            return found;
        }
        let order = *order;
        let drawn = vec(self.plan(item, depth), least..=most.min(least + 4));
        let drawn = drawn
            .prop_map(move |items| Node::List(arranged(items, order)))
            .boxed();
        Union::new_weighted(vec![(1, found), (3, drawn)]).boxed()
    }

    fn map(&mut self, map: &Map, depth: usize) -> BoxedStrategy<Node> {
        let Map { value, keys, pool } = map;
        let pool = small(pool);
        let sizes = || pool.iter().map(size);
        let (Some(least), Some(most)) = (sizes().min(), sizes().max()) else {
            return Just(Node::Object(Vec::new())).boxed();
        };
        let found = select(pool.clone()).boxed();
        if keys.is_empty() || depth == 0 {
            return found;
        }
        let entry = (select(keys.clone()), self.plan(value, depth));
        let drawn = vec(entry, least..=most.min(least + 4)).prop_map(|entries| {
            let mut members: Vec<(String, Node)> = Vec::new();
            for (key, node) in entries {
                if !members.iter().any(|(known, _)| *known == key) {
                    members.push((key, node));
                }
            }
            Node::object(members)
        });
        Union::new_weighted(vec![(1, found), (3, drawn.boxed())]).boxed()
    }
}

/// Those that are not large, at least the first.
fn small(pool: &[Node]) -> Vec<Node> {
    let small: Vec<Node> = pool.iter().filter(|node| size(node) <= LARGE).cloned().collect();
    if small.is_empty() {
        pool.iter().take(1).cloned().collect()
    } else {
        small
    }
}

fn size(node: &Node) -> usize {
    match node {
        Node::List(items) => items.len(),
        Node::Object(members) => members.len(),
        _ => 0,
    }
}

fn arranged(items: Vec<Node>, order: Order) -> Vec<Node> {
    if matches!(order, Order::Any | Order::Fixed) {
        return items;
    }
    let mut distinct: Vec<Node> = Vec::new();
    for item in items {
        if !distinct.contains(&item) {
            distinct.push(item);
        }
    }
    match order {
        Order::Ascending => sorted(distinct),
        Order::Descending => sorted(distinct).into_iter().rev().collect(),
        Order::Any | Order::Distinct | Order::Fixed => distinct,
    }
}
