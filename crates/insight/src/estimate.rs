//! What calls that failed would have brought.

use super::picture::Picture;
use query::{Amount, Measures};

impl Picture {
    /// An estimate of the revenue of `lost` calls that would have been answered: each as much as an answered call of
    /// `like` brings on average, or of all calls where `like` has none with a fee. `None` where the files have no fees.
    pub fn lost_revenue(&self, like: Option<&Measures>, lost: f64) -> Option<Amount> {
        let all = self.total();
        let each = like.and_then(fee_of_answered).or_else(|| fee_of_answered(&all))?;
        (each > 0.0 && lost > 0.0).then(|| Amount::of_units(each * lost))
    }
}

/// What an answered call brings on average, in units; `None` where that is not known.
fn fee_of_answered(measures: &Measures) -> Option<f64> {
    let of_answered = measures.fee.units() - measures.fee_of_unanswered.units();
    (measures.fee_known > 0 && measures.answered > 0).then(|| of_answered / measures.answered as f64)
}
