//! The order of the options (§4.11).

use super::{Judgement, Points};

/// Ranks options, best first; options in one group are a declared tie. By
/// verdict (for `not-yet` by its low end, then its high end), then the lower
/// headroom of need and support, then the higher; a headroom that cannot be
/// given ranks last. Returns indices into `judgements`.
#[must_use]
pub fn rank(judgements: &[&Judgement]) -> Vec<Vec<usize>> {
    let key = |judgement: &Judgement| {
        let mut rooms = [judgement.need.headroom, judgement.support.headroom]
            .map(|room| room.unwrap_or(Points(i8::MIN)));
        rooms.sort_unstable();
        (judgement.ruling.low, judgement.ruling.high, rooms)
    };
    let mut order: Vec<usize> = (0..judgements.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(key(judgements[i])));
    order
        .chunk_by(|&a, &b| key(judgements[a]) == key(judgements[b]))
        .map(<[usize]>::to_vec)
        .collect()
}
