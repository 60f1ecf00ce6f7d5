//! Small patterns as tables: one look-up for each byte of the text, without a start-up and without memory.

use std::collections::HashMap;

use regex_automata::Anchored;
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;

/// The most states that a table may have. What needs more is left to the engines of `regex`.
const STATES: u32 = 256;

/// The most that the automaton may take on the way to a table, in bytes.
const BYTES: usize = 1 << 20;

/// The state from which nothing matches any more. Its row is the first.
const DEAD: u32 = 0;

/// A pattern that is anchored at both ends, as a table of states by classes of bytes.
pub(super) struct Table {
    /// The class of each byte: bytes of one class lead to the same states everywhere.
    classes: [u8; 256],
    /// For each state a row: the next state by class. A state is the place where its row starts.
    next: Vec<u32>,
    /// For each place where a row starts, whether the text may end there.
    accepting: Vec<bool>,
    start: u32,
}

impl Table {
    /// The table of a pattern; `None` if it would be large, or if the pattern needs what a table can't do.
    pub(super) fn new(anchored: &str) -> Option<Self> {
        let config = dense::Config::new()
            .minimize(true)
            .start_kind(StartKind::Anchored)
            .dfa_size_limit(Some(BYTES))
            .determinize_size_limit(Some(BYTES));
        let automaton = dense::Builder::new().configure(config).build(anchored).ok()?;
        let first = automaton
            .start_state(&start::Config::new().anchored(Anchored::Yes))
            .ok()?;

        // All states that can be reached, numbered as they are found; the dead one is number 0.
        let mut numbers: HashMap<StateID, u32> = HashMap::new();
        let mut found: Vec<StateID> = Vec::new();
        let mut rows: Vec<[u32; 256]> = vec![[DEAD; 256]];
        let mut accepting = vec![false];
        let mut number = |state: StateID, found: &mut Vec<StateID>| -> Option<u32> {
            if automaton.is_quit_state(state) {
                return None;
            }
            if automaton.is_dead_state(state) {
                return Some(DEAD);
            }
            if let Some(known) = numbers.get(&state) {
                return Some(*known);
            }
            let number = u32::try_from(found.len() + 1)
                .ok()
                .filter(|number| *number < STATES)?;
            numbers.insert(state, number);
            found.push(state);
            Some(number)
        };
        let start = number(first, &mut found)?;
        let mut at = 0;
        while let Some(state) = found.get(at).copied() {
            let mut row = [DEAD; 256];
            for (byte, next) in (0..=u8::MAX).zip(&mut row) {
                *next = number(automaton.next_state(state, byte), &mut found)?;
            }
            rows.push(row);
            accepting.push(automaton.is_match_state(automaton.next_eoi_state(state)));
            at += 1;
        }
        Table::compress(&rows, &accepting, start)
    }

    /// Joins the bytes that lead to the same states everywhere, and numbers the states by the places of their rows.
    fn compress(rows: &[[u32; 256]], ends: &[bool], start: u32) -> Option<Self> {
        let mut columns: Vec<Vec<u32>> = Vec::new();
        let mut classes = [0; 256];
        for (byte, class) in classes.iter_mut().enumerate() {
            let column: Vec<u32> = rows.iter().filter_map(|row| row.get(byte).copied()).collect();
            let known = columns
                .iter()
                .position(|known| *known == column)
                .unwrap_or_else(|| {
                    columns.push(column);
                    columns.len() - 1
                });
            *class = u8::try_from(known).ok()?;
        }
        let width = u32::try_from(columns.len()).ok()?;
        let mut next = Vec::new();
        let mut accepting = Vec::new();
        for (row, end) in ends.iter().enumerate() {
            next.extend(
                columns
                    .iter()
                    .filter_map(|column| column.get(row))
                    .map(|state| state * width),
            );
            accepting.resize(next.len(), false);
            let place = next.len() - columns.len();
            *accepting.get_mut(place)? = *end;
        }
        Some(Table {
            classes,
            next,
            accepting,
            start: start * width,
        })
    }

    /// Whether the whole text matches.
    #[inline]
    pub(super) fn is_match(&self, text: &[u8]) -> bool {
        let mut state = self.start;
        for byte in text {
            let class = self.classes.get(usize::from(*byte)).copied().unwrap_or(0);
            match self.next.get(state as usize + usize::from(class)) {
                Some(next) if *next != DEAD => state = *next,
                _ => return false,
            }
        }
        self.accepting.get(state as usize) == Some(&true)
    }
}
