//! Figures that ask nothing of a threshold: the area under the curve, what is found at equal
//! false alarms, and how true the chances are that were told.

use super::row::Row;

/// Bins in which chances are held against what came true.
const BINS: usize = 10;

/// How often a true row scores above a false one; ties count half. Nothing where all rows are
/// of one sort.
pub(crate) fn auc<'a>(rows: impl Iterator<Item = &'a Row>) -> Option<f64> {
    let mut scored: Vec<(f32, bool)> = rows.map(|row| (row.score, row.truth)).collect();
    scored.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut below, mut won) = (0.0, 0.0);
    for tied in scored.chunk_by(|a, b| a.0 == b.0) {
        let trues = tied.iter().filter(|(_, truth)| *truth).count() as f64;
        let falses = tied.len() as f64 - trues;
        won += trues * (below + falses / 2.0);
        below += falses;
    }
    let trues = scored.len() as f64 - below;
    (trues > 0.0 && below > 0.0).then(|| won / (trues * below))
}

/// The score that at most this share of the false rows exceed. What is found at equal false
/// alarms scores above it. Nothing where no row is false.
pub(crate) fn bar(rows: &[Row], false_rate: f64) -> Option<f32> {
    let mut falses: Vec<f32> = rows.iter().filter(|row| !row.truth).map(|row| row.score).collect();
    falses.sort_by(|a, b| b.total_cmp(a));
    let allowed = (falses.len() as f64 * false_rate).floor() as usize;
    falses.get(allowed).copied()
}

/// How far the chances told lie from what came true, on average over the bins, each by how
/// many rows it holds.
pub(crate) fn calibration_error(rows: &[Row]) -> f64 {
    let mut bins = [(0.0, 0.0); BINS];
    for row in rows {
        let at = ((row.score * BINS as f32) as usize).min(BINS - 1);
        if let Some((told, came_true)) = bins.get_mut(at) {
            *told += f64::from(row.score);
            *came_true += f64::from(u8::from(row.truth));
        }
    }
    let apart: f64 = bins.iter().map(|(told, came_true)| (told - came_true).abs()).sum();
    apart / rows.len().max(1) as f64
}
