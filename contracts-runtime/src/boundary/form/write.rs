//! A form as a JSON text, and which part of the one is which part of the other.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::members::{self, Tags};
use super::pairs::{Flaw, pairs};
use super::scalar::{self, Elements};
use crate::descriptor::ContractDescriptor;
use crate::json::push_string;

/// Writes the object that a form stands for: a member for each pair, and for the names of lists one with all of their
/// values, behind the others.
pub(super) fn write(
    form: &[u8],
    contract: &'static ContractDescriptor,
    stops: &mut Stops,
) -> Result<String, Flaw> {
    let tags = Tags::of(form);
    let mut text = String::with_capacity(form.len().saturating_mul(2));
    let mut lists = Lists::default();
    stops.pass(0, 0..form.len());
    text.push('{');
    for (key, value) in pairs(form) {
        let (name, content) = (key.decoded()?, value.decoded()?);
        let kind = members::member(contract, &name, &tags);
        if let Some(elements) = kind.and_then(Elements::of) {
            lists.push(name, key.span(), elements, (&content, value.span()), stops);
            continue;
        }
        begin_member(&mut text, &name, key.span(), stops);
        stops.pass(text.len(), value.span());
        match kind {
            Some(kind) => scalar::push(&mut text, kind, &content),
            None => push_string(&mut text, &content),
        }
    }
    for list in lists.lists {
        begin_member(&mut text, &list.name, list.key, stops);
        let start = text.len();
        stops.pass(start, list.first);
        text.push_str(&list.text);
        text.push(']');
        for (at, span) in list.stops {
            stops.pass(start + at, span);
        }
    }
    stops.pass(text.len(), form.len()..form.len());
    text.push('}');
    Ok(text)
}

fn begin_member(text: &mut String, name: &str, key: Range<usize>, stops: &mut Stops) {
    if !text.ends_with('{') {
        text.push(',');
    }
    stops.pass(text.len(), key);
    push_string(text, name);
    text.push(':');
}

/// The lists of a form, in the order of their first values.
#[derive(Default)]
struct Lists<'f> {
    lists: Vec<List<'f>>,
    index: HashMap<Cow<'f, str>, usize>,
}

struct List<'f> {
    name: Cow<'f, str>,
    key: Range<usize>,
    elements: Elements,
    count: usize,
    /// Where the first value stands.
    first: Range<usize>,
    /// The array, still open.
    text: String,
    /// Where its elements start in `text`, and stand in the form.
    stops: Vec<(usize, Range<usize>)>,
}

impl<'f> Lists<'f> {
    fn push(
        &mut self,
        name: Cow<'f, str>,
        key: Range<usize>,
        elements: Elements,
        (content, span): (&str, Range<usize>),
        stops: &Stops,
    ) {
        let next = self.lists.len();
        let index = *self.index.entry(name.clone()).or_insert(next);
        if index == next {
            self.lists.push(List {
                name,
                key,
                elements,
                count: 0,
                first: span.clone(),
                text: String::from("["),
                stops: Vec::new(),
            });
        }
        let Some(list) = self.lists.get_mut(index) else {
            return;
        };
        if list.count > 0 {
            list.text.push(',');
        }
        if stops.asked() {
            list.stops.push((list.text.len(), span));
        }
        scalar::push(&mut list.text, list.elements.kind(list.count), content);
        list.count += 1;
    }
}

/// Which parts of the form some places of the text are.
#[derive(Debug)]
pub(super) struct Stops {
    /// The places that are asked for, in order.
    wanted: Vec<usize>,
    met: HashMap<usize, Range<usize>>,
}

impl Stops {
    /// No place.
    pub(super) fn unasked() -> Self {
        Stops::at(Vec::new())
    }

    /// These places.
    pub(super) fn at(mut wanted: Vec<usize>) -> Self {
        wanted.sort_unstable();
        Stops {
            wanted,
            met: HashMap::new(),
        }
    }

    fn asked(&self) -> bool {
        !self.wanted.is_empty()
    }

    /// What is written at `at` is that part of the form.
    fn pass(&mut self, at: usize, span: Range<usize>) {
        if self.wanted.binary_search(&at).is_ok() {
            self.met.insert(at, span);
        }
    }

    /// The part of the form that a place is.
    pub(super) fn span(&self, at: usize) -> Option<Range<usize>> {
        self.met.get(&at).cloned()
    }
}
