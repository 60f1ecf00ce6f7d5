//! What the example does not do, and what it says then.

use std::{
    ffi::OsString,
    fs,
    io::{self, Write},
};

use crate::{
    folder,
    intake::{self, Streams},
    order, run, text,
};

#[test]
fn what_makes_no_sense_is_said_with_what_would() {
    for (arguments, said) in [
        (
            &[][..],
            "error: --contract is missing\n\nusage: intake --contract NAME",
        ),
        (
            &["--contract"],
            "error: missing argument for option '--contract'\n",
        ),
        (
            &["--contract", "a", "--contract", "b"],
            "error: --contract is given more than once\n",
        ),
        (
            &["--contract", "a", "b", "c"],
            "error: INPUT is given more than once\n",
        ),
        (&["--contract", "a", "--fast"], "error: invalid option '--fast'\n"),
        (
            &["--contract", "a", "--array=yes"],
            "error: unexpected argument for option '--array': \"yes\"\n",
        ),
    ] {
        let run = run(arguments, "");
        assert_eq!((run.status, run.output.as_str()), (2, ""), "{arguments:?}");
        assert!(run.errors.starts_with(said), "{}", run.errors);
        assert!(run.errors.contains("usage: intake"), "{}", run.errors);
    }
}

#[test]
fn help_is_no_error() {
    for option in ["-h", "--help"] {
        let run = run(&[option], "");
        assert_eq!((run.status, run.errors.as_str()), (0, ""));
        assert!(run.output.starts_with("usage: intake --contract NAME"));
    }
}

#[test]
fn an_unknown_contract_is_said_with_the_nearest_and_all_others() {
    let run = run(&["--contract", "odrer"], "");
    assert_eq!((run.status, run.output.as_str()), (2, ""));
    let module = "intake::intake::contracts";
    assert_eq!(
        run.errors,
        format!(
            "error: there is no contract `odrer`; did you mean `order`?\nthe contracts are:\n  \
             customer ({module}::customer)\n  line ({module}::line)\n  order ({module}::order)\n  \
             sign_up ({module}::sign_up)\n"
        )
    );
}

#[test]
fn no_output_is_the_input_or_the_other_output() {
    let folder = folder("same");
    let [from, to, other] = ["in.jsonl", "to", "other"].map(|name| folder.join(name));
    let again = folder.join(".").join("in.jsonl");
    fs::write(&from, "{}\n").unwrap();
    fs::write(&to, "kept\n").unwrap();
    for (accepted, rejected, said) in [
        (
            &from,
            &to,
            format!("`{}`: it is `{}` too", text(&from), text(&from)),
        ),
        (
            &to,
            &again,
            format!("`{}`: it is `{}` too", text(&again), text(&from)),
        ),
        (
            &to,
            &to,
            format!("`{}`: it is the file of accepted items too", text(&to)),
        ),
    ] {
        let arguments = [
            "--accepted",
            text(accepted),
            "--rejected",
            text(rejected),
            text(&from),
        ];
        let run = run(&[&["--contract", "order"], &arguments[..]].concat(), "");
        assert_eq!((run.status, run.output.as_str()), (2, ""));
        assert_eq!(run.errors, format!("error: can't write to {said}\n"));
        // Nothing was emptied before that was noticed.
        assert_eq!(fs::read_to_string(&from).unwrap(), "{}\n");
        assert_eq!(fs::read_to_string(&to).unwrap(), "kept\n");
    }
    // One that is not there yet.
    let arguments = [
        "--accepted",
        text(&other),
        "--rejected",
        text(&other),
        text(&from),
    ];
    let run = run(&[&["--contract", "order"], &arguments[..]].concat(), "");
    assert_eq!(run.status, 2);
}

#[test]
fn what_can_not_be_read_is_said() {
    let folder = folder("unreadable");
    let missing = folder.join("missing.jsonl");
    for (arguments, said) in [
        (
            vec![text(&missing)],
            format!("error: can't open `{}`: ", text(&missing)),
        ),
        (
            vec!["--accepted", text(&folder)],
            format!("error: can't create `{}`: ", text(&folder)),
        ),
    ] {
        let run = run(&[&["--contract", "order"], &arguments[..]].concat(), "");
        assert_eq!((run.status, run.output.as_str()), (1, ""));
        assert!(run.errors.starts_with(&said), "{}", run.errors);
    }
}

#[test]
fn what_was_read_before_a_fault_of_the_array_is_written() {
    let to = folder("broken").join("accepted.json");
    let good = order(1);
    let run = run(
        &["--contract", "order", "--array", "--accepted", text(&to)],
        &format!("[{good}\n{good}]"),
    );
    assert_eq!((run.status, run.output.as_str()), (1, "1 accepted, 0 rejected\n"));
    assert_eq!(
        run.errors,
        "error: can't read standard input to its end: 2:1: is not JSON: expected `,` or `]`\n"
    );
    assert_eq!(fs::read_to_string(to).unwrap(), format!("[\n{good}\n]\n"));
}

#[test]
fn a_pipe_that_nobody_reads_is_said() {
    struct Broken;

    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    let run = |errors: &mut dyn Write| {
        let streams = Streams {
            input: &mut b"{}\n".as_slice(),
            output: &mut Broken,
            errors,
            bar: false,
        };
        intake::run(["--contract", "order"].map(OsString::from), streams)
    };
    let mut errors = Vec::new();
    assert_eq!(run(&mut errors), 1);
    assert_eq!(
        String::from_utf8(errors).unwrap(),
        "error: can't write to standard output: broken pipe\n"
    );
    // With nobody left to tell the status still says it.
    assert_eq!(run(&mut Broken), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    for option in ["--accepted", "--rejected"] {
        let input = format!("{}\n{{}}\n", order(1));
        let run = run(&["--contract", "order", option, "/dev/full"], &input);
        assert_eq!(run.status, 1);
        assert!(
            run.errors.starts_with("error: can't write to `/dev/full`: "),
            "{}",
            run.errors
        );
        assert!(run.output.starts_with("1 accepted, 1 rejected\n"));
    }
}
