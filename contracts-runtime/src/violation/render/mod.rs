//! Reports over the text that they are about, with each place underlined.

mod mask;
mod names;
mod printable;
mod window;

use std::borrow::Cow;
use std::fmt;
use std::io::{self, IsTerminal, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::catalogue::English;
use super::{Catalogue, Place, Severity, Violation, Violations};
use crate::descriptor::ContractDescriptor;
use mask::Masks;
use names::Names;
use printable::printable;
use window::Window;

/// How many columns a line has unless it is set.
const WIDTH: usize = 100;

/// The least that there is room for a place in.
const NARROWEST: usize = 40;

/// How many characters of a pointer, a message or a code are shown.
const LONGEST: usize = 1000;

impl Violations {
    /// The report over the text that was read, for terminals and logs: each message with its line of the text, in which
    /// the place is underlined. Violations without a place are one line each.
    ///
    /// `text` is what was read, bytes or a `&str`, also where it is not UTF-8. If it is another text, what is underlined
    /// means nothing, and that is all that happens.
    ///
    /// ```
    /// use contracts_runtime::{Body, ContractDescriptor, Kind, Violation, Violations, Zone};
    ///
    /// static ORDER: ContractDescriptor =
    ///     ContractDescriptor::new("order", "shop", Zone::External, Body::Converted(Kind::Any));
    ///
    /// let text = "{\"size\": 7}";
    /// let report = Violations::one(Violation::new("sold_out", "is sold out").at("/size")).locate(text);
    /// assert_eq!(
    ///     report.render(text).named("order.json").of(&ORDER).to_string(),
    ///     "\
    /// error[sold_out]: /size: is sold out
    ///  --> order.json:1:10
    ///   |
    /// 1 | {\"size\": 7}
    ///   |          ^
    /// ",
    /// );
    /// ```
    #[must_use]
    pub fn render<'a>(&'a self, text: &'a (impl AsRef<[u8]> + ?Sized)) -> Rendering<'a> {
        Rendering {
            violations: self,
            text: text.as_ref(),
            name: "input",
            contract: None,
            renderer: Renderer::plain(),
            width: WIDTH,
            catalogue: &English,
        }
    }
}

/// A report over its text. Made by [`Violations::render`]; its `Display` draws.
///
/// # What is not shown
///
/// A line is a window of the text around the place, cut with `…` where it goes on. Characters that are not printable, or
/// change the direction of text, are escaped as `\u{202e}`, bytes that are not UTF-8 as `\xff`, tabs as `\t` where they
/// are not indentation. Of messages and pointers 1,000 characters are shown.
///
/// Values of [secret](crate::FieldDescriptor::is_secret) fields are `***`, however long they are. They are found by name,
/// because a text with faults need not have them where the contract has: the value of every member that is called like
/// a secret field of the contract, or of one inside, wherever it stands. So is that of every member whose name is nearly
/// such a name, is one but for case, `_` and `-`, or has escapes in it. A secret that has no name, as in a tuple, hides what is around it up
/// to the next name. If there are secrets at all, nothing is shown behind a byte where the text stops being JSON, and then
/// also nothing behind the first secret that is an object or array, whose end is not known for sure.
///
/// Which names these are the [contract](Violations::contract) says. A report without one, which was read or made by hand,
/// needs [`of`](Self::of): otherwise nothing of the text is shown.
///
/// # Cost
///
/// The text is walked once if there are secrets, and up to 1024 names of members are compared with those of secrets; any
/// others are taken for secrets. The rest depends on the number of violations and the width, and not on the text: one line of
/// 2 MiB takes no longer than a short one. Where a contract holds types that are only serde's, the secrets are those of all
/// contracts of the program, which are gathered anew.
#[derive(Clone)]
pub struct Rendering<'a> {
    violations: &'a Violations,
    text: &'a [u8],
    name: &'a str,
    contract: Option<&'static ContractDescriptor>,
    renderer: Renderer,
    width: usize,
    catalogue: &'a dyn Catalogue,
}

impl<'a> Rendering<'a> {
    /// Sets what the text is called, such as the name of a file; `input` at first.
    #[must_use]
    pub fn named(self, name: &'a str) -> Self {
        Rendering { name, ..self }
    }

    /// Says by which contract the text is to be masked. Where the report knows one itself, the secrets of both are
    /// masked.
    ///
    /// ```
    /// use contracts_runtime::{Body, ContractDescriptor, FieldDescriptor, Kind, Violation, Violations, Zone};
    ///
    /// static FIELDS: [FieldDescriptor; 1] = [FieldDescriptor::new("pin", Kind::Any).concealed()];
    /// static CARD: ContractDescriptor =
    ///     ContractDescriptor::new("card", "bank", Zone::External, Body::Record(&FIELDS));
    ///
    /// let text = "{\"pin\": 1234}";
    /// let report = Violations::one(Violation::new("weak", "is too simple").at("/pin")).locate(text);
    /// assert!(!report.render(text).to_string().contains("{"));
    /// assert!(report.render(text).of(&CARD).to_string().contains("{\"pin\": ***}"));
    /// ```
    #[must_use]
    pub fn of(self, contract: &'static ContractDescriptor) -> Self {
        Rendering {
            contract: Some(contract),
            ..self
        }
    }

    /// Draws in colours, by escape sequences of ANSI (ECMA-48). Without this it draws in none.
    ///
    /// ```
    /// use contracts_runtime::{Violation, Violations};
    ///
    /// let report = Violations::one(Violation::from("is wrong"));
    /// assert_eq!(report.render("").to_string(), "error[custom]: is wrong\n");
    /// assert!(report.render("").coloured().to_string().contains("\u{1b}["));
    /// ```
    #[must_use]
    pub fn coloured(self) -> Self {
        Rendering {
            renderer: Renderer::styled(),
            ..self
        }
    }

    /// Sets how many columns a line of the text may take with what stands before it; 100 at first, at least 40.
    #[must_use]
    pub fn width(self, columns: usize) -> Self {
        Rendering {
            width: columns.max(NARROWEST),
            ..self
        }
    }

    /// Takes messages from this catalogue.
    ///
    /// ```
    /// use contracts_runtime::{Templates, Violation, Violations};
    ///
    /// let german = Templates::new([("taken", "ist vergeben")])?;
    /// let report = Violations::one(Violation::new("taken", "is taken"));
    /// assert_eq!(report.render("").in_language(&german).to_string(), "error[taken]: ist vergeben\n");
    /// # Ok::<(), contracts_runtime::TemplateError>(())
    /// ```
    #[must_use]
    pub fn in_language(self, catalogue: &'a dyn Catalogue) -> Self {
        Rendering { catalogue, ..self }
    }

    /// Writes it to a stream, in colours if that is a terminal and the environment has no variable `NO_COLOR` with a value
    /// (<https://no-color.org>).
    ///
    /// # Errors
    ///
    /// Those of the stream.
    ///
    /// ```no_run
    /// # fn show(report: &contracts_runtime::Violations, text: &str) -> std::io::Result<()> {
    /// report.render(text).named("stdin").write_to(&mut std::io::stderr())
    /// # }
    /// ```
    pub fn write_to(&self, stream: &mut (impl Write + IsTerminal)) -> io::Result<()> {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let renderer = match stream.is_terminal() && !refused {
            true => Renderer::styled(),
            false => Renderer::plain(),
        };
        let shown = Rendering {
            renderer,
            ..self.clone()
        };
        write!(stream, "{shown}")
    }

    /// What to hide; `None` if that is not known.
    fn masks(&self) -> Option<Masks> {
        let contracts = [self.violations.contract(), self.contract];
        let contracts: Vec<_> = contracts.into_iter().flatten().collect();
        if contracts.is_empty() {
            return None;
        }
        Some(Masks::of(self.text, &mut Names::of(&contracts)))
    }

    fn block(&self, violation: &Violation, masks: Option<&Masks>) -> String {
        let level = match violation.severity() {
            Severity::Error => Level::ERROR,
            Severity::Warn => Level::WARNING.with_name(printable(&self.catalogue.warning(), LONGEST)),
        };
        let message = printable(&violation.message_in(self.catalogue), LONGEST);
        let title = match violation.pointer() {
            "" => message,
            pointer => format!("{}: {message}", printable(pointer, LONGEST)),
        };
        let code = printable(violation.code(), LONGEST);
        let head = Group::with_title(level.clone().primary_title(title).id(code));
        let Some(place) = &violation.0.place else {
            return self.drawn(head);
        };
        let head = self.drawn(head.element(self.origin(place)));
        let Some(masks) = masks else { return head };
        let digits = place.line.to_string().len();
        // What stands before the line: its number, a bar, two spaces.
        let room = self.width.saturating_sub(digits + 3);
        let Window { line, underlined } = window::around(self.text, &place.span, masks, room);
        let underline = AnnotationKind::Primary.span(underlined);
        let snippet = Snippet::source(line).line_start(place.line).annotation(underline);
        // The columns of a snippet are those of its source, which is a part of the line: the place stands apart from it, and
        // is moved to the bar.
        let head = head.replacen('\n', &format!("\n{:1$}", "", digits - 1), 1);
        format!(
            "{head}\n{}",
            self.drawn(Group::with_level(level).element(snippet))
        )
    }

    fn drawn(&self, group: Group<'_>) -> String {
        // The line was cut already, and with its place in it.
        self.renderer.clone().term_width(10 * LONGEST).render(&[group])
    }

    fn origin(&self, place: &Place) -> Origin<'static> {
        Origin::path(Cow::Owned(printable(self.name, LONGEST)))
            .line(place.line)
            .char_column(place.column)
    }
}

impl fmt::Display for Rendering<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let masks = self.masks();
        for (index, violation) in self.violations.iter().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            writeln!(f, "{}", self.block(violation, masks.as_ref()))?;
        }
        match self.violations.truncated() {
            0 => Ok(()),
            more => writeln!(f, "\n{}", printable(&self.catalogue.more(more), LONGEST)),
        }
    }
}

/// The text is not shown: it may hold secrets.
impl fmt::Debug for Rendering<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rendering")
            .field("violations", &self.violations)
            .field("name", &self.name)
            .field("width", &self.width)
            .finish_non_exhaustive()
    }
}
