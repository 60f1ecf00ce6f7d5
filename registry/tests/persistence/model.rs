//! What a registry with a store should hold, as a map; held to it over drawn sequences of changes.

use std::collections::BTreeMap;
use std::path::Path;

use contracts_registry::{Document, Format, Kind, Registry};
use proptest::prelude::*;

/// A document that is drawn: there are few, so that they meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Drawn {
    place: usize,
    content: usize,
    /// How long it is: less than a page of the store, some pages, or many.
    size: usize,
}

/// Module, name and version.
const PLACES: [(&str, &str, &str); 6] = [
    ("app", "order", ""),
    ("app", "order", "1"),
    ("app", "order", "2"),
    ("app::web", "order", "1"),
    ("app::web", "refund", ""),
    ("mail", "letter", "1.0"),
];
const CONTENTS: usize = 4;
const SIZES: [usize; 3] = [10, 9_000, 120_000];

/// A change, as a caller makes it.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Register(Vec<Drawn>),
    Replace(Vec<Drawn>),
    Invalidate(usize),
    InvalidateModules(&'static str),
    InvalidateAll,
    Reset,
}

/// The content hash of the document of each place.
pub(crate) type State = BTreeMap<(String, String, String), u128>;

/// The documents of each place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Model(BTreeMap<usize, Drawn>);

impl Drawn {
    pub(crate) fn draw(rng: &mut fastrand::Rng) -> Self {
        Drawn {
            place: rng.usize(..PLACES.len()),
            content: rng.usize(..CONTENTS),
            size: rng.usize(..SIZES.len()),
        }
    }

    pub(crate) fn document(self) -> Document {
        let (module, name, version) = PLACES[self.place];
        let (content, filler) = (self.content, "x".repeat(SIZES[self.size]));
        let (format, text) = match self.content % 3 {
            0 => (
                Format::Json,
                format!(
                    r#"{{"x-perimeter": {{"module": "{module}", "name": "{name}", "version": "{version}", "zone": "core"}},
                    "maximum": {content}, "description": "{filler}"}}"#
                ),
            ),
            1 => (
                Format::Yaml,
                format!(
                    "x-perimeter: {{module: \"{module}\", name: {name}, version: \"{version}\", zone: core}}\n\
                     maximum: {content}\ndescription: {filler}\n"
                ),
            ),
            _ => (
                Format::Toml,
                format!(
                    "maximum = {content}\ndescription = '{filler}'\n[x-perimeter]\n\
                     module = '{module}'\nname = '{name}'\nversion = '{version}'\nzone = 'core'\n"
                ),
            ),
        };
        // An empty version is none.
        let text = match version {
            "" => text
                .replace(r#", "version": """#, "")
                .replace(", version: \"\"", "")
                .replace("version = ''\n", ""),
            _ => text,
        };
        Document::parse(format, &text).unwrap()
    }
}

impl Step {
    pub(crate) fn draw(rng: &mut fastrand::Rng) -> Self {
        let many = |rng: &mut fastrand::Rng| (0..rng.usize(1..4)).map(|_| Drawn::draw(rng)).collect();
        match rng.usize(..16) {
            0..6 => Step::Register(many(rng)),
            6..11 => Step::Replace(many(rng)),
            11..14 => Step::Invalidate(rng.usize(..PLACES.len())),
            14 => Step::InvalidateModules("app::**"),
            _ => Step::InvalidateAll,
        }
    }

    /// Makes the change. Whether it was made; it is refused only where another document stands.
    pub(crate) fn make(&self, registry: &Registry) -> bool {
        let documents =
            |drawn: &[Drawn]| -> Vec<Document> { drawn.iter().map(|drawn| drawn.document()).collect() };
        let made = match self {
            Step::Register(drawn) => registry.register_all(documents(drawn)).map(drop),
            Step::Replace(drawn) => registry.replace_all(documents(drawn)).map(drop),
            Step::Invalidate(place) => {
                let (module, name, _) = PLACES[*place];
                registry.invalidate(module, name).map(drop)
            }
            Step::InvalidateModules(pattern) => registry.invalidate_modules(pattern).map(drop),
            Step::InvalidateAll => registry.invalidate_all().map(drop),
            Step::Reset => registry.reset(),
        };
        if let Err(error) = &made {
            assert_eq!(error.kind(), Kind::Duplicate, "{error}");
        }
        made.is_ok()
    }
}

impl Model {
    /// The same of the map.
    pub(crate) fn make(&mut self, step: &Step) -> bool {
        match step {
            Step::Register(drawn) => {
                let mut next = self.0.clone();
                for drawn in drawn {
                    let known = *next.entry(drawn.place).or_insert(*drawn);
                    if known != *drawn {
                        return false;
                    }
                }
                self.0 = next;
            }
            Step::Replace(drawn) => self.0.extend(drawn.iter().map(|drawn| (drawn.place, *drawn))),
            Step::Invalidate(place) => {
                let (module, name, _) = PLACES[*place];
                self.0
                    .retain(|at, _| (PLACES[*at].0, PLACES[*at].1) != (module, name));
            }
            Step::InvalidateModules(_) => self.0.retain(|at, _| !PLACES[*at].0.starts_with("app")),
            Step::InvalidateAll => self.0.clear(),
            Step::Reset => {}
        }
        true
    }

    pub(crate) fn state(&self) -> State {
        let state = self.0.iter().map(|(place, drawn)| {
            let (module, name, version) = PLACES[*place];
            let key = (module.to_owned(), name.to_owned(), version.to_owned());
            (key, drawn.document().content_hash().get())
        });
        state.collect()
    }
}

/// What a registry has.
pub(crate) fn state(registry: &Registry) -> State {
    let documents = registry.list();
    let state = documents.iter().map(|handle| {
        let key = [handle.module(), handle.name(), handle.version()].map(str::to_owned);
        (key.into(), handle.document().unwrap().content_hash().get())
    });
    state.collect()
}

pub(crate) fn open(path: &Path) -> Registry {
    Registry::builder().store(path).build().unwrap()
}

fn drawn() -> impl Strategy<Value = Drawn> {
    (0..PLACES.len(), 0..CONTENTS, 0..SIZES.len()).prop_map(|(place, content, size)| Drawn {
        place,
        content,
        size,
    })
}

fn step() -> impl Strategy<Value = Step> {
    let some = || proptest::collection::vec(drawn(), 1..4);
    prop_oneof![
        4 => some().prop_map(Step::Register),
        4 => some().prop_map(Step::Replace),
        2 => (0..PLACES.len()).prop_map(Step::Invalidate),
        1 => Just(Step::InvalidateModules("app::**")),
        1 => Just(Step::InvalidateAll),
        1 => Just(Step::Reset),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(24) })]

    #[test]
    fn a_store_holds_what_a_map_would(steps in proptest::collection::vec((step(), any::<bool>()), 1..12)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("contracts.redb");
        let mut registry = open(&path);
        let mut model = Model::default();
        for (step, again) in &steps {
            prop_assert_eq!(step.make(&registry), model.make(step));
            prop_assert_eq!(state(&registry), model.state());
            if *again {
                drop(registry);
                registry = open(&path);
                prop_assert_eq!(state(&registry), model.state());
            }
        }
        drop(registry);
        prop_assert_eq!(state(&open(&path)), model.state());
    }
}
