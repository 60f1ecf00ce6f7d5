//! Finds out what a contract takes: tries what rules and types suggest, place by place, and asks the contract.

use std::ptr;

use crate::descriptor::{Body, Checks, ContractDescriptor, FieldDescriptor};
use crate::shape::Kind;

use super::draws::{drawn_from, draws};
use super::judge::{Judge, Scope};
use super::material::{Material, behind, of_every_type};
use super::node::Node;
use super::order::arrangements;
use super::plan::{
    BodyPlan, ContractPlan, Draw, List, Map, MemberPlan, Openness, Order, Plan, Plans, Values, VariantPlan,
    content_token, token, wrapped,
};
use super::strategy;

/// How many values a place keeps.
const KEPT: usize = 24;

/// How many elements or entries lists and maps are tried with, unless their rules ask for more.
const SIZES: [usize; 4] = [0, 1, 2, 3];

/// The largest collection that is built.
pub(super) const LARGEST: usize = 2_000;

/// The name of a member that no contract has.
pub(super) const UNKNOWN: &str = "no such member";

pub(super) struct Explorer<'j> {
    pub(super) judge: &'j Judge,
    pub(super) plans: Plans,
    /// What the round before found.
    pub(super) before: Plans,
}

/// The plans of a contract and of all that it holds. What depends on values that stand behind it is found in a
/// second or third round.
pub(super) fn explore(judge: &Judge, descriptor: &'static ContractDescriptor) -> Plans {
    let mut before = Plans::default();
    for _ in 0..3 {
        let mut explorer = Explorer {
            judge,
            plans: Plans::default(),
            before,
        };
        explorer.contract(descriptor, &Scope::root());
        let plans = explorer.plans;
        let sound = plans
            .contracts
            .first()
            .is_some_and(|root| judge.node(&root.base).is_none());
        before = plans;
        if sound {
            break;
        }
    }
    before
}

impl Explorer<'_> {
    fn contract(&mut self, descriptor: &'static ContractDescriptor, scope: &Scope) -> usize {
        let address = ptr::from_ref(descriptor).addr();
        if let Some(index) = self.plans.index.get(&address) {
            return *index;
        }
        let base = self
            .guess_contract(descriptor, &mut Vec::new())
            .unwrap_or(Node::Null);
        let index = self.plans.contracts.len();
        self.plans.index.insert(address, index);
        self.plans.contracts.push(ContractPlan {
            descriptor,
            body: BodyPlan::Unit,
            base,
        });
        let body = self.body(descriptor.body(), scope);
        let found = self.plans.body_base(&body);
        if let Some(plan) = self.plans.contracts.get_mut(index) {
            // What recursion cut short keeps the guess, which ends.
            plan.base = found;
            plan.body = body;
        }
        index
    }

    fn body(&mut self, body: Body, scope: &Scope) -> BodyPlan {
        match body {
            Body::Record(fields) => self.record(fields, scope),
            Body::Tuple(fields) => {
                let mut values: Vec<Node> = fields.iter().map(|field| self.guess_field(field)).collect();
                let mut plans = Vec::new();
                for (index, field) in fields.iter().enumerate() {
                    let template = with_hole(&values, index);
                    let inner = scope.within(&template, Some(&index.to_string()));
                    let plan = self.place(field.kind(), Some(field.checks()), &inner);
                    if let Some(value) = values.get_mut(index) {
                        *value = self.plans.base(&plan);
                    }
                    plans.push((field, plan));
                }
                BodyPlan::Tuple(plans)
            }
            Body::Newtype(field) => {
                let plan = self.place(field.kind(), Some(field.checks()), scope);
                BodyPlan::One(Some(field.checks()), field.kind(), plan)
            }
            Body::Unit => BodyPlan::Unit,
            Body::Variants { tagging, variants } => {
                let mut plans = Vec::new();
                for descriptor in variants {
                    let template = wrapped(tagging, descriptor, Node::Hole);
                    let inner = scope.within(&template, content_token(tagging, descriptor));
                    let body = self.body(descriptor.body(), &inner);
                    plans.push(VariantPlan { descriptor, body });
                }
                // The simplest variant is one that the contract takes here, and that does not hold itself.
                let bases: Vec<Node> = plans
                    .iter()
                    .map(|plan| wrapped(tagging, plan.descriptor, self.plans.body_base(&plan.body)))
                    .collect();
                let sound = self.judge.sound(scope, bases.clone());
                let mut pairs: Vec<_> = bases.into_iter().zip(plans).collect();
                if !sound.is_empty() {
                    pairs.retain(|(base, _)| sound.contains(base));
                }
                BodyPlan::Variants(tagging, pairs.into_iter().map(|(_, plan)| plan).collect())
            }
            Body::Converted(kind) => {
                let plan = self.place(kind, None, scope);
                BodyPlan::One(None, kind, plan)
            }
        }
    }

    fn record(&mut self, fields: &'static [FieldDescriptor], scope: &Scope) -> BodyPlan {
        let mut members: Vec<MemberPlan> = Vec::new();
        for field in fields {
            let presence = field.presence();
            let pool = vec![self.guess_field(field)];
            members.push(MemberPlan {
                field,
                plan: Plan::Values(Values { pool, draw: None }),
                // Nothing can be said of what foreign types do without.
                may_be_absent: !presence.required && (!field.is_flattened() || field.kind().is_optional()),
                may_be_null: false,
            });
        }
        for (index, field) in fields.iter().enumerate() {
            let inner = scope.within(&self.plans.record(&members, Some(index)), token(field));
            let plan = self.place(behind(field.kind()), Some(field.checks()), &inner);
            let may_be_null = field.presence().nullable && !field.is_flattened();
            let may_be_null = may_be_null && !self.judge.sound(&inner, vec![Node::Null]).is_empty();
            if let Some(member) = members.get_mut(index) {
                member.plan = plan;
                member.may_be_null = may_be_null;
            }
        }
        let base = self.plans.record(&members, None);
        let mut more = base.clone();
        if let Node::Object(members) = &mut more {
            members.push(super::node::Member::Named(UNKNOWN.to_owned(), Node::Null));
        }
        let all = |node: &Node| {
            let violations = self.judge.node(&scope.template.fill(node));
            violations.map_or_else(Vec::new, |violations| violations.into_iter().collect())
        };
        let (plain, open) = (all(&base), all(&more));
        let openness = match open.len() > plain.len() {
            true if open.iter().any(|violation| violation.code() == "unknown") => Openness::Rejects,
            true => Openness::Takes,
            false => Openness::Drops,
        };
        BodyPlan::Record(members, openness)
    }

    /// What a place takes. Null is up to who asks.
    fn place(&mut self, kind: Kind, checks: Option<&'static Checks>, scope: &Scope) -> Plan {
        match kind {
            Kind::Optional(kind) => Plan::Optional(Box::new(self.place(*kind, checks, scope))),
            Kind::Contract(descriptor) => Plan::Contract(self.contract(descriptor(), scope)),
            Kind::List { items, length } => self.list(*items, length, checks, scope),
            Kind::Set(items) => self.list(*items, None, checks, scope),
            Kind::Tuple(kinds) => {
                let values: Vec<Node> = kinds
                    .iter()
                    .map(|kind| self.guess(*kind, None, &mut Vec::new()))
                    .collect();
                let plans = kinds.iter().enumerate().map(|(index, kind)| {
                    let inner = scope.within(&with_hole(&values, index), Some(&index.to_string()));
                    self.place(*kind, None, &inner)
                });
                Plan::Tuple(plans.collect())
            }
            Kind::Map { values, .. } => self.map(*values, checks, scope),
            _ => self.values(kind, checks, scope),
        }
    }

    fn values(&mut self, kind: Kind, checks: Option<&'static Checks>, scope: &Scope) -> Plan {
        let material = Material::new(kind, checks, self.judge.boundary.time());
        let regexes: Vec<String> = material.regexes().map(str::to_owned).collect();
        let drawn = regexes
            .iter()
            .flat_map(|regex| drawn_from(&Draw::Texts(regex.clone()), 16));
        let drawn = drawn.filter_map(|node| match node {
            Node::Text(text) => Some(text),
            _ => None,
        });
        let mut candidates = material.accepted(drawn.collect());
        match kind {
            Kind::Null => candidates.push(Node::Null),
            Kind::Foreign | Kind::Any => candidates.extend(of_every_type()),
            _ => {}
        }
        let mut pool = match material.is_free(checks) {
            true => candidates,
            false => self.judge.sound(scope, candidates),
        };
        let mut choices = draws(kind, &pool, &regexes).into_iter();
        let draw = choices.find(|draw| {
            let drawn = drawn_from(draw, 8);
            let enough = drawn.len() * 3 / 4;
            !drawn.is_empty()
                && (material.is_free(checks) || self.judge.sound(scope, drawn).len() >= enough.max(1))
        });
        pool.truncate(KEPT);
        Plan::Values(Values { pool, draw })
    }

    fn list(
        &mut self,
        items: Kind,
        length: Option<usize>,
        checks: Option<&'static Checks>,
        scope: &Scope,
    ) -> Plan {
        let material = Material::new(
            Kind::List {
                items: &Kind::Any,
                length,
            },
            checks,
            self.judge.boundary.time(),
        );
        let each = checks.and_then(Checks::each);
        let mut sizes = match length {
            Some(length) => vec![length],
            None => material.lengths(),
        };
        if length.is_none() {
            sizes.extend(SIZES);
        }
        sizes.retain(|size| *size <= LARGEST);
        sizes.sort_unstable();
        sizes.dedup();
        let least = material.lengths().first().copied().unwrap_or(1);
        let most = length.unwrap_or(least).clamp(1, LARGEST);
        let guess = self.guess(items, each, &mut Vec::new());
        let template = with_hole(&vec![guess; most], 0);
        let item = self.place(items, each, &scope.within(&template, Some("0")));
        if material.is_free(checks) && length.is_none() {
            // Nothing is said of the list itself, and its elements are sound one by one.
            let base = self.plans.base(&item);
            let pool = [0, 1, 3]
                .map(|size| Node::List(vec![base.clone(); size]))
                .to_vec();
            return Plan::List(List {
                item: Box::new(item),
                pool: self.judge.sound(scope, pool),
                order: Order::Any,
            });
        }
        let distinct = strategy::several(&self.plans, &item, sizes.last().copied().unwrap_or(0).min(64));
        let mut pool = Vec::new();
        let mut order = None;
        for size in sizes {
            let mut arrangements = arrangements(&distinct, size);
            if let (Some(node), true) = (distinct.first(), size > 1) {
                arrangements.push((Order::Any, vec![node.clone(); size]));
            }
            let lists = arrangements
                .iter()
                .map(|(_, items)| Node::List(items.clone()))
                .collect();
            let sound = self.judge.sound(scope, lists);
            let fits = |(_, items): &&(Order, Vec<Node>)| sound.contains(&Node::List(items.clone()));
            if let Some((fitting, items)) = arrangements.iter().find(fits) {
                pool.push(Node::List(items.clone()));
                let repeats = arrangements.last().as_ref().is_some_and(fits);
                if size > 1 && order.is_none() {
                    let ascends = arrangements.iter().filter(fits).count();
                    order = Some(match (*fitting, repeats, ascends) {
                        (Order::Any, true, 3..) => Order::Any,
                        (Order::Any, false, _) => Order::Distinct,
                        (_, _, 1) if *fitting == Order::Any => Order::Fixed,
                        (other, _, _) => other,
                    });
                }
            }
        }
        // Of lists that are all of another cost, the cheapest are the sound ones.
        let pool = self.judge.sound(scope, pool);
        let order = order.unwrap_or(Order::Fixed);
        Plan::List(List {
            item: Box::new(item),
            pool,
            order,
        })
    }

    fn map(&mut self, value: Kind, checks: Option<&'static Checks>, scope: &Scope) -> Plan {
        let time = self.judge.boundary.time();
        let any = Kind::Map {
            keys: &Kind::Any,
            values: &Kind::Any,
        };
        let material = Material::new(any, checks, time);
        let names = Material::new(Kind::Text { format: None }, checks.and_then(Checks::keys), time);
        let regexes: Vec<String> = names.regexes().map(str::to_owned).collect();
        let drawn = regexes
            .iter()
            .flat_map(|regex| drawn_from(&Draw::Texts(regex.clone()), 16));
        let drawn = drawn.filter_map(|node| match node {
            Node::Text(text) => Some(text),
            _ => None,
        });
        let candidates = names.accepted(drawn.collect());
        let mut keys: Vec<String> = Vec::new();
        let numbered = (0..8).flat_map(|number| [format!("k{number}"), number.to_string()]);
        let others = [
            "true",
            "550e8400-e29b-41d4-a716-446655440000",
            "2024-07-05",
            "192.0.2.1",
        ]
        .map(str::to_owned);
        let texts = candidates.into_iter().filter_map(|node| match node {
            Node::Text(text) => Some(text),
            _ => None,
        });
        let guess = self.guess(value, checks.and_then(Checks::values), &mut Vec::new());
        let mut tried = Vec::new();
        for key in texts.chain(numbered).chain(others) {
            let faults = self.key_faults(scope, &key, &guess);
            tried.extend(faults.map(|faults| (key, faults)));
        }
        // What is said of the map with a single entry is said of each of them.
        let fewest = tried.iter().map(|(_, faults)| *faults).min().unwrap_or(0);
        for (key, faults) in tried {
            if faults == fewest && !keys.contains(&key) {
                keys.push(key);
            }
        }
        let mut sizes = material.lengths();
        sizes.extend(SIZES);
        sizes.retain(|size| *size <= LARGEST);
        sizes.sort_unstable();
        sizes.dedup();
        // Many entries need many keys: more of the kind that was taken.
        let wanted = sizes.last().copied().unwrap_or(0);
        for number in 8..wanted.max(8) + 8 {
            if keys.len() > wanted {
                break;
            }
            let numbered = [
                format!("k{number}"),
                number.to_string(),
                format!("{}a", "a".repeat(number % 60)),
            ];
            let sound =
                |key: &String| !keys.contains(key) && self.key_faults(scope, key, &guess) == Some(fewest);
            let found = numbered
                .into_iter()
                .find(|key| keys.iter().any(|known| alike(known, key)) && sound(key));
            keys.extend(found);
        }
        let key = keys.first().cloned().unwrap_or_default();
        let inner = scope.within(&Node::object([(key.clone(), Node::Hole)]), Some(&key));
        let plan = self.place(value, checks.and_then(Checks::values), &inner);
        let base = self.plans.base(&plan);
        let maps = sizes.into_iter().filter(|size| *size <= keys.len());
        let maps =
            maps.map(|size| Node::object(keys.iter().take(size).map(|key| (key.clone(), base.clone()))));
        let pool = self.judge.sound(scope, maps.collect());
        keys.truncate(64);
        Plan::Map(Map {
            value: Box::new(plan),
            keys,
            pool,
        })
    }

    /// How many faults there are with a single entry; `None` if one is of the entry.
    fn key_faults(&self, scope: &Scope, key: &str, value: &Node) -> Option<usize> {
        let inner = scope.within(&Node::object([(key.to_owned(), Node::Hole)]), Some(key));
        match self.judge.node(&inner.template.fill(value)) {
            None => Some(0),
            Some(violations) => {
                let here = violations
                    .iter()
                    .any(|violation| inner.covers(violation.pointer()));
                (!here).then(|| violations.len() + violations.truncated())
            }
        }
    }
}

/// The list with a hole at an index.
pub(super) fn with_hole(values: &[Node], hole: usize) -> Node {
    let value = |(index, value): (usize, &Node)| if index == hole { Node::Hole } else { value.clone() };
    Node::List(values.iter().enumerate().map(value).collect())
}

/// Whether two keys are of one kind, as far as one sees.
fn alike(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    digits(one) == digits(other)
}
