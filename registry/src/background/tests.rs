//! Jobs that panic, end, hang, and stop.

use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Barrier};
use std::time::Duration;

use super::*;

/// Long enough for any machine; nothing waits so long unless it has failed.
const LONG: Duration = Duration::from_secs(60);

const AT_ONCE: Backoff = Backoff {
    first: Duration::ZERO,
    most: Duration::ZERO,
    well: Duration::MAX,
};

fn told() -> (Vec<Restarted>, Receiver<Job>) {
    let (tell, told) = mpsc::channel();
    let restarted = Restarted(Arc::new(move |job: &Job| drop(tell.send(job.clone()))));
    (vec![restarted], told)
}

/// Waits until there is nothing else to do than to stop.
fn idle(signal: &Signal) {
    while signal.wait(LONG) != Woken::Stop {}
}

#[test]
fn a_panic_is_told_and_the_work_starts_again() {
    let (restarted, told) = told();
    let (say, said) = mpsc::channel();
    let mut background = Background::default();
    let mut runs = 0;
    let work = move |signal: &Arc<Signal>| {
        runs += 1;
        say.send(runs).unwrap();
        assert!(runs > 2, "run {runs}");
        idle(signal);
    };
    background.start("job", AT_ONCE, restarted, work).unwrap();
    for run in 1..=3 {
        assert_eq!(said.recv_timeout(LONG), Ok(run));
    }
    let panics: Vec<Job> = told.try_iter().collect();
    let said: Vec<_> = panics.iter().map(|job| (job.restarts(), job.failure())).collect();
    assert_eq!(said, [(1, Some("run 1")), (2, Some("run 2"))]);
    assert!(panics.iter().all(|job| job.state() == JobState::Waiting));

    let jobs = background.jobs();
    assert_eq!(jobs.len(), 1);
    assert_eq!(
        (jobs[0].name(), jobs[0].state(), jobs[0].restarts()),
        ("job", JobState::Running, 2)
    );
    assert!(background.shutdown(LONG));
    assert_eq!(background.jobs()[0].state(), JobState::Ended);
}

#[test]
fn work_that_is_done_is_not_started_again() {
    let (restarted, told) = told();
    let mut background = Background::default();
    background.start("job", AT_ONCE, restarted, |_| ()).unwrap();
    assert!(background.shutdown(LONG));
    assert_eq!(background.jobs()[0].restarts(), 0);
    assert!(told.try_recv().is_err());
}

#[test]
fn a_job_stops_while_it_waits_to_be_started_again() {
    let (restarted, told) = told();
    let mut background = Background::default();
    let forever = Backoff {
        first: Duration::MAX,
        most: Duration::MAX,
        ..AT_ONCE
    };
    background
        .start("job", forever, restarted, |_| panic!("at once"))
        .unwrap();
    assert_eq!(told.recv_timeout(LONG).unwrap().state(), JobState::Waiting);
    assert!(background.shutdown(LONG));
    assert_eq!(background.jobs()[0].state(), JobState::Ended);
}

#[test]
fn a_handler_that_panics_breaks_nothing() {
    let (mut restarted, told) = told();
    restarted.insert(0, Restarted(Arc::new(|_| panic!("a handler"))));
    let mut background = Background::default();
    let mut first = true;
    let work = move |signal: &Arc<Signal>| {
        assert!(!std::mem::take(&mut first), "the work");
        idle(signal);
    };
    background.start("job", AT_ONCE, restarted, work).unwrap();
    assert_eq!(told.recv_timeout(LONG).unwrap().failure(), Some("the work"));
    assert!(background.shutdown(LONG));
    assert_eq!(background.jobs()[0].restarts(), 1);
}

#[test]
fn what_hangs_is_waited_for_no_longer_than_said() {
    let (release, released) = mpsc::channel::<()>();
    let mut background = Background::default();
    background
        .start("job", AT_ONCE, Vec::new(), move |_| {
            let _ = released.recv_timeout(LONG);
        })
        .unwrap();
    assert!(!background.shutdown(Duration::ZERO));
    assert_eq!(background.jobs()[0].state(), JobState::Running);
    release.send(()).unwrap();
    assert!(background.shutdown(LONG));
}

#[test]
fn a_job_does_not_wait_for_itself() {
    let (say, said) = mpsc::channel();
    let (give, given) = mpsc::channel::<Arc<Background>>();
    let mut background = Background::default();
    let work = move |_: &Arc<Signal>| {
        let background = given.recv_timeout(LONG).unwrap();
        say.send(background.shutdown(LONG)).unwrap();
    };
    background.start("job", AT_ONCE, Vec::new(), work).unwrap();
    let background = Arc::new(background);
    give.send(background.clone()).unwrap();
    assert_eq!(said.recv_timeout(LONG / 2), Ok(false));
    assert!(background.shutdown(LONG));
}

#[test]
fn dropping_ends_the_threads_and_what_they_hold() {
    let held = Arc::new(());
    let started = Arc::new(Barrier::new(2));
    let mut background = Background::default();
    let (holds, starts) = (held.clone(), started.clone());
    let work = move |signal: &Arc<Signal>| {
        starts.wait();
        idle(signal);
        assert_eq!(*holds, ());
    };
    background.start("job", AT_ONCE, Vec::new(), work).unwrap();
    started.wait();
    drop(background);
    assert_eq!(Arc::strong_count(&held), 1);
}

#[test]
fn a_status_reads_as_a_sentence() {
    let mut job = Job {
        name: "watch",
        state: JobState::Running,
        restarts: 0,
        failure: None,
    };
    assert_eq!(job.to_string(), "the job `watch` is running");
    job.restarts = 3;
    job.failure = Some(Arc::from("oh\nno"));
    assert_eq!(
        job.to_string(),
        "the job `watch` is running, after 3 panics, of which the last said: oh\\nno"
    );
}
