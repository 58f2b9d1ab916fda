//! When something was changed, and by which device: a hybrid logical clock.
//!
//! Laptops in a hall disagree by minutes and jump. A [`Stamp`] therefore never goes back on one device, and moves past
//! every stamp the device has seen, so that "later" means "made with knowledge of" wherever that can be known. Method:
//! Kulkarni et al., *Logical Physical Clocks* (2014): physical milliseconds, a counter for ties, the device for the rest.
//!
//! **What a wrong clock does.** A laptop that is a year ahead gives stamps a year ahead. Whoever reads them moves past them,
//! so that what is altered with knowledge of them still wins; without that, its words could not be altered for a year. The
//! price is that the stamps of everybody who has seen them stand still at that moment, and only the counter goes on. So a
//! stamp is an *order*, and is not always the time: a [`Change`](super::Change) whose stamp is not what the clock said keeps
//! what the clock said beside it. Order and merging go by the stamp alone; what people are shown goes by the clock of the
//! device on which it was said. What was altered without knowledge of such a laptop loses to it, since nothing tells who
//! is right; the losing words are kept, and on opening it is told whose clock is ahead.
//!
//! Why not bring such a stamp back to the time of who reads it: two laptops that read it at two moments would bring it back
//! to two stamps, and never agree again. Why not pass it by: the next change of the same words would lose to it. Only what
//! no calendar of ours can write is brought back, to the same moment everywhere.

use super::id::{DeviceId, EntryId};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, TimeZone, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, str::FromStr};

/// The time as the program was told it: it never looks at a clock itself.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Now {
    /// Milliseconds since 1970, UTC.
    pub millis: i64,
    /// Seconds that local time is ahead of UTC.
    pub offset: i32,
}

impl Now {
    /// The local date and time.
    pub fn local(&self) -> NaiveDateTime {
        local(self.millis, self.offset)
    }
    /// The local date.
    pub fn date(&self) -> NaiveDate {
        self.local().date()
    }
    /// The same moment `seconds` later; for tests and simulations.
    pub fn plus(self, seconds: i64) -> Self {
        Self { millis: self.millis + seconds * 1000, ..self }
    }
}

fn local(millis: i64, offset: i32) -> NaiveDateTime {
    let zone = FixedOffset::east_opt(offset).unwrap_or_else(|| FixedOffset::east_opt(0).expect("zero is an offset"));
    let utc = Utc.timestamp_millis_opt(millis).single().unwrap_or(DateTime::UNIX_EPOCH);
    utc.with_timezone(&zone).naive_local()
}

/// The latest moment of a stamp, the year 9999: what lies beyond could be written and not be read again.
const LATEST: i64 = 253_370_764_800_000;
/// The highest count that is read; no program of ours comes near, and there is room to count on.
const MOST_TICK: u32 = (1 << 30) - 1;

/// The moment of a change, unique over devices: it is also the change's id.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Stamp {
    /// Milliseconds since 1970, UTC.
    pub millis: i64,
    /// Orders changes of one device within a millisecond.
    pub tick: u32,
    /// Who made it.
    pub device: DeviceId,
}

impl Stamp {
    /// A stamp before all others, for values that were never set.
    pub fn zero() -> Self {
        Self { millis: 0, tick: 0, device: DeviceId::default() }
    }
    /// The date and time of the stamp on a clock `offset` seconds ahead of UTC.
    pub fn local(&self, offset: i32) -> NaiveDateTime {
        local(self.millis, offset)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let utc = Utc.timestamp_millis_opt(self.millis).single().unwrap_or(DateTime::UNIX_EPOCH);
        write!(f, "{}/{}/{}", utc.format("%Y-%m-%dT%H:%M:%S%.3fZ"), self.tick, self.device)
    }
}

impl FromStr for Stamp {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is not a stamp such as 2026-05-12T14:32:05.123Z/0/laptop-3");
        let mut parts = text.splitn(3, '/');
        let (Some(time), Some(tick), Some(device)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(wrong());
        };
        let time = DateTime::parse_from_rfc3339(time).map_err(|_| wrong())?;
        let tick: u32 = tick.parse().map_err(|_| wrong())?;
        let (millis, tick) = (time.timestamp_millis().min(LATEST), tick.min(MOST_TICK));
        Ok(Self { millis, tick, device: DeviceId::new(device) })
    }
}

impl Serialize for Stamp {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Stamp {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        text.parse().map_err(D::Error::custom)
    }
}

/// Makes stamps and ids for one device.
///
/// Holds the last stamp given or seen, and a seed for ids: both are handed in, so a run can be replayed to the letter.
#[derive(Clone, Debug)]
pub struct Mint {
    device: DeviceId,
    last: (i64, u32),
    seed: u64,
}

impl Mint {
    /// A mint for `device`; `seed` should come from the system's randomness, once per start.
    pub fn new(device: DeviceId, seed: u64) -> Self {
        Self { device, last: (0, 0), seed }
    }

    /// The device whose stamps these are.
    pub fn device(&self) -> &DeviceId {
        &self.device
    }

    /// Moves past a stamp that was read from a file, so that what is changed next counts as later.
    ///
    /// A count within a millisecond that no program of ours reaches is not taken over, so that a file cannot make the mint
    /// overflow.
    pub fn observe(&mut self, stamp: &Stamp) {
        const MOST_TICK: u32 = 1 << 30;
        let past =
            if stamp.tick < MOST_TICK { (stamp.millis, stamp.tick) } else { (stamp.millis.saturating_add(1), 0) };
        self.last = self.last.max(past);
    }

    /// The next stamp: the clock's time, or just after the last one when the clock stood still or went back.
    pub fn stamp(&mut self, now: Now) -> Stamp {
        let clock = now.millis.min(LATEST);
        self.last = if clock > self.last.0 { (clock, 0) } else { (self.last.0, self.last.1.saturating_add(1)) };
        Stamp { millis: self.last.0, tick: self.last.1, device: self.device.clone() }
    }

    /// A new id: ten characters of time and six of chance, in Crockford's base 32.
    ///
    /// The layout is UUID version 7's, shortened: an id stands beside every entry in a file that people read, and 30
    /// bits of chance within one millisecond of one session are plenty.
    pub fn entry(&mut self, now: Now) -> EntryId {
        // splitmix64 (Steele et al. 2014)
        self.seed = self.seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.seed;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^= z >> 31;
        let time = now.millis.max(0) as u64;
        let digits = |value: u64, count: u32| {
            (0..count)
                .rev()
                .map(move |at| b"0123456789abcdefghjkmnpqrstvwxyz"[(value >> (5 * at)) as usize & 31] as char)
        };
        EntryId::new(&digits(time, 10).chain(digits(z >> 34, 6)).collect::<String>())
    }
}
