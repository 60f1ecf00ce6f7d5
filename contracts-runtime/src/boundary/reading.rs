//! Reading from a reader: no more than the limit allows.

use std::fmt;
use std::io::{self, Read};

use super::limits::{Bounds, Limits};
use super::payload::Payload;
use super::{Boundary, Contract, Decode, NoContext, Valid, Violations};
use crate::descriptor::ContractDescriptor;

/// Reads and checks what `reader` gives by the contract `T`.
///
/// # Errors
///
/// Those of [`Boundary::accept_reader`].
///
/// # Example
///
/// See [`Boundary::accept_reader`].
pub fn accept_reader<T>(reader: impl Read) -> Result<Valid<T>, ReadError>
where
    T: Contract<Context: NoContext> + for<'de> Decode<'de>,
{
    Boundary::new().accept_reader(reader)
}

impl Boundary {
    /// Reads the text that a reader gives, to its end, for the contract `T`.
    ///
    /// No more than the limit on bytes that holds for the contract here, and one byte, is read and kept: what is longer
    /// is rejected by `limit.bytes`, whatever boundary it is then given to. Of a contract without a limit all is read.
    ///
    /// What a contract borrows, it borrows from the payload. [`accept_reader`](Self::accept_reader) is shorter where
    /// there is nothing to borrow.
    ///
    /// # Errors
    ///
    /// Those of the reader. One that says that it was interrupted is read again.
    ///
    /// # Example
    ///
    /// The body of a request that is longer than this boundary takes:
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::Boundary;
    ///
    /// let boundary = Boundary::new().max_bytes(8);
    /// let body: &[u8] = br#""far too long""#;
    /// let payload = boundary.read::<Tag>(body)?;
    /// let report = boundary.accept::<Tag>(&payload).err().unwrap();
    /// assert_eq!(report.to_string(), "must not be longer than 8 bytes");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn read<T: Contract>(&self, reader: impl Read) -> io::Result<Payload> {
        self.read_by(T::DESCRIPTOR, reader)
    }

    /// The same for a contract by what it says of itself, such as one that a registry gives out.
    ///
    /// # Errors
    ///
    /// Those of [`read`](Self::read).
    ///
    /// # Example
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::{Boundary, Contract};
    ///
    /// let boundary = Boundary::new();
    /// let payload = boundary.read_by(Tag::DESCRIPTOR, &b"\"tea\""[..])?;
    /// assert!(boundary.accept::<Tag>(&payload).is_ok());
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn read_by(
        &self,
        contract: &'static ContractDescriptor,
        mut reader: impl Read,
    ) -> io::Result<Payload> {
        read_all(&mut reader, self.max_bytes_of(contract))
    }

    /// Reads and checks what a reader gives by the contract `T`, which owns all it holds.
    ///
    /// # Errors
    ///
    /// [`ReadError::Io`] if the reader fails, [`ReadError::Rejected`] with the complete report.
    ///
    /// # Example
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::{Boundary, ReadError};
    ///
    /// let file: &[u8] = b"\"tea\""; // or a `std::fs::File`
    /// let tag = Boundary::new().accept_reader::<Tag>(file)?;
    /// assert_eq!(tag.0, "tea");
    ///
    /// let Err(ReadError::Rejected(report)) = Boundary::new().accept_reader::<Tag>(&b"7"[..]) else {
    ///     panic!("it is a number")
    /// };
    /// assert_eq!(report.first().code(), "type");
    /// # Ok::<(), ReadError>(())
    /// ```
    pub fn accept_reader<T>(&self, reader: impl Read) -> Result<Valid<T>, ReadError>
    where
        T: Contract<Context: NoContext> + for<'de> Decode<'de>,
    {
        let payload = self.read::<T>(reader)?;
        Ok(self.accept(&payload)?)
    }

    /// The same for a contract with a context, which its checks are given.
    ///
    /// # Errors
    ///
    /// Those of [`accept_reader`](Self::accept_reader).
    ///
    /// # Example
    ///
    /// ```
    #[doc = include_str!("../../doc/tag.txt")]
    /// use contracts_runtime::Boundary;
    ///
    /// // This one declares no context.
    /// let tag = Boundary::new().accept_reader_with::<Tag>(&b"\"tea\""[..], &())?;
    /// assert_eq!(tag.0, "tea");
    /// # Ok::<(), contracts_runtime::ReadError>(())
    /// ```
    pub fn accept_reader_with<T>(
        &self,
        reader: impl Read,
        context: &T::Context,
    ) -> Result<Valid<T>, ReadError>
    where
        T: Contract + for<'de> Decode<'de>,
    {
        let payload = self.read::<T>(reader)?;
        Ok(self.accept_with(&payload, context)?)
    }

    /// How many bytes a text for the contract may have here.
    fn max_bytes_of(&self, contract: &ContractDescriptor) -> usize {
        let zone = Limits {
            max_bytes: contract.zone().max_bytes(),
            ..Limits::NONE
        };
        Bounds::new(self.own_limits().or(contract.limits()).or(zone)).bytes
    }
}

/// All that the reader gives, if that is no more than `max` bytes.
fn read_all(reader: &mut dyn Read, max: usize) -> io::Result<Payload> {
    let enough = u64::try_from(max).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    reader.take(enough).read_to_end(&mut bytes)?;
    if bytes.len() > max {
        return Ok(Payload::cut(max));
    }
    Ok(Payload::of_bytes(bytes))
}

/// Why nothing was accepted from a reader.
///
/// ```
/// use contracts_runtime::{ReadError, Violation, Violations};
///
/// let rejected = ReadError::from(Violations::one(Violation::from("is closed")));
/// assert_eq!(rejected.to_string(), "is closed");
/// let failed = ReadError::from(std::io::Error::other("the peer is gone"));
/// assert_eq!(failed.to_string(), "the text could not be read");
/// assert!(std::error::Error::source(&failed).is_some());
/// ```
#[derive(Debug)]
pub enum ReadError {
    /// The reader failed: nothing is known of the text.
    Io(io::Error),
    /// The text was read, and is not what the contract asks for.
    Rejected(Violations),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Io(_) => f.write_str("the text could not be read"),
            ReadError::Rejected(violations) => violations.fmt(f),
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ReadError::Io(error) => Some(error),
            // It says what the report says already.
            ReadError::Rejected(_) => None,
        }
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        ReadError::Io(error)
    }
}

impl From<Violations> for ReadError {
    fn from(violations: Violations) -> Self {
        ReadError::Rejected(violations)
    }
}
