//! What contributes to the change within one group.

use super::parting::Parting;
use super::split::{Basis, Contribution, Split, Who, is_outcome, pairs};
use query::{Measures, Metric, Table};

/// Splits what one group of a dimension contributes over the groups of another one, given tables by both (the group's
/// dimension first).
///
/// Their sum is the group's own contribution, exactly, as contributions to a change add up over any groups. Where the
/// second dimension is an outcome and the first is none, the sum is the group's rate effect: `(w1 + w2)/2` times the
/// change of its own ratio, split over outcomes. Outcomes cannot explain that more calls go to a group. Shares are of
/// the change of *all* calls, and weights within the group.
pub(super) fn split_within(
    metric: Metric,
    key: Option<&str>,
    before: &Table,
    after: &Table,
    basis: Basis,
) -> Option<Split> {
    if before.by != after.by || before.by.len() != 2 {
        return None;
    }
    let (all_before, all_after) = (before.total(), after.total());
    let is_of_group =
        |who: &Who| matches!(who, Who::Group(parts) if parts.first().is_some_and(|part| part.as_deref() == key));
    let groups: Vec<_> = pairs(before, after).into_iter().filter(|(who, _)| is_of_group(who)).collect();
    let (mut of_before, mut of_after) = (Measures::default(), Measures::default());
    for (_, (one, other)) in &groups {
        one.iter().for_each(|measures| of_before.merge(measures));
        other.iter().for_each(|measures| of_after.merge(measures));
    }
    let (is_first, is_second) = (is_outcome(before.by[0]), is_outcome(before.by[1]));
    let all = Parting::new(metric, is_first, &all_before, &all_after, basis)?;
    let (whole, from, to) = (all.change(), all.value(&of_before, false), all.value(&of_after, true));
    // Of a group's own ratio: its outcomes, weighed as the group is.
    let own = Parting::new(metric, true, &of_before, &of_after, basis).filter(|own| own.outcome.is_some());
    let (parting, factor) = match own {
        Some(own) if is_second && !is_first => {
            let group = all.contribution(Who::LeftOut, &of_before, &of_after);
            (own, group.weight)
        }
        None if is_second && !is_first && all.is_share() => return None,
        _ => (all, 1.0),
    };
    let none = Measures::default();
    let contributions = groups.into_iter().map(|(who, (before, after))| {
        let of = parting.contribution(who, before.unwrap_or(&none), after.unwrap_or(&none));
        Contribution { change: of.change * factor, ..of }
    });
    let mut contributions: Vec<Contribution> = contributions.collect();
    let weights: f64 = contributions.iter().map(|of| of.weight).sum();
    if weights > 0.0 {
        contributions.iter_mut().for_each(|of| of.weight /= weights);
    }
    let mut split = Split {
        metric,
        by: before.by.clone(),
        basis,
        from: from.unwrap_or_default(),
        to: to.unwrap_or_default(),
        change: contributions.iter().map(|of| of.change).sum(),
        exact: contributions.iter().map(|of| of.exact).sum(),
        contributions,
        lacking_calls: before.left_out.lacking_calls + after.left_out.lacking_calls,
    };
    split.put_in_order(whole);
    Some(split)
}
