//! The grammar of ECMA-262's patterns with the flag `u`, read in a constant: an expression that is none, or needs more
//! than linear time, does not compile.
//!
//! What is left to the first use is the names of properties, as in `\p{Lu}`. Names of groups are stepped over.

/// Where the text is read, and what comes next.
#[derive(Clone, Copy)]
struct Cursor<'p> {
    text: &'p [u8],
    at: usize,
    /// What is wrong. Then the cursor stands at the end.
    fault: Option<&'static str>,
}

/// An element of a class.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Atom {
    /// A character.
    One(u32),
    /// A set, such as `\d`.
    Set,
}

/// What is wrong with a pattern, if anything is.
pub(super) const fn fault(pattern: &str) -> Option<&'static str> {
    let mut cursor = Cursor {
        text: pattern.as_bytes(),
        at: 0,
        fault: None,
    };
    let mut open = 0_usize;
    // Whether something stands before that a quantifier can repeat.
    let mut repeatable = false;
    while cursor.at < cursor.text.len() {
        let byte = cursor.peek();
        cursor = cursor.over(1);
        cursor = match byte {
            b'\\' if cursor.peek() == b'b' => cursor.over(1),
            b'\\' => cursor.escape(false).1,
            b'[' => cursor.class(),
            b'(' => cursor.group(),
            b')' if open == 0 => cursor.fail("the pattern closes a group that it has not opened"),
            b'*' | b'+' | b'?' | b'{' if !repeatable => cursor.fail("the pattern repeats where there is nothing to repeat"),
            b'*' | b'+' | b'?' | b'{' => cursor.quantifier(byte),
            b'}' | b']' => cursor.fail("the pattern has a bracket that needs a backslash before it"),
            _ => cursor,
        };
        open = match byte {
            b'(' => open + 1,
            b')' => open.saturating_sub(1),
            _ => open,
        };
        repeatable = match byte {
            b'\\' => !cursor.is_behind_boundary(),
            _ => !matches!(byte, b'^' | b'$' | b'|' | b'(' | b'*' | b'+' | b'?' | b'{'),
        };
    }
    if open > 0 {
        cursor = cursor.fail("the pattern leaves a group open");
    }
    cursor.fault
}

impl Cursor<'_> {
    /// Notes what is wrong, unless something is already, and ends.
    const fn fail(mut self, fault: &'static str) -> Self {
        if self.fault.is_none() {
            self.fault = Some(fault);
        }
        self.at = self.text.len();
        self
    }

    const fn over(mut self, bytes: usize) -> Self {
        self.at += bytes;
        self
    }

    /// The byte that comes so many after the next; 0 behind the end.
    #[allow(clippy::indexing_slicing, reason = "`get` is not const; the index is compared with the length")]
    const fn ahead(&self, bytes: usize) -> u8 {
        if self.at + bytes < self.text.len() {
            self.text[self.at + bytes]
        } else {
            0
        }
    }

    const fn peek(&self) -> u8 {
        self.ahead(0)
    }

    /// Whether `\b` stands before it, which is a place and nothing to repeat.
    #[allow(clippy::indexing_slicing, reason = "`get` is not const; the index is compared with the length")]
    const fn is_behind_boundary(&self) -> bool {
        self.at >= 2 && self.at <= self.text.len() && self.text[self.at - 1] == b'b' && self.text[self.at - 2] == b'\\'
    }

    /// Behind `(`.
    const fn group(self) -> Self {
        if self.peek() != b'?' {
            return self;
        }
        match (self.ahead(1), self.ahead(2)) {
            (b':', _) => self.over(2),
            (b'=' | b'!', _) | (b'<', b'=' | b'!') => self.fail("the pattern looks around, which can't be done in linear time"),
            (b'<', b'>' | b'0'..=b'9') => self.fail("the pattern has a group whose name is none"),
            (b'<', _) => {
                // What the name is made of does not matter: nobody asks for it.
                let mut cursor = self.over(2);
                while !matches!(cursor.peek(), b'>' | 0) {
                    cursor = cursor.over(1);
                }
                match cursor.peek() {
                    b'>' => cursor.over(1),
                    _ => cursor.fail("the pattern has a group whose name is none"),
                }
            }
            _ => self.fail("the pattern has a group of a kind that is not available: write `(?:...)`"),
        }
    }

    /// Behind `*`, `+`, `?` or `{`: the numbers of the last, and `?`.
    const fn quantifier(self, byte: u8) -> Self {
        let mut cursor = self;
        if byte == b'{' {
            let (least, after) = cursor.number();
            let mut most = least;
            cursor = after;
            if cursor.peek() == b',' {
                cursor = cursor.over(1);
                most = u32::MAX;
                if cursor.peek() != b'}' {
                    (most, cursor) = cursor.number();
                }
            }
            if cursor.peek() != b'}' {
                return cursor.fail("the pattern has a `{` that starts no quantifier");
            }
            if least > most {
                return cursor.fail("the pattern repeats at least more often than at most");
            }
            cursor = cursor.over(1);
        }
        match cursor.peek() {
            b'?' => cursor.over(1),
            _ => cursor,
        }
    }

    const fn number(mut self) -> (u32, Self) {
        if !self.peek().is_ascii_digit() {
            return (0, self.fail("the pattern has a `{` that starts no quantifier"));
        }
        let mut number = 0_u32;
        while self.peek().is_ascii_digit() {
            number = number.saturating_mul(10).saturating_add((self.peek() - b'0') as u32);
            self.at += 1;
        }
        (number, self)
    }

    /// Behind `[`.
    const fn class(mut self) -> Self {
        if self.peek() == b'^' {
            self = self.over(1);
        }
        while self.peek() != b']' {
            if self.at >= self.text.len() {
                return self.fail("the pattern leaves a class open");
            }
            let (first, after) = self.atom();
            self = after;
            if self.peek() == b'-' && !matches!(self.ahead(1), b']' | 0) {
                let (last, after) = self.over(1).atom();
                self = match (first, last) {
                    (Atom::One(first), Atom::One(last)) if first > last => {
                        after.fail("the pattern has a range that ends before it begins")
                    }
                    (Atom::One(_), Atom::One(_)) => after,
                    _ => after.fail("the pattern has a set, such as `\\d`, at the end of a range"),
                };
            }
        }
        self.over(1)
    }

    /// An element of a class.
    const fn atom(self) -> (Atom, Self) {
        if self.peek() == b'\\' {
            return self.over(1).escape(true);
        }
        let (char, length) = self.char();
        (Atom::One(char), self.over(length))
    }

    /// The character that comes next, of valid UTF-8, and its length.
    const fn char(&self) -> (u32, usize) {
        let length = match self.peek() {
            0..=0x7f => return (self.peek() as u32, 1),
            0x80..=0xdf => 2,
            0xe0..=0xef => 3,
            _ => 4,
        };
        let mut char = (self.peek() & (0x7f >> length)) as u32;
        let mut at = 1;
        while at < length {
            char = char << 6 | (self.ahead(at) & 0x3f) as u32;
            at += 1;
        }
        (char, length)
    }

    /// Behind a backslash.
    const fn escape(self, in_class: bool) -> (Atom, Self) {
        let byte = self.peek();
        let after = self.over(1);
        let char = match byte {
            b'd' | b'D' | b'w' | b'W' | b's' | b'S' => return (Atom::Set, after),
            b'p' | b'P' => return (Atom::Set, after.property()),
            b'c' if after.peek().is_ascii_alphabetic() => {
                return (Atom::One((after.peek() % 32) as u32), after.over(1));
            }
            b'x' => return after.hex(2),
            b'u' => return after.unicode(),
            b'0' if !after.peek().is_ascii_digit() => 0,
            b'b' if in_class => 0x08,
            b't' => b'\t',
            b'n' => b'\n',
            b'v' => 0x0b,
            b'f' => 0x0c,
            b'r' => b'\r',
            b'-' if in_class => b'-',
            b'^' | b'$' | b'\\' | b'.' | b'*' | b'+' | b'?' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'|' | b'/' => {
                byte
            }
            b'1'..=b'9' | b'k' => {
                return (Atom::Set, self.fail("the pattern refers back to a group, which can't be done in linear time"));
            }
            b'B' => return (Atom::Set, self.fail("the pattern has a `\\B`, which is not available")),
            _ => return (Atom::Set, self.fail("the pattern has a backslash before something that needs none")),
        };
        (Atom::One(char as u32), after)
    }

    /// Behind `\p`.
    const fn property(self) -> Self {
        let mut cursor = self.over(1);
        while !matches!(cursor.peek(), b'}' | 0) {
            cursor = cursor.over(1);
        }
        match (self.peek(), cursor.peek()) {
            (b'{', b'}') => cursor.over(1),
            _ => self.fail("the pattern has a `\\p` without a name in braces"),
        }
    }

    /// Behind the `u` of `\uXXXX`, of two of these that are a surrogate pair, or of `\u{X}`.
    const fn unicode(self) -> (Atom, Self) {
        if self.peek() == b'{' {
            let mut cursor = self.over(1);
            let mut char = 0_u32;
            while cursor.peek().is_ascii_hexdigit() && char <= 0x10_ffff {
                char = char * 16 + cursor.digit();
                cursor = cursor.over(1);
            }
            let some = cursor.at > self.at + 1 && cursor.peek() == b'}' && char::from_u32(char).is_some();
            let after = match some {
                true => cursor.over(1),
                false => cursor.fail("the pattern has a `\\u` whose number is that of no character"),
            };
            return (Atom::One(char), after);
        }
        let (first, after) = self.hex(4);
        let Atom::One(high @ 0xd800..=0xdfff) = first else {
            return (first, after);
        };
        if after.peek() == b'\\' && after.ahead(1) == b'u' && high < 0xdc00 {
            if let (Atom::One(low @ 0xdc00..=0xdfff), after) = after.over(2).hex(4) {
                return (Atom::One(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00)), after);
            }
        }
        (first, after.fail("the pattern has half of a surrogate pair, which no text has"))
    }

    /// A character by so many hexadecimal digits.
    const fn hex(self, digits: usize) -> (Atom, Self) {
        let mut cursor = self;
        let mut number = 0;
        while cursor.at < self.at + digits {
            if !cursor.peek().is_ascii_hexdigit() {
                return (Atom::One(0), cursor.fail("the pattern has an escape that lacks hexadecimal digits"));
            }
            number = number * 16 + cursor.digit();
            cursor = cursor.over(1);
        }
        (Atom::One(number), cursor)
    }

    /// The value of a hexadecimal digit.
    const fn digit(&self) -> u32 {
        let digit = self.peek();
        (match digit {
            b'0'..=b'9' => digit - b'0',
            _ => (digit | 0x20) - b'a' + 10,
        }) as u32
    }
}
