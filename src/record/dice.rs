//! Chance that is the same for the same seed.
//!
//! A draw and a seating are made again exactly, on any machine, from the number they began with. Not for ids
//! ([`super::Mint`]) and not for secrets. Called by forms that draw lots and by `session::seating`.

/// A source of numbers that is the same for the same seed (splitmix64, Steele and others, 2014).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice that always fall as this seed says.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, any of 64 bits.
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `count`; 0 where there is none below it.
    pub fn below(&mut self, count: usize) -> usize {
        (self.throw() % (count.max(1) as u64)) as usize
    }

    /// A number from 0 up to, but not, 1.
    pub fn share(&mut self) -> f64 {
        (self.throw() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// The numbers below this in any order.
    pub fn shuffled(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for at in (1..count).rev() {
            order.swap(at, self.below(at + 1));
        }
        order
    }
}
