//! `jiter`: a pull parser, walked over a whole document. It stands beside the reader that this project has of
//! its own.

use ::jiter::{Jiter, JiterResult, NumberAny, NumberInt, Peek};

use crate::candidate::{Candidate, accepted, walk};

pub(crate) fn candidates() -> Vec<Candidate> {
    // Both decode strings and parse numbers; skipping does neither, though it keeps the syntax.
    vec![
        walk("jiter", |text| {
            let mut reader = Jiter::new(text);
            accepted(
                reader
                    .peek()
                    .and_then(|peek| value(&mut reader, peek))
                    .and_then(|sum| {
                        reader.finish()?;
                        Ok(sum)
                    }),
            )
        }),
        walk("jiter, skipped", |text| {
            let mut reader = Jiter::new(text);
            accepted(reader.next_skip().and_then(|()| reader.finish()))
        }),
    ]
}

/// Pulls a value to its end. The sum keeps what was read from being optimised away.
fn value(reader: &mut Jiter<'_>, peek: Peek) -> JiterResult<u64> {
    let mut sum = 0;
    match peek {
        Peek::Object => {
            let mut key = reader.known_object()?.map(str::len);
            while let Some(length) = key {
                let peek = reader.peek()?;
                sum += length as u64 + value(reader, peek)?;
                key = reader.next_key()?.map(str::len);
            }
        }
        Peek::Array => {
            let mut element = reader.known_array()?;
            while let Some(peek) = element {
                sum += value(reader, peek)?;
                element = reader.array_step()?;
            }
        }
        Peek::String => sum += reader.known_str()?.len() as u64,
        Peek::Null => reader.known_null()?,
        Peek::True | Peek::False => sum += u64::from(reader.known_bool(peek)?),
        _ => {
            sum += match reader.known_number(peek)? {
                NumberAny::Int(NumberInt::Int(number)) => number.unsigned_abs(),
                NumberAny::Float(number) => number.to_bits(),
            } & 0xff;
        }
    }
    Ok(sum)
}
