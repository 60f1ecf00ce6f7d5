//! The example `reload`, run on a folder that is edited meanwhile.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test over fixed inputs: what is missing is a failure"
)]

#[path = "../examples/reload.rs"]
mod reload;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver},
    time::{Duration, Instant},
};

/// Long enough for any machine; nothing waits so long unless it has failed.
const LONG: Duration = Duration::from_secs(60);

fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("example_reload")
        .join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn document(of: &str) -> String {
    format!("x-perimeter: {{module: shop, name: order, zone: external}}\ntype: {of}\n")
}

/// Waits for a line; others may come before it, such as that of a file that was seen while it was written.
fn until(said: &Receiver<String>, wanted: &str) {
    let started = Instant::now();
    let mut lines = Vec::new();
    while !lines.iter().any(|line: &String| line.starts_with(wanted)) {
        let left = LONG.saturating_sub(started.elapsed());
        let Ok(line) = said.recv_timeout(left) else {
            panic!("`{wanted}` was not said, but {lines:?}")
        };
        lines.push(line);
    }
}

#[test]
fn it_says_what_is_published_and_what_is_broken_and_where() {
    let folder = folder("story");
    let file = folder.join("order.yaml");
    let at = file.display();
    fs::write(&file, document("integer")).unwrap();
    let (say, said) = mpsc::channel();
    let ran = reload::run(
        &folder,
        move |line| drop(say.send(line.to_owned())),
        |registry| {
            until(&said, "shop::order is in force, for external data");
            until(&said, "watching ");

            fs::write(&file, document("objekt"))?;
            until(&said, &format!("{at}:2:7: /type: "));
            assert!(registry.named("order").unwrap().validate(b"12").is_ok());

            fs::write(&file, document("string"))?;
            until(&said, "shop::order is in force, in revision 1");
            until(&said, &format!("{at} is sound again"));

            fs::remove_file(&file)?;
            until(&said, "shop::order is gone, in revision 2");
            Ok(())
        },
    );
    ran.unwrap();
}

#[test]
fn it_does_not_start_with_a_broken_document() {
    let folder = folder("broken");
    fs::write(folder.join("order.yaml"), document("objekt")).unwrap();
    let ran = reload::run(&folder, |_| (), |_| panic!("it has started"));
    assert!(ran.unwrap_err().to_string().contains("order.yaml:2:7: /type: "));
}
