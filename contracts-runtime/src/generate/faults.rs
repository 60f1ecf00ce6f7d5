//! Documents with a single fault: at each place everything is tried that could be wrong there, and the contract says
//! what came of it.

use std::collections::HashMap;
use std::ptr;
use std::sync::Arc;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::descriptor::{Checks, FieldDescriptor, Tagging};
use crate::shape::Kind;

use super::collections::{lists, maps};
use super::explore::{UNKNOWN, with_hole};
use super::judge::{Judge, Scope};
use super::material::{Material, behind, of_every_type};
use super::node::{Member, Node, Style};
use super::plan::{BodyPlan, MemberPlan, Openness, Plan, Plans, content_token, token, wrapped};
use super::{Broken, Gap, strategy};

/// How many documents are kept for each pointer and code.
const KEPT: usize = 4;

/// How many other documents are tried where the simplest one shows no fault, such as of a rule with a condition.
const OTHERS: usize = 12;

/// A document with a fault, and what was put where.
#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) broken: Broken,
    pub(super) change: Option<(String, Node)>,
}

/// All that was found.
#[derive(Debug, Default)]
pub(super) struct Faults {
    pub(super) cases: Vec<Case>,
    pub(super) gaps: Vec<Gap>,
}

/// What is tried at a place.
struct Tried {
    pointer: String,
    codes: Vec<String>,
    nodes: Vec<Node>,
}

struct Search<'s> {
    judge: &'s Judge,
    plans: &'s Plans,
    cases: Vec<Case>,
    expected: Vec<(String, String)>,
    tried: Vec<Tried>,
    /// What broke a place of a contract that stands in several places, by the address of its rules.
    known: HashMap<usize, Vec<Node>>,
    trail: Vec<usize>,
    concealed: Option<String>,
    /// Whether the place is inside of an untagged enum, where faults of the structure are all that no variant fits.
    untagged: bool,
}

pub(super) fn search(plans: &Arc<Plans>, judge: &Judge) -> Faults {
    let mut search = Search {
        judge,
        plans,
        cases: Vec::new(),
        expected: Vec::new(),
        tried: Vec::new(),
        known: HashMap::new(),
        trail: Vec::new(),
        concealed: None,
        untagged: false,
    };
    search.contract(0, &Scope::root());
    search.elsewhere(plans);
    let Search { cases, expected, .. } = search;
    let found = |pointer: &str, code: &str| {
        let is = |case: &Case| case.broken.pointer == pointer && case.broken.code == code;
        cases.iter().any(is)
    };
    let mut gaps: Vec<Gap> = Vec::new();
    for (pointer, code) in expected {
        let gap = Gap { pointer, code };
        if !found(&gap.pointer, &gap.code) && !gaps.contains(&gap) {
            gaps.push(gap);
        }
    }
    Faults { cases, gaps }
}

impl Search<'_> {
    fn contract(&mut self, index: usize, scope: &Scope) {
        let plans = self.plans;
        let Some(contract) = plans.contracts.get(index) else {
            return;
        };
        if self.trail.contains(&index) {
            return;
        }
        self.trail.push(index);
        self.body(&contract.body, scope);
        self.trail.pop();
    }

    fn body(&mut self, body: &BodyPlan, scope: &Scope) {
        match body {
            BodyPlan::Record(members, openness) => self.record(members, *openness, scope),
            BodyPlan::Tuple(fields) => {
                let values: Vec<Node> = fields.iter().map(|(_, plan)| self.plans.base(plan)).collect();
                self.misfits(&values, scope);
                for (index, (field, plan)) in fields.iter().enumerate() {
                    let inner = scope.within(&with_hole(&values, index), Some(&index.to_string()));
                    self.concealing(field, &inner, |search| {
                        search.place(field.kind(), Some(field.checks()), plan, &inner);
                    });
                }
            }
            BodyPlan::One(checks, kind, plan) => self.place(*kind, *checks, plan, scope),
            BodyPlan::Unit => self.types(Kind::Null, scope),
            BodyPlan::Variants(tagging, variants) => {
                self.tags(
                    *tagging,
                    scope,
                    variants.iter().any(|variant| variant.descriptor.is_other()),
                );
                let outer = self.untagged;
                self.untagged |= *tagging == Tagging::Untagged;
                for variant in variants {
                    let template = wrapped(*tagging, variant.descriptor, Node::Hole);
                    let inner = scope.within(&template, content_token(*tagging, variant.descriptor));
                    if !matches!(variant.body, BodyPlan::Unit) {
                        self.body(&variant.body, &inner);
                    }
                }
                self.untagged = outer;
            }
        }
    }

    fn record(&mut self, members: &[MemberPlan], openness: Openness, scope: &Scope) {
        let base = self.plans.record(members, None);
        self.types(Kind::Null, scope);
        let Node::Object(parts) = &base else { return };
        let more = |member: Member| Node::Object(parts.iter().cloned().chain([member]).collect());
        if openness == Openness::Rejects {
            let unknown = more(Member::Named(UNKNOWN.to_owned(), Node::Null));
            self.structural(&format!("{}/{UNKNOWN}", scope.pointer), "unknown");
            self.attempt(scope, vec![unknown]);
        }
        for (index, member) in members.iter().enumerate() {
            let field = member.field;
            let template = self.plans.record(members, Some(index));
            let inner = scope.within(&template, token(field));
            if !field.is_flattened() {
                let name = field.wire_name();
                let once = Member::Named(name.to_owned(), self.plans.base(&member.plan));
                let without = |member: &&Member| !matches!(member, Member::Named(known, _) if known == name);
                let others = || parts.iter().filter(without).cloned();
                let twice = others().chain([once.clone(), once]);
                self.structural(&inner.pointer, "duplicate");
                self.attempt(scope, vec![Node::Object(twice.collect())]);
                if field.presence().required {
                    self.structural(&inner.pointer, "missing");
                    self.attempt(scope, vec![Node::Object(others().collect())]);
                }
            }
            self.concealing(field, &inner, |search| {
                let kind = behind(field.kind());
                search.place(kind, Some(field.checks()), &member.plan, &inner);
            });
        }
    }

    /// What the place of a secret holds is not told from the secret.
    fn concealing(&mut self, field: &FieldDescriptor, scope: &Scope, search: impl FnOnce(&mut Self)) {
        let outer = self.concealed.clone();
        if field.is_secret() && outer.is_none() {
            self.concealed = Some(scope.pointer.clone());
        }
        search(self);
        self.concealed = outer;
    }

    /// Arrays of another length.
    fn misfits(&mut self, values: &[Node], scope: &Scope) {
        self.types(Kind::Tuple(&[]), scope);
        let longer = values.iter().cloned().chain([Node::Null]).collect();
        let shorter = values
            .iter()
            .take(values.len().saturating_sub(1))
            .cloned()
            .collect();
        self.structural(&format!("{}/{}", scope.pointer, values.len()), "unknown");
        if let Some(last) = values.len().checked_sub(1) {
            self.structural(&format!("{}/{last}", scope.pointer), "missing");
        }
        self.attempt(scope, vec![Node::List(longer), Node::List(shorter)]);
    }

    /// Names of no variant, and none at all.
    fn tags(&mut self, tagging: Tagging, scope: &Scope, others: bool) {
        let name = Node::text("no such variant");
        let below = |tag: &str| format!("{}/{tag}", scope.pointer);
        let nodes = match tagging {
            Tagging::External => vec![
                name.clone(),
                Node::object([("no such variant".to_owned(), Node::Null)]),
            ],
            Tagging::Internal { tag } | Tagging::Adjacent { tag, .. } => {
                self.structural(&below(tag), "missing");
                let tagged = |value: Node| Node::object([(tag.to_owned(), value)]);
                vec![
                    Node::Object(Vec::new()),
                    tagged(name),
                    tagged(Node::number(&0)),
                    tagged(Node::Null),
                ]
            }
            Tagging::Untagged => Vec::new(),
        };
        if !others {
            match tagging {
                Tagging::Internal { tag } | Tagging::Adjacent { tag, .. } => {
                    self.structural(&below(tag), "variant");
                }
                Tagging::External | Tagging::Untagged => self.structural(&scope.pointer, "variant"),
            }
        }
        self.attempt(scope, nodes);
        self.attempt(scope, of_every_type());
    }

    /// Values of other types.
    fn types(&mut self, kind: Kind, scope: &Scope) {
        // What foreign types and any JSON refuse can't be known.
        if !matches!(
            behind(kind),
            Kind::Any | Kind::Foreign | Kind::Text { format: Some(_) }
        ) {
            self.structural(&scope.pointer, "type");
        }
        self.attempt(scope, of_every_type());
    }

    fn place(&mut self, kind: Kind, checks: Option<&'static Checks>, plan: &Plan, scope: &Scope) {
        let codes = self.codes(checks, scope);
        if let (Kind::Optional(kind), Plan::Optional(plan)) = (kind, plan) {
            return self.place(*kind, checks, plan, scope);
        }
        let mut nodes = Vec::new();
        let material = Material::new(kind, checks, self.judge.boundary.time());
        match plan {
            Plan::Values(values) => nodes.extend(material.rejected(&values.pool)),
            Plan::List(list) => nodes.extend(lists(
                &list.pool,
                &strategy::several(self.plans, &list.item, 4),
                &material,
            )),
            Plan::Map(map) => nodes.extend(maps(
                &map.pool,
                &map.keys,
                &self.plans.base(&map.value),
                &material,
            )),
            Plan::Optional(_) | Plan::Tuple(_) | Plan::Contract(_) => {}
        }
        let known = checks.map(|checks| ptr::from_ref(checks).addr());
        if let Some(known) = known.and_then(|known| self.known.get(&known)) {
            nodes.clone_from(known);
        }
        if !matches!(plan, Plan::Contract(_)) {
            self.types(kind, scope);
        }
        let hits = self.attempt(scope, nodes.clone());
        if let Some(known) = known {
            self.known.entry(known).or_insert(hits);
        }
        nodes.truncate(48);
        self.tried.push(Tried {
            pointer: scope.pointer.clone(),
            codes,
            nodes,
        });
        self.parts(kind, checks, plan, scope);
    }

    /// What a place holds.
    fn parts(&mut self, kind: Kind, checks: Option<&'static Checks>, plan: &Plan, scope: &Scope) {
        match (plan, kind) {
            (Plan::Contract(index), _) => self.contract(*index, scope),
            (Plan::Tuple(plans), Kind::Tuple(kinds)) => {
                let values: Vec<Node> = plans.iter().map(|plan| self.plans.base(plan)).collect();
                self.misfits(&values, scope);
                for (index, (plan, kind)) in plans.iter().zip(kinds).enumerate() {
                    let inner = scope.within(&with_hole(&values, index), Some(&index.to_string()));
                    self.place(*kind, None, plan, &inner);
                }
            }
            (Plan::List(list), Kind::List { items, .. } | Kind::Set(items)) => {
                let filled = list.pool.iter().find_map(|node| match node {
                    Node::List(items) if !items.is_empty() => Some(items),
                    _ => None,
                });
                if let Some(values) = filled {
                    let inner = scope.within(&with_hole(values, 0), Some("0"));
                    self.place(*items, checks.and_then(Checks::each), &list.item, &inner);
                }
            }
            (Plan::Map(map), Kind::Map { values: value, .. }) => {
                let filled = map.pool.iter().find_map(|node| match node {
                    Node::Object(members) if !members.is_empty() => Some(members),
                    _ => None,
                });
                let Some(members) = filled else { return };
                self.keys(checks.and_then(Checks::keys), members, scope);
                let mut members = members.clone();
                let Some(Member::Named(key, node)) = members.first_mut() else {
                    return;
                };
                *node = Node::Hole;
                let key = key.clone();
                let inner = scope.within(&Node::Object(members), Some(&key));
                self.place(*value, checks.and_then(Checks::values), &map.value, &inner);
            }
            _ => {}
        }
    }

    /// Keys that break a rule: their violations point at what they lead to.
    fn keys(&mut self, checks: Option<&'static Checks>, members: &[Member], scope: &Scope) {
        let Some(checks) = checks else { return };
        let material = Material::new(
            Kind::Text { format: None },
            Some(checks),
            self.judge.boundary.time(),
        );
        let Some(Member::Named(first, value)) = members.first() else {
            return;
        };
        let mut found = Vec::new();
        for node in material.rejected(&[Node::text(first.clone())]) {
            let Node::Text(key) = node else { continue };
            let rest = members.iter().skip(1).cloned();
            let renamed = Node::Object(
                std::iter::once(Member::Named(key, value.clone()))
                    .chain(rest)
                    .collect(),
            );
            let before = self.cases.len();
            self.attempt(scope, vec![renamed]);
            found.extend(
                self.cases
                    .iter()
                    .skip(before)
                    .map(|case| case.broken.code.clone()),
            );
        }
        for rule in checks.rules() {
            if !found.iter().any(|code| code == rule.code()) {
                self.expect(&scope.within(&Node::Hole, Some("*")).pointer, rule.code());
            }
        }
    }

    /// The codes that are expected at a place.
    fn codes(&mut self, checks: Option<&'static Checks>, scope: &Scope) -> Vec<String> {
        let Some(checks) = checks else { return Vec::new() };
        let codes: Vec<String> = checks.rules().iter().map(|rule| rule.code().to_owned()).collect();
        for code in &codes {
            self.expect(&scope.pointer, code);
        }
        codes
    }

    fn structural(&mut self, pointer: &str, code: &str) {
        if !self.untagged {
            self.expect(pointer, code);
        }
    }

    fn expect(&mut self, pointer: &str, code: &str) {
        match &self.concealed {
            Some(secret) if secret != pointer => {
                self.expected.push((secret.clone(), "conversion".to_owned()));
            }
            _ => self.expected.push((pointer.to_owned(), code.to_owned())),
        }
    }

    /// Tries values at a place, keeps the documents with one fault, and gives the values that made those.
    fn attempt(&mut self, scope: &Scope, nodes: Vec<Node>) -> Vec<Node> {
        let mut hits = Vec::new();
        for node in nodes {
            let document = scope.template.fill(&node);
            let change = Some((scope.pointer.clone(), node.clone()));
            if let Some(broken) = self.broken(&document) {
                let same =
                    |case: &&Case| case.broken.pointer == broken.pointer && case.broken.code == broken.code;
                if self.cases.iter().filter(same).count() < KEPT {
                    hits.push(node);
                    self.cases.push(Case { broken, change });
                }
            }
        }
        hits
    }

    fn broken(&self, document: &Node) -> Option<Broken> {
        broken(self.judge, document)
    }

    /// Tries what had no effect in documents that are not the simplest.
    fn elsewhere(&mut self, plans: &Arc<Plans>) {
        let lacks = |search: &Self, tried: &Tried| {
            tried.codes.iter().any(|code| {
                let is = |case: &Case| case.broken.pointer == tried.pointer && case.broken.code == *code;
                !search.cases.iter().any(is)
            })
        };
        let tried = std::mem::take(&mut self.tried);
        let open: Vec<Tried> = tried.into_iter().filter(|tried| lacks(self, tried)).collect();
        if open.is_empty() {
            return;
        }
        let documents = strategy::trees(plans, self.judge.clone());
        let mut runner = TestRunner::deterministic();
        for _ in 0..OTHERS {
            let Ok(tree) = documents.new_tree(&mut runner) else {
                return;
            };
            let document = tree.current();
            for tried in &open {
                for node in &tried.nodes {
                    if !lacks(self, tried) {
                        break;
                    }
                    let mut changed = document.clone();
                    if changed.put(&tried.pointer, node) {
                        let scope = Scope {
                            template: changed,
                            pointer: tried.pointer.clone(),
                        };
                        self.attempt(&scope, vec![node.clone()]);
                    }
                }
            }
        }
    }
}

/// The document with its fault, if that is the only one.
pub(super) fn broken(judge: &Judge, document: &Node) -> Option<Broken> {
    let document = document.json(Style::default());
    let violations = judge.text(&document)?;
    if violations.len() + violations.truncated() != 1 {
        return None;
    }
    let violation = violations.first();
    Some(Broken {
        pointer: violation.pointer().to_owned(),
        code: violation.code().to_owned(),
        document,
    })
}
