//! Periods in which something lasts.

use super::picture::Picture;
use calls::EpochMillis;
use query::{Outcomes, Timeline};

/// What a step of a timeline says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It lasts.
    Is,
    /// It does not.
    IsNot,
    /// There are too few calls to tell: a window goes on over such steps, and neither begins nor ends with one.
    CannotTell,
}

/// Steps in which something lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Episode {
    /// Its begin.
    pub from: EpochMillis,
    /// Its end.
    pub to: EpochMillis,
    /// What became of the calls in it.
    pub outcomes: Outcomes,
}

/// The windows of a timeline, in the order of time. A single step that is otherwise does not end one.
pub(super) fn episodes(
    picture: &Picture,
    timeline: &Timeline,
    verdict: impl Fn(EpochMillis, &Outcomes) -> Verdict,
) -> Vec<Episode> {
    let mut found: Vec<Episode> = Vec::new();
    let mut since = Outcomes::default();
    let mut others = usize::MAX;
    for (&begin, step) in &timeline.steps {
        since.merge(step);
        match verdict(begin, step) {
            Verdict::Is => {
                let to = picture.step_end(begin);
                match found.last_mut().filter(|_| others <= 1) {
                    Some(episode) => {
                        episode.outcomes.merge(&since);
                        episode.to = to;
                    }
                    None => found.push(Episode { from: begin, to, outcomes: *step }),
                }
                (since, others) = (Outcomes::default(), 0);
            }
            Verdict::IsNot => others = others.saturating_add(1),
            Verdict::CannotTell => {}
        }
    }
    found
}

/// All calls of some windows.
pub(super) fn within(episodes: &[Episode]) -> Outcomes {
    let mut all = Outcomes::default();
    episodes.iter().for_each(|episode| all.merge(&episode.outcomes));
    all
}

#[cfg(test)]
mod tests {
    use super::super::tests::Scenario;
    use super::*;

    #[test]
    fn windows_go_on_over_steps_with_few_calls_and_one_that_is_otherwise() {
        let step = |calls, answered| Outcomes { calls, answered, ..Outcomes::default() };
        let verdict = |_: EpochMillis, step: &Outcomes| match (step.calls, step.answered) {
            (0..3, _) => Verdict::CannotTell,
            (_, 0) => Verdict::Is,
            _ => Verdict::IsNot,
        };
        let picture = Scenario::new().calls(1, |_, _| {}).picture();
        let quarter = 900_000;
        let found = |steps: &[(u64, u64)]| {
            let steps = steps
                .iter()
                .enumerate()
                .map(|(at, &(calls, answered))| (EpochMillis(at as i64 * quarter), step(calls, answered)));
            let timeline = Timeline { steps: steps.collect() };
            let told = |episode: &Episode| (episode.from.0 / quarter, episode.to.0 / quarter, episode.outcomes.calls);
            episodes(&picture, &timeline, verdict).iter().map(told).collect::<Vec<_>>()
        };
        assert_eq!(
            found(&[(9, 5), (9, 0), (2, 1), (9, 0), (9, 5), (9, 0), (1, 0), (9, 5), (9, 5), (7, 0)]),
            [(1, 6, 38), (9, 10, 7)]
        );
        assert_eq!(found(&[(9, 5), (1, 0)]), []);
        assert_eq!(found(&[]), []);
    }
}
