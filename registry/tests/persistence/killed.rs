//! A process that is killed while it changes documents as fast as it can.

use std::env;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::model::{Model, Step, open, state};

const STORE: &str = "PERIMETER_TEST_STORE";
const SEED: &str = "PERIMETER_TEST_SEED";

/// How often a file is used, so that new ones are killed too while they come to be.
const ROUNDS_OF_A_FILE: usize = 25;

/// The process that is killed: it says what came of each change after the call has returned.
#[test]
#[ignore = "it is run by the tests below, as a process of its own"]
fn child() {
    let (Some(path), Ok(seed)) = (env::var_os(STORE), env::var(SEED)) else {
        return;
    };
    let registry = open(Path::new(&path));
    let mut rng = fastrand::Rng::with_seed(seed.parse().unwrap());
    loop {
        let said = match Step::draw(&mut rng).make(&registry) {
            true => "\nmade\n",
            false => "\nrefused\n",
        };
        let mut output = std::io::stdout().lock();
        // When nobody reads any more, there is nothing left to do.
        if output
            .write_all(said.as_bytes())
            .and_then(|()| output.flush())
            .is_err()
        {
            return;
        }
    }
}

#[test]
fn what_was_acknowledged_outlives_a_kill() {
    kill(25, 0x5eed);
}

/// `cargo test -p contracts-registry --all-features --test persistence -- --ignored a_thousand_kills`
#[test]
#[ignore = "takes minutes"]
fn a_thousand_kills() {
    kill(1000, fastrand::u64(..));
}

fn kill(rounds: usize, seed: u64) {
    let mut rng = fastrand::Rng::with_seed(seed);
    let folder = tempfile::tempdir().unwrap();
    let mut model = Model::default();
    let (mut acknowledged, mut beyond) = (0, 0);
    for round in 0..rounds {
        if round % ROUNDS_OF_A_FILE == 0 {
            model = Model::default();
        }
        let path = folder.path().join(format!("{}.redb", round / ROUNDS_OF_A_FILE));
        let steps = rng.u64(..);
        let said = run_and_kill(&path, steps, &mut rng);
        acknowledged += said.len();
        let mut steps = fastrand::Rng::with_seed(steps);
        for made in said {
            assert_eq!(
                model.make(&Step::draw(&mut steps)),
                made,
                "round {round} of seed {seed}"
            );
        }
        let mut one_more = model.clone();
        one_more.make(&Step::draw(&mut steps));
        let found = state(&open(&path));
        if found != model.state() {
            // The change that was under way is there whole.
            assert_eq!(found, one_more.state(), "round {round} of seed {seed}");
            model = one_more;
            beyond += 1;
        }
    }
    assert!(acknowledged > rounds, "{acknowledged} changes in {rounds} rounds");
    let summary = format!("{rounds} kills, {acknowledged} acknowledged changes, {beyond} more were there\n");
    std::io::stdout().write_all(summary.as_bytes()).unwrap();
}

/// Gives what the process said of its changes, in their order, until it was killed.
fn run_and_kill(path: &Path, seed: u64, rng: &mut fastrand::Rng) -> Vec<bool> {
    let mut child = start(path, seed);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said = Vec::new();
    // Some are killed before they have said anything: while the store is opened, or created.
    let enough = rng.usize(..12);
    while said.len() < enough {
        let line = lines
            .next()
            .expect("the process goes on until it is killed")
            .unwrap();
        said.extend(verdict(&line));
    }
    let most = 1 << rng.u32(10..21);
    for _ in 0..rng.u64(..most) {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    for line in lines {
        said.extend(verdict(&line.unwrap()));
    }
    said
}

fn start(path: &Path, seed: u64) -> Child {
    Command::new(env::current_exe().unwrap())
        .args([
            "killed::child",
            "--exact",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(STORE, path)
        .env(SEED, seed.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

fn verdict(line: &str) -> Option<bool> {
    match line {
        "made" => Some(true),
        "refused" => Some(false),
        _ => None,
    }
}
