//! Sentences of several reports: how calls are put together, their tables and charts.

use super::{calls, of_all, plural, rows};
use crate::ReportSentence;
use crate::en::EN;

/// The text of each.
pub(super) fn text(sentence: ReportSentence<'_>) -> String {
    match sentence {
        ReportSentence::AllFindings { findings } => format!("All {} findings", EN.count(findings as u64)),
        ReportSentence::CallsAtStake { calls: count } => calls(count),
        ReportSentence::MoneyAtStake { calls, money, is_estimate: true } => {
            format!("{calls}, about {money} (an estimate)")
        }
        ReportSentence::MoneyAtStake { calls, money, is_estimate: false } => format!("{calls}, {money}"),
        ReportSentence::PageWithoutCalls { filtered: true } => {
            "No call is like the filter says. Switch a part of it off, or remove it.".to_owned()
        }
        ReportSentence::PageWithoutCalls { filtered: false } => "There is no call in these files.".to_owned(),
        ReportSentence::Lacks { what } => format!("These files do not say {what}, so that this cannot be shown."),
        ReportSentence::CopyTable { name } => format!("Copy the table: {name}"),
        ReportSentence::CopyFigure { name } => format!("Copy {name}"),
        ReportSentence::CopiedFigure { name, value } => format!("{name}: {value}"),
        ReportSentence::CopiedPeriod { from, to, zone } => format!("{from} to {to} ({zone})"),
        ReportSentence::MoreRows { shown, of } => {
            format!("Show more: {} of {} are shown", EN.count(shown as u64), EN.count(of as u64))
        }
        ReportSentence::FirstRows { shown, of } => {
            format!("The first {} of {} rows.", EN.count(shown as u64), EN.count(of as u64))
        }
        ReportSentence::NamesAndMore { names, more: 0 } => names.to_owned(),
        ReportSentence::NamesAndMore { names, more } => format!("{names} and {} more", EN.count(more as u64)),
        ReportSentence::AllCallsOfFiles { calls: count } => format!("None: all {} of the files", calls(count)),
        ReportSentence::PeriodInZone { from, to, zone } => format!("First call {from}, last call {to} ({zone})"),
        ReportSentence::MomentInZone { at, zone } => format!("{at} ({zone})"),
        ReportSentence::RowsBelow { rows, least } => {
            format!("{} with fewer than {} are not shown.", EN.count(rows as u64), calls(least))
        }
        ReportSentence::GroupsLeftOut { groups, calls: count } => {
            format!(
                "Up to {} small groups with {} together are not listed; they are in the total.",
                EN.count(groups),
                calls(count)
            )
        }
        ReportSentence::BreakDownBy { dimension } => format!("Filter by it, and break its calls down by: {dimension}"),
        ReportSentence::OneByOther { metric, rows, columns } => format!("{metric}: {rows} by {columns}"),
        ReportSentence::CellOfMatrix { row, column, value, calls: count } => {
            format!("{row}, {column}: {value}, of {}", calls(count))
        }
        ReportSentence::MatrixLeftOut { rows, columns } => format!(
            "Those with the most calls are shown: {} {} and {} {} are left out.",
            EN.count(rows as u64),
            plural(rows as u64, "row", "rows"),
            EN.count(columns as u64),
            plural(columns as u64, "column", "columns")
        ),
        ReportSentence::AttemptsExplained { attempts, answered, unknown, exact } => {
            let attempts_are = format!(
                "{} {} with a Call-ID, {} answered.",
                EN.count(attempts),
                plural(attempts, "attempt", "attempts"),
                of_all(answered, attempts)
            );
            let without = if unknown == 0 { String::new() } else { format!(" {} have none.", rows(unknown)) };
            let estimated = if exact { "" } else { " Estimated by 8,192 of the calls, about 1 % off." };
            format!("{attempts_are}{without}{estimated}")
        }
        ReportSentence::InProgress { calls: 1 } => {
            "1 call had no stop time: it was still up when the file was written. It is among the calls.".to_owned()
        }
        ReportSentence::InProgress { calls: count } => {
            format!(
                "{} had no stop time: they were still up when the file was written. They are among the calls.",
                calls(count)
            )
        }
        ReportSentence::ShareOfCalls { percent } => format!("{} of all calls", EN.percent(percent)),
        ReportSentence::WeakShare { low, high, calls: count } => {
            format!("weak: {} only, likely {} to {}", calls(count), EN.percent(low), EN.percent(high))
        }
        ReportSentence::DefinitionOf { name } => format!("What is {name}?"),
        ReportSentence::SortBy { column } => format!("Sort by {column}"),
        ReportSentence::Minutes { minutes } => EN.decimal(minutes, if minutes < 1000.0 { 1 } else { 0 }),
        ReportSentence::LargestShare { percent, at } => {
            format!("Over time: largest at {at}, {} of all calls then.", EN.percent(percent))
        }
        ReportSentence::CallsFound { calls: found } => calls(found),
        ReportSentence::RowsExported { written, of } => format!("{} of {} written", EN.count(written), calls(of)),
        ReportSentence::RowsNotExported { rows } => format!(
            "{} could not be found again where they were in their files, and are not in the export.",
            calls(rows)
        ),
        ReportSentence::BarOfCalls { calls: count, at } => format!("{at}: {}", calls(count)),
        ReportSentence::ChangesAgainst { span } => format!("Changes are against the same time right before: {span}."),
        ReportSentence::ChangesOfDays { later, earlier } => {
            format!("Changes are those of the last whole day, {later}, against the day before, {earlier}.")
        }
        ReportSentence::ChangedFrom { before, now } => format!("from {before} to {now}"),
        ReportSentence::WorstGroup { failed, calls: all, low, asr, high } => format!(
            "{} of {} failed; ASR {}, likely {} to {}.",
            EN.count(failed),
            calls(all),
            EN.percent(asr),
            EN.percent(low),
            EN.percent(high)
        ),
        ReportSentence::MostHarmBy { calls: count } => format!("Most harm by {} with", calls(count)),
        ReportSentence::StepsOf { minutes } => match minutes {
            10_080 => "1 week".to_owned(),
            1440 => "1 day".to_owned(),
            _ if minutes % 60 == 0 => format!("{} {}", minutes / 60, plural(u64::from(minutes / 60), "hour", "hours")),
            _ => format!("{minutes} {}", plural(u64::from(minutes), "minute", "minutes")),
        },
        ReportSentence::DefineDelayColumn { percent, failed } => format!(
            "Post-dial delay that {} % of the {} calls do not exceed.",
            EN.decimal(percent, 0),
            if failed { "unanswered" } else { "answered" }
        ),
        ReportSentence::DelayColumn { percent, failed } => {
            format!("p{}{}", EN.decimal(percent, 0), if failed { ", failed" } else { "" })
        }
        ReportSentence::LengthNotSaid { calls: count } => format!("Of {} the files do not say it.", calls(count)),
    }
}
