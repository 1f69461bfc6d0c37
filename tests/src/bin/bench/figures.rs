//! What many measurements come to.

use serde_json::Value;

/// The numbers of a list that a script gave.
pub fn numbers(value: &Value) -> Vec<f64> {
    let list = value.as_array().into_iter().flatten();
    list.filter_map(Value::as_f64).collect()
}

pub fn median(values: Vec<f64>) -> f64 {
    percentile(&values, 0.5)
}

/// The value that a share of all values does not pass; 0 where there are none.
pub fn percentile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1);
    let at = (share * sorted.len() as f64).floor() as usize;
    sorted.get(at.min(last)).copied().unwrap_or(0.0)
}

/// `p50 16.0, p95 17.0, p99 18.0`.
pub fn spread(values: &[f64]) -> String {
    let at = |share: f64| percentile(values, share);
    format!(
        "p50 {:.1}, p95 {:.1}, p99 {:.1}",
        at(0.5),
        at(0.95),
        at(0.99)
    )
}

/// Of each round the p95 of one beside that of the other, and the median of these ratios.
pub fn beside(rounds: &[Vec<f64>], bare: &[Vec<f64>]) -> String {
    let p95 = |values: &Vec<f64>| percentile(values, 0.95);
    let ratios: Vec<f64> = rounds
        .iter()
        .zip(bare)
        .map(|(one, other)| p95(one) / p95(other))
        .collect();
    let each: Vec<String> = ratios.iter().map(|ratio| format!("{ratio:.2}")).collect();
    format!("{:.2} (rounds {})", median(ratios), each.join(", "))
}
