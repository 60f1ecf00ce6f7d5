//! Readers that give their bytes in small parts, or fail in between, or have no end.

use std::io::{self, BufRead, Read};

/// Gives so many bytes at a time.
pub(crate) struct Parts<'a> {
    rest: &'a [u8],
    size: usize,
}

impl<'a> Parts<'a> {
    pub(crate) fn new(bytes: &'a [u8], size: usize) -> Self {
        Parts { rest: bytes, size }
    }
}

impl Read for Parts<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = self.size.min(buffer.len());
        let read = self.fill_buf()?.take(size as u64).read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Parts<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        Ok(&self.rest[..self.size.min(self.rest.len())])
    }

    fn consume(&mut self, amount: usize) {
        assert!(amount <= self.size, "more than was there");
        self.rest = &self.rest[amount..];
    }
}

/// Fails with an error of a kind before each part.
pub(crate) struct Failing<R> {
    reader: R,
    kind: io::ErrorKind,
    fails: bool,
}

impl<R> Failing<R> {
    pub(crate) fn new(reader: R, kind: io::ErrorKind) -> Self {
        Failing {
            reader,
            kind,
            fails: true,
        }
    }
}

impl<R: BufRead> Read for Failing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Failing<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if std::mem::take(&mut self.fails) {
            return Err(self.kind.into());
        }
        self.reader.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.fails = true;
        self.reader.consume(amount);
    }
}

/// A text once, and another again and again.
pub(crate) struct Repeated {
    first: &'static [u8],
    again: &'static [u8],
    left: u64,
}

impl Repeated {
    pub(crate) fn new(first: &'static str, again: &'static str, times: u64) -> Self {
        Repeated {
            first: first.as_bytes(),
            again: again.as_bytes(),
            left: times,
        }
    }
}

impl Read for Repeated {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Repeated {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.first.is_empty() && self.left > 0 {
            self.left -= 1;
            self.first = self.again;
        }
        Ok(self.first)
    }

    fn consume(&mut self, amount: usize) {
        self.first = &self.first[amount..];
    }
}
