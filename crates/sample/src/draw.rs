//! How chance is drawn: weights, odds, and spreads around a median, all in whole numbers.
//!
//! In: a seeded [`Rng`]. Out: numbers that are the same on every machine. Logarithms and exponentials differ by the
//! last bit between targets, so a log-normal spread is a table of its quantiles here.

use fastrand::Rng;

/// What odds are counted in: 1,000 of these are 1 %.
pub(super) const ODDS: u32 = 100_000;

/// Quantiles of a distribution as thousandths of its median, at ranks 0/32, 1/32 ... 32/32.
pub(super) type Spread = [u32; 33];

/// Log-normal with sigma 1.15, cut at the ranks 0.4 % and 99.6 %: talk times. Its mean is 1.95 medians.
pub(super) const WIDE: Spread = [
    47, 117, 171, 220, 266, 313, 361, 409, 460, 514, 570, 630, 693, 761, 835, 914, 1000, 1094, 1198, 1314, 1443, 1588,
    1754, 1946, 2172, 2442, 2774, 3195, 3754, 4553, 5837, 8518, 21113,
];

/// Log-normal with sigma 0.45, cut likewise: post-dial delays.
pub(super) const NARROW: Spread = [
    303, 432, 501, 553, 596, 635, 671, 705, 738, 771, 803, 834, 866, 899, 932, 965, 1000, 1036, 1073, 1113, 1154, 1198,
    1246, 1298, 1355, 1418, 1491, 1575, 1678, 1810, 1994, 2312, 3298,
];

/// Whether something happens that has `odds` in [`ODDS`].
pub(super) fn happens(rng: &mut Rng, odds: u32) -> bool {
    rng.u32(0..ODDS) < odds
}

/// A value around `median`, as `spread` has it.
#[expect(clippy::cast_possible_truncation, reason = "a spread is of a few times the median")]
pub(super) fn around(rng: &mut Rng, median: u32, spread: &Spread) -> u32 {
    let draw = rng.u32(0..32 << 10);
    let (rank, part) = ((draw >> 10) as usize, u64::from(draw & 1023));
    let (low, high) = (u64::from(spread[rank]), u64::from(spread[rank + 1]));
    let thousandths = low + (((high - low) * part) >> 10);
    (u64::from(median) * thousandths / 1000) as u32
}

/// The place of one of `weights`, each as likely as it is heavy. The weights must not all be 0.
pub(super) fn pick(rng: &mut Rng, weights: &[u32]) -> usize {
    let mut left = rng.u32(0..weights.iter().sum());
    for (place, &weight) in weights.iter().enumerate() {
        if left < weight {
            return place;
        }
        left -= weight;
    }
    weights.len() - 1
}

/// A number that looks random and always belongs to the same `seed` and `place`, whatever else was drawn meanwhile.
pub(super) fn scatter(seed: u64, place: u64) -> u64 {
    // The finalizer of splitmix64, over a Weyl sequence.
    let mut bits = seed ^ place.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_values_lie_below_the_median() {
        let mut rng = Rng::with_seed(1);
        let below = (0..20_000).filter(|_| around(&mut rng, 5000, &WIDE) < 5000).count();
        assert!((9_600..10_400).contains(&below), "{below}");
    }

    #[test]
    fn weights_are_kept() {
        let mut rng = Rng::with_seed(1);
        let mut seen = [0; 3];
        (0..10_000).for_each(|_| seen[pick(&mut rng, &[1, 0, 3])] += 1);
        assert_eq!(seen[1], 0);
        assert!((2_300..2_700).contains(&seen[0]), "{seen:?}");
    }
}
