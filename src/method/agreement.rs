//! How far a room agrees: van der Eijk's A.

/// Van der Eijk's agreement A for counts on an ordered scale of `K ≥ 2`
/// points (van der Eijk 2001, *Measuring agreement in ordered rating scales*,
/// Quality & Quantity 35): 1 where all chose one point, 0 where the answers
/// spread evenly, −1 for two camps of equal size at the ends (from three points
/// on). None without an answer or with fewer than two points.
///
/// The counts are peeled into layers of equal height, each a pattern of
/// filled and empty points; A is the mean of the layers' agreement, weighted
/// by the answers they hold.
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of people and of scale points are far below 2^52"
)]
pub fn van_der_eijk(counts: &[u32]) -> Option<f64> {
    let n: u32 = counts.iter().sum();
    if n == 0 || counts.len() < 2 {
        return None;
    }
    let mut left = counts.to_vec();
    let mut sum = 0.0;
    while let Some(&height) = left.iter().filter(|&&c| c > 0).min() {
        let pattern: Vec<bool> = left.iter().map(|&c| c > 0).collect();
        let filled = pattern.iter().filter(|&&p| p).count();
        sum += f64::from(height) * filled as f64 * layer(&pattern);
        for count in &mut left {
            *count = count.saturating_sub(height);
        }
    }
    Some(sum / f64::from(n))
}

/// The agreement of one layer, U · (1 − (S − 1) / (K − 1)), where S points of
/// K are filled and U = ((K − 2) · tu − (K − 1) · tdu) / ((K − 2) · (tu +
/// tdu)) measures how unimodal it is: tu counts the triples of points that
/// read filled–filled–empty or empty–filled–filled, tdu those that read
/// filled–empty–filled. U is 1 where there is no triple of either kind.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of scale points are far below 2^52"
)]
fn layer(pattern: &[bool]) -> f64 {
    let k = pattern.len();
    let filled = pattern.iter().filter(|&&p| p).count();
    let (mut unimodal, mut bimodal) = (0_u32, 0_u32);
    for a in 0..k {
        for b in a + 1..k {
            for c in b + 1..k {
                match (pattern[a], pattern[b], pattern[c]) {
                    (true, true, false) | (false, true, true) => unimodal += 1,
                    (true, false, true) => bimodal += 1,
                    _ => {}
                }
            }
        }
    }
    let (tu, tdu) = (f64::from(unimodal), f64::from(bimodal));
    let k = k as f64;
    let u = if tu + tdu == 0.0 {
        1.0
    } else {
        ((k - 2.0) * tu - (k - 1.0) * tdu) / ((k - 2.0) * (tu + tdu))
    };
    u * (1.0 - (filled as f64 - 1.0) / (k - 1.0))
}
