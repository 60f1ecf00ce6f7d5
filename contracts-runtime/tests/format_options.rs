//! Options of formats: what they accept, and what they say of themselves.

use contracts_runtime::Kind;
use contracts_runtime::rules::{self, Rule, RuleInfo};

/// Asserts the verdicts of a rule on some texts.
fn assert_verdicts(rule: &impl Rule<str>, accepted: &[&str], rejected: &[&str]) {
    for text in accepted {
        assert!(rule.accepts(text), "{rule:?} rejects {text:?}");
    }
    for text in rejected {
        assert!(!rule.accepts(text), "{rule:?} accepts {text:?}");
    }
}

fn message(rule: &impl RuleInfo) -> String {
    struct Message<'a>(&'a dyn RuleInfo);

    impl std::fmt::Display for Message<'_> {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            self.0.message(&self.0.params(), f)
        }
    }

    Message(rule).to_string()
}

#[test]
fn html_email_is_what_browsers_take() {
    let label = "a".repeat(63);
    let long = format!("{}@{label}.{label}.{label}.{label}.{label}", "a".repeat(300));
    assert_verdicts(
        &rules::email().html(),
        &[
            "a@b",
            "a.b@c.d",
            ".a..b.@c",
            "!#$%&'*+/=?^_`{|}~-@a-b.c",
            "1@2",
            &format!("a@{label}"),
            &long,
        ],
        &[
            "",
            "a",
            "@b",
            "a@",
            "a@b.",
            "a@.b",
            "a@-b",
            "a@b-",
            "a@b..c",
            "a@b@c",
            "\"a\"@b",
            "a@[127.0.0.1]",
            "a b@c",
            "\u{e9}@b",
            "a@\u{e9}",
            "a@b\n",
            "a@b_c",
            &format!("a@{label}a"),
        ],
    );
}

#[cfg(feature = "pattern")]
#[test]
fn html_email_agrees_with_the_pattern_that_it_is_exported_as() {
    let keywords = rules::email().html().keywords(Kind::Text { format: None });
    let [("pattern", contracts_runtime::Param::Text(pattern))] = keywords.as_slice() else {
        panic!("{keywords:?}");
    };
    let pattern = rules::pattern(pattern.to_string().leak()).search();
    let pieces = [
        "a", "Z", "0", ".", "-", "@", "@", "_", " ", "\u{e9}", "\"", "[", "~", "bcd",
    ];
    let mut random = 1_u64;
    let mut accepted = 0;
    for _ in 0..50_000 {
        let mut text = String::from("a@");
        for _ in 0..6 {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let piece = usize::try_from(random >> 33).unwrap() % (pieces.len() + 4);
            text.push_str(pieces.get(piece).unwrap_or(&""));
            if random >> 62 == 3 {
                text = text.replacen("a@", "", 1);
            }
        }
        accepted += u32::from(pattern.accepts(&text));
        assert_eq!(
            rules::email().html().accepts(&text),
            pattern.accepts(&text),
            "{text:?}"
        );
    }
    assert!(accepted > 300, "{accepted}");
}

#[test]
fn deliverable_email_has_a_public_domain_and_no_quotes() {
    assert_verdicts(
        &rules::email().deliverable(),
        &[
            "ada@example.com",
            "a.b+c@d.e",
            "a@1.com",
            "a@xn--bcher-kva.example",
        ],
        &[
            "ada@localhost",
            "\"a\"@example.com",
            "a@[192.0.2.1]",
            "a@[IPv6:::1]",
            "a@192.0.2.1",
            "a@b.1",
            ".a@b.c",
            "a@b.",
            "",
        ],
    );
}

#[test]
fn idn_email_has_any_script() {
    assert_verdicts(
        &rules::email().idn(),
        &[
            "ada@example.com",
            "\u{7528}\u{6237}@\u{4f8b}\u{5b50}.example",
            "\u{e9}.\u{e9}@b",
            "\"\u{e9} \u{e9}\"@b",
            "a@b\u{fc}cher.example",
            "a@[192.0.2.1]",
        ],
        &[
            "",
            "\u{e9}",
            "\u{e9}@",
            "@\u{e9}",
            "\u{e9}..a@b",
            "\u{e9}.@b",
            "\u{e9} a@b",
            "a@-\u{e9}",
            "a@B\u{fc}cher",
            "a@\u{301}a",
            "\u{e9}@b\n",
        ],
    );
    // Octets count, of which each of these has two.
    let local = "\u{e9}".repeat(32);
    assert_verdicts(
        &rules::email().idn(),
        &[&format!("{local}@b")],
        &[&format!("{local}a@b")],
    );
}

#[test]
fn url_takes_the_schemes_it_is_given() {
    assert_verdicts(
        &rules::url().schemes(["ftp", "file", "postgres", "mailto"]),
        &[
            "ftp://example.com",
            "FTP:example.com",
            "file:///etc/hosts",
            "file:a",
            "file://C:/a",
            "file://host/a",
            "postgres://user:secret@[::1]:5432/db?a#b",
            "postgres:///db",
            "postgres:",
            "mailto:ada@example.com",
        ],
        &[
            "",
            "http://example.com",
            "ftps://example.com",
            "ftp://",
            "ftp",
            ":",
            "file://a:80/",
            "file://a b/",
            "postgres://user@/db",
            "postgres://:5432/db",
            "postgres://a:65536/db",
            "postgres://a:b/db",
            "postgres://[::1/db",
            "postgres://a b/db",
            "mailto:a\n",
            " mailto:a",
            "javascript:alert(1)",
        ],
    );
    assert_verdicts(
        &rules::url().schemes(["https"]),
        &["https://a"],
        &["http://a", "https", "https:"],
    );
}

#[test]
fn uuid_takes_the_version_it_is_given() {
    assert_verdicts(
        &rules::uuid().v4(),
        &[
            "550e8400-e29b-41d4-a716-446655440000",
            "550E8400-E29B-41D4-B716-446655440000",
        ],
        &[
            "550e8400-e29b-11d4-a716-446655440000",
            "550e8400-e29b-41d4-7716-446655440000",
            "550e8400-e29b-41d4-c716-446655440000",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
        ],
    );
    let text = |version: char| format!("019539a4-0000-{version}000-8000-000000000000");
    let uuid = rules::uuid();
    for (rule, version) in [
        (uuid.v1(), '1'),
        (uuid.v2(), '2'),
        (uuid.v3(), '3'),
        (uuid.v5(), '5'),
        (uuid.v6(), '6'),
        (uuid.v7(), '7'),
        (uuid.v8(), '8'),
    ] {
        assert_verdicts(
            &rule,
            &[&text(version)],
            &[&text('4'), &text('9'), &text('0'), ""],
        );
    }
}

#[test]
fn cidr_takes_a_version_and_networks() {
    assert_verdicts(&rules::cidr().v4(), &["192.0.2.7/24"], &["::/0"]);
    assert_verdicts(&rules::cidr().v6(), &["::/0"], &["192.0.2.7/24"]);
    assert_verdicts(
        &rules::cidr().network(),
        &[
            "192.0.2.0/24",
            "0.0.0.0/0",
            "192.0.2.7/32",
            "::/0",
            "2001:db8::/32",
            "::1/128",
        ],
        &[
            "192.0.2.7/24",
            "128.0.0.0/0",
            "2001:db8::1/32",
            "8000::/0",
            "::1/127",
        ],
    );
}

#[test]
fn host_and_port_may_do_without_the_port() {
    assert_verdicts(
        &rules::host_and_port().port_optional(),
        &["example.com", "192.0.2.1", "[::1]", "[::1]:80", "a:0"],
        &[
            "",
            "example.com:",
            ":80",
            "::1",
            "[::1]:",
            "a:65536",
            "192.0.2.256",
        ],
    );
}

#[test]
fn messages_and_parameters_tell_the_options() {
    assert_eq!(message(&rules::email()), "must be an e-mail address");
    assert_eq!(
        message(&rules::email().deliverable()),
        "must be an e-mail address with a public domain"
    );
    assert_eq!(
        message(&rules::url().schemes(["ftp", "sftp"])),
        "must be a URL with the scheme \"ftp\" or \"sftp\""
    );
    assert_eq!(message(&rules::uuid().v7()), "must be a UUID of version 7");
    assert_eq!(
        message(&rules::cidr().v4().network()),
        "must be an IPv4 network with a prefix length"
    );
    assert_eq!(rules::uuid().v7().params().get("version"), Some(&7_u8.into()));
    assert_eq!(
        rules::cidr().network().params().get("network"),
        Some(&true.into())
    );
    assert_eq!(rules::uuid().params().get("version"), None);
}

#[test]
fn keywords_say_no_more_than_the_rule() {
    let keyword = |rule: &dyn RuleInfo| rule.keywords(Kind::Text { format: None }).into_iter().next();
    assert_eq!(keyword(&rules::email()), Some(("format", "email".into())));
    assert_eq!(
        keyword(&rules::email().deliverable()),
        Some(("format", "email".into()))
    );
    assert_eq!(
        keyword(&rules::email().idn()),
        Some(("format", "idn-email".into()))
    );
    assert_eq!(
        keyword(&rules::email().html()).map(|(name, _)| name),
        Some("pattern")
    );
    assert_eq!(
        keyword(&rules::idn_hostname()),
        Some(("format", "idn-hostname".into()))
    );
    assert_eq!(keyword(&rules::url().schemes(["ftp"])), None);
}
