//! Logistic regression with an L2 penalty, by L-BFGS (Nocedal & Wright, Numerical
//! Optimization, 2nd ed., algorithm 7.5). No randomness: the same rows give the same weights,
//! to the last bit, in every run.

/// One row: which features it has, with their values, the truth, and how much it counts.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) features: Vec<(u32, f64)>,
    pub(crate) truth: bool,
    pub(crate) weight: f64,
}

/// Steps remembered by L-BFGS.
const MEMORY: usize = 8;
/// More steps than any of the models needs.
const STEPS: usize = 400;
/// Where the gradient is this short, relative to the weights, it is done.
const DONE: f64 = 1e-5;

/// The weights and, last, the bias. `penalty` holds the L2 penalty of each feature; the bias
/// has none.
pub(crate) fn fit(examples: &[Example], penalty: &[f64]) -> Vec<f64> {
    let size = penalty.len() + 1;
    let mut at = vec![0.0; size];
    let (mut loss, mut gradient) = look(examples, penalty, &at);
    let mut memory: Vec<(Vec<f64>, Vec<f64>, f64)> = Vec::new();
    for _ in 0..STEPS {
        if norm(&gradient) <= DONE * norm(&at).max(1.0) {
            break;
        }
        let direction = direction(&gradient, &memory);
        let way = Way {
            slope: dot(&direction, &gradient),
            first: if memory.is_empty() { 1.0 / norm(&gradient).max(1.0) } else { 1.0 },
            direction,
        };
        let Some((next, next_loss, next_gradient)) = way.descend((examples, penalty), &at, loss)
        else {
            break;
        };
        let step = minus(&next, &at);
        let change = minus(&next_gradient, &gradient);
        let curve = dot(&step, &change);
        if curve > 1e-12 {
            if memory.len() == MEMORY {
                memory.remove(0);
            }
            memory.push((step, change, 1.0 / curve));
        }
        (at, loss, gradient) = (next, next_loss, next_gradient);
    }
    at
}

/// Where to go from here.
struct Way {
    direction: Vec<f64>,
    /// How steeply the loss falls that way.
    slope: f64,
    /// The first step that is tried.
    first: f64,
}

impl Way {
    /// Backtracks from the first step until the loss falls enough (Armijo).
    fn descend(
        &self,
        (examples, penalty): (&[Example], &[f64]),
        at: &[f64],
        loss: f64,
    ) -> Option<(Vec<f64>, f64, Vec<f64>)> {
        let mut step = self.first;
        for _ in 0..40 {
            let next: Vec<f64> =
                at.iter().zip(&self.direction).map(|(a, d)| a + step * d).collect();
            let (next_loss, gradient) = look(examples, penalty, &next);
            if next_loss <= loss + 1e-4 * step * self.slope {
                return Some((next, next_loss, gradient));
            }
            step /= 2.0;
        }
        None
    }
}

fn direction(gradient: &[f64], memory: &[(Vec<f64>, Vec<f64>, f64)]) -> Vec<f64> {
    let mut way = gradient.to_vec();
    let mut alphas = Vec::with_capacity(memory.len());
    for (step, change, rho) in memory.iter().rev() {
        let alpha = rho * dot(step, &way);
        add(&mut way, change, -alpha);
        alphas.push(alpha);
    }
    if let Some((step, change, _)) = memory.last() {
        let scale = dot(step, change) / dot(change, change);
        way.iter_mut().for_each(|w| *w *= scale);
    }
    for ((step, change, rho), alpha) in memory.iter().zip(alphas.into_iter().rev()) {
        let beta = rho * dot(change, &way);
        add(&mut way, step, alpha - beta);
    }
    way.iter_mut().for_each(|w| *w = -*w);
    way
}

/// The loss and its gradient at these weights.
fn look(examples: &[Example], penalty: &[f64], at: &[f64]) -> (f64, Vec<f64>) {
    let bias = penalty.len();
    let mut gradient = vec![0.0; at.len()];
    let mut loss = 0.0;
    for (place, strength) in penalty.iter().enumerate() {
        loss += 0.5 * strength * at[place] * at[place];
        gradient[place] = strength * at[place];
    }
    for example in examples {
        let points = points(&example.features, at);
        let sign = if example.truth { 1.0 } else { -1.0 };
        let margin = sign * points;
        // ln(1 + e^-m) without overflow.
        loss += example.weight * ((-margin.abs()).exp().ln_1p() + (-margin).max(0.0));
        let pull = -sign * example.weight / (1.0 + margin.exp());
        for (place, value) in &example.features {
            gradient[*place as usize] += pull * value;
        }
        gradient[bias] += pull;
    }
    (loss, gradient)
}

/// The log-odds of one row at these weights.
pub(crate) fn points(features: &[(u32, f64)], at: &[f64]) -> f64 {
    let sum: f64 = features.iter().map(|(place, value)| at[*place as usize] * value).sum();
    sum + at.last().copied().unwrap_or(0.0)
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn norm(a: &[f64]) -> f64 {
    dot(a, a).sqrt()
}

fn minus(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}

fn add(a: &mut [f64], b: &[f64], times: f64) {
    a.iter_mut().zip(b).for_each(|(a, b)| *a += times * b);
}
