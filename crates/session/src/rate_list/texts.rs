//! What a person reads of a list of rates.

use super::{RateProblem, RateProblemKind};
use words::Language;

impl RateProblem {
    /// What is wrong with the line.
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::English => english(self),
        }
    }
}

fn english(problem: &RateProblem) -> String {
    let RateProblem { line, text, kind } = problem;
    let what = match kind {
        RateProblemKind::NoPrefix => "there is no prefix in it. It is not used.".to_owned(),
        RateProblemKind::PrefixUnreadable => {
            format!("\u{201c}{text}\u{201d} is no prefix: only digits begin a number. It is not used.")
        }
        RateProblemKind::PrefixTooLong => format!("{text} is longer than any number. It is not used."),
        RateProblemKind::RateUnreadable => {
            format!("\u{201c}{text}\u{201d} is no rate. Its name is used, without a rate.")
        }
        RateProblemKind::Twice { line } => {
            format!(
                "{text} stood in line {} already, with another name or rate. This one is used.",
                Language::English.count(*line as u64)
            )
        }
    };
    format!("Line {}: {what}", Language::English.count(*line as u64))
}
