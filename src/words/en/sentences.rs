//! Sentences with numbers or names in them.

use super::{EN, dialect, files as of_files};
use crate::words::{Bytes, Duration, ProgressNumbers, Sentence};

pub(super) fn plural<'a>(count: u64, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

pub(super) fn calls(count: u64) -> String {
    format!("{} {}", EN.count(count), plural(count, "call", "calls"))
}

fn rows(count: u64) -> String {
    format!("{} {}", EN.count(count), plural(count, "row", "rows"))
}

pub(super) fn files(count: usize) -> String {
    format!("{} {}", EN.count(count as u64), plural(count as u64, "file", "files"))
}

fn reasons(count: usize) -> String {
    format!("{} {}", EN.count(count as u64), plural(count as u64, "end reason", "end reasons"))
}

fn of_all(part: u64, whole: u64) -> String {
    let percent = crate::query::metrics::percent(part, whole).unwrap_or_default();
    EN.percent(percent)
}

/// Every sentence with numbers or names in it.
pub(in crate::words) fn sentence(sentence: &Sentence<'_>) -> String {
    match *sentence {
        Sentence::Progress(numbers) => progress(numbers),
        Sentence::ReadingFile { name, of: 1, .. } => format!("Reading {name}"),
        Sentence::ReadingFile { name, number, of } => format!("Reading {name}, file {number} of {of}"),
        Sentence::RowCounts { rows: all, calls: read, duplicates: 0, set_aside } => {
            format!("{} = {} + {} set aside", rows(all), calls(read), EN.count(set_aside))
        }
        Sentence::RowCounts { rows: all, calls: read, duplicates, set_aside } => format!(
            "{} = {} + {} counted already + {} set aside",
            rows(all),
            calls(read),
            EN.count(duplicates),
            EN.count(set_aside)
        ),
        Sentence::BreakDownBy { dimension } => format!("Filter by it, and break its calls down by: {dimension}"),
        Sentence::OneByOther { metric, rows, columns } => format!("{metric}: {rows} by {columns}"),
        Sentence::CellOfMatrix { row, column, value, calls: count } => format!("{row}, {column}: {value}, of {}", calls(count)),
        Sentence::MatrixLeftOut { rows, columns } => format!(
            "Those with the most calls are shown: {} {} and {} {} are left out.",
            EN.count(rows as u64),
            plural(rows as u64, "row", "rows"),
            EN.count(columns as u64),
            plural(columns as u64, "column", "columns")
        ),
        Sentence::AttemptsExplained { attempts, answered, unknown, exact } => {
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
        Sentence::TakeOffPrefix { prefix } => format!("Take off {prefix}"),
        Sentence::MayBeRouting { prefix, calls: count, placed, countries } => format!(
            "Is {prefix} a routing prefix? {} begin so; without it {} go to: {countries}.",
            calls(count),
            of_all(placed, count)
        ),
        Sentence::RatesRead { prefixes, names, rated } => format!(
            "Your list has {} {} of {} {}; {} with a rate.",
            EN.count(prefixes as u64),
            plural(prefixes as u64, "prefix", "prefixes"),
            EN.count(names as u64),
            plural(names as u64, "destination", "destinations"),
            EN.count(rated as u64)
        ),
        Sentence::RateProblem { problem } => super::problems::rate_problem(problem),
        Sentence::MoreProblems { problems } => format!("and {} more", EN.count(problems as u64)),
        Sentence::FeeKnown { known, calls: count } => format!("known of {} of {}", EN.count(known), calls(count)),
        Sentence::FilterChip { field, text } => format!("{}: {text}", EN.filter_field(field)),
        Sentence::RemoveFromFilter { field } => format!("Remove from the filter: {}", EN.filter_field(field)),
        Sentence::FilterProblem { field, part } => {
            format!("{}: \u{201c}{part}\u{201d} cannot be understood. {}", EN.filter_field(field), EN.filter_hint(field))
        }
        Sentence::FiguresOf { part, whole } => super::filter::figures_of(part, whole),
        Sentence::CallsFound { calls: found } => calls(found),
        Sentence::CallAt { number } => format!("Open call {}", EN.count(number)),
        Sentence::WorkerLost { files: count, detail } => format!(
            "A part of this page stopped ({detail}). What it held of {} is read once more; the rest stands.",
            files(count)
        ),
        Sentence::Held { bytes, budget, not_kept: 0 } => {
            format!("All calls are held for filters, in {} of at most {}.", EN.bytes(Bytes(bytes)), EN.bytes(Bytes(budget)))
        }
        Sentence::Held { bytes, budget, not_kept } => format!(
            "{} are in the figures of all calls, but had no room to be filtered or looked at: {} of {} are used. Allow more and read the files again.",
            calls(not_kept),
            EN.bytes(Bytes(bytes)),
            EN.bytes(Bytes(budget))
        ),
        Sentence::ChangesAgainst { span } => format!("Changes are against the same time right before: {span}."),
        Sentence::ChangesOfDays { later, earlier } => {
            format!("Changes are those of the last whole day, {later}, against the day before, {earlier}.")
        }
        Sentence::ChangedFrom { before, now } => format!("from {before} to {now}"),
        Sentence::WorstGroup { failed, calls: all, low, asr, high } => format!(
            "{} of {} failed; ASR {}, likely {} to {}.",
            EN.count(failed),
            calls(all),
            EN.percent(asr),
            EN.percent(low),
            EN.percent(high)
        ),
        Sentence::MostHarmBy { calls: count } => format!("Most harm by {} with", calls(count)),
        Sentence::StepsOf { minutes } => match minutes {
            10_080 => "1 week".to_owned(),
            1440 => "1 day".to_owned(),
            _ if minutes % 60 == 0 => format!("{} {}", minutes / 60, plural(u64::from(minutes / 60), "hour", "hours")),
            _ => format!("{minutes} {}", plural(u64::from(minutes), "minute", "minutes")),
        },
        Sentence::BarOfCalls { calls: count, at } => format!("{at}: {}", calls(count)),
        Sentence::DefineDelayColumn { percent, failed } => format!(
            "Post-dial delay that {} % of the {} calls do not exceed.",
            EN.decimal(percent, 0),
            if failed { "unanswered" } else { "answered" }
        ),
        Sentence::DelayColumn { percent, failed } => {
            format!("p{}{}", EN.decimal(percent, 0), if failed { ", failed" } else { "" })
        }
        Sentence::LengthNotSaid { calls: count } => format!("Of {} the files do not say it.", calls(count)),
        Sentence::NoCallerOfMany { numbers } => format!("No caller called {} different numbers or more.", EN.count(numbers)),
        Sentence::AddressesBlocked { addresses: 0 } => "No address is ticked that can be shut out.".to_owned(),
        Sentence::AddressesBlocked { addresses } => format!(
            "{} {} on the list.",
            EN.count(addresses as u64),
            plural(addresses as u64, "address is", "addresses are")
        ),
        Sentence::NoAddress { text } => format!("\u{201c}{text}\u{201d} is no address, and allows nothing."),
        Sentence::DistinctIsEstimated { percent } => {
            format!("How many different numbers there are is estimated, with a standard error of {}.", EN.percent(percent))
        }
        Sentence::MoneyKnown { fees, costs, calls: count } => {
            format!("A fee is known of {} and a cost of {} of {}; the others count neither way.", EN.count(fees), EN.count(costs), calls(count))
        }
        Sentence::CallsAtALoss { calls: count, money } => format!("{}, {money} together", calls(count)),
        Sentence::CostIsZero { names, groups } => {
            format!("The cost of {} is 0 on all calls: {names}. Most likely nothing is booked there, so that the margin is not known.", if groups == 1 { "one of them".to_owned() } else { format!("{} of them", EN.count(groups as u64)) })
        }
        Sentence::FailedRevenueOf { money, failed, without: 0 } => {
            format!("{} failed, and would have brought about {money} (estimate).", calls(failed))
        }
        Sentence::FailedRevenueOf { money, failed, without } => format!(
            "{} failed, and would have brought about {money} (estimate), without {} to prefixes of which no answered call has a fee.",
            calls(failed),
            calls(without)
        ),
        Sentence::UnbilledOf { calls: count } => format!("no: {} answered and not billed", calls(count)),
        Sentence::ChargedThough { money } => format!("no: {money} was charged"),
        Sentence::StepOf { first, next } => format!("The first {first} seconds whole, then {next} at a time"),
        Sentence::RateOfCalls { rate, calls: count } => format!("{rate} ({})", calls(count)),
        Sentence::TimesAsMuch { times } => format!("{} ×", EN.decimal(times, 2)),
        Sentence::CallsOf { number, name } => format!("{number}: show the calls of {name}"),
        Sentence::RefusedParts { held, others } => {
            format!("{} that held a line, {} that held none", EN.count(held), EN.count(others))
        }
        Sentence::LimitRefuses { refused, calls: all, exact } => format!(
            "It would have refused {}{}, {} of all.",
            if exact { "" } else { "at most " },
            calls(refused),
            of_all(refused, all)
        ),
        Sentence::LongestSpell { from, to, peak } => format!("The longest was from {from} to {to}, with up to {} calls.", EN.count(peak)),
        Sentence::SecondsAbove { limit, times: 0, .. } => format!("Never were there more than {} calls in progress.", EN.count(limit)),
        Sentence::SecondsAbove { limit, seconds, times } => format!(
            "More than {} calls were in progress for {} in all, at {} {}.",
            EN.count(limit),
            EN.duration(Duration(seconds as f64)),
            EN.count(times as u64),
            plural(times as u64, "time", "different times")
        ),
        Sentence::LimitOf { lines } => format!("Limit: {}", EN.count(lines)),
        Sentence::LoadsLeftOut { groups } => {
            format!("{} with few calls are left out here; they are in the load of all calls.", EN.count(groups as u64))
        }
        Sentence::NoneNamed { what } => format!("None of these calls says it: {what}."),
        Sentence::LoadsOf { by } => format!("Lines and calls a second: {by}"),
        Sentence::SideBySide { before, after } => format!("{before} and {after}, side by side"),
        Sentence::AnHour { name } => format!("{name} an hour"),
        Sentence::ContributionsBy { dimension } => format!("Contributions: {dimension}"),
        Sentence::ContributionsWithin { group, dimension } => format!("Contributions within {group}: {dimension}"),
        Sentence::WithinGroup { group } => format!("Within {group}"),
        Sentence::GroupsMayLack { calls: lacking } => format!("There are so many groups that one may lack up to {}. The sum is exact.", calls(lacking)),
        Sentence::EachOf { dimension } => format!("Each, by {}", dimension.to_lowercase()),
        Sentence::OnAndOff { below: true, on, off } => format!("below {on}, off again from {off}"),
        Sentence::OnAndOff { below: false, on, off } => format!("above {on}, off again down to {off}"),
        Sentence::AlarmShown { name } => format!("Alarm: {name}"),
        Sentence::NeverOn { name } => format!("{name} would not have gone on in these calls."),
        Sentence::EventsOf { name } => format!("When it was on: {name}"),
        Sentence::AlarmValuesOf { metric, name } => format!("{metric}: {name}"),
        Sentence::AlarmsImported { alarms } => {
            format!("{} {} taken over.", EN.count(alarms as u64), plural(alarms as u64, "alarm", "alarms"))
        }
        Sentence::FilesRead { read, failed: 0 } => format!("{} read", files(read)),
        Sentence::FilesRead { read, failed } => format!("{} read, {} not read", files(read), EN.count(failed as u64)),
        Sentence::AlreadyThere { files: 1 } => "That file is there already. It was not counted twice.".to_owned(),
        Sentence::AlreadyThere { files: count } => {
            format!("{} were there already. They were not counted twice.", files(count))
        }
        Sentence::CopyTable { name } => format!("Copy the table: {name}"),
        Sentence::CopyFigure { name } => format!("Copy {name}"),
        Sentence::CopiedFigure { name, value } => format!("{name}: {value}"),
        Sentence::CopiedPeriod { from, to, zone } => format!("{from} to {to} ({zone})"),
        Sentence::MoreRows { shown, of } => {
            format!("Show more: {} of {} are shown", EN.count(shown as u64), EN.count(of as u64))
        }
        Sentence::FirstRows { shown, of } => {
            format!("The first {} of {} rows.", EN.count(shown as u64), EN.count(of as u64))
        }
        Sentence::NamesAndMore { names, more: 0 } => names.to_owned(),
        Sentence::NamesAndMore { names, more } => format!("{names} and {} more", EN.count(more as u64)),
        Sentence::AllCallsOfFiles { calls: count } => format!("None: all {} of the files", calls(count)),
        Sentence::PeriodInZone { from, to, zone } => format!("First call {from}, last call {to} ({zone})"),
        Sentence::MomentInZone { at, zone } => format!("{at} ({zone})"),
        Sentence::RowsBelow { rows, least } => {
            format!("{} with fewer than {} are not shown.", EN.count(rows as u64), calls(least))
        }
        Sentence::GroupsLeftOut { groups, calls: count } => {
            format!("Up to {} small groups with {} together are not listed; they are in the total.", EN.count(groups), calls(count))
        }
        Sentence::AllFindings { findings } => format!("All {} findings", EN.count(findings as u64)),
        Sentence::CallsAtStake { calls: count } => calls(count),
        Sentence::MoneyAtStake { calls, money, is_estimate: true } => format!("{calls}, about {money} (an estimate)"),
        Sentence::MoneyAtStake { calls, money, is_estimate: false } => format!("{calls}, {money}"),
        Sentence::PageWithoutCalls { filtered: true } => {
            "No call is like the filter says. Switch a part of it off, or remove it.".to_owned()
        }
        Sentence::PageWithoutCalls { filtered: false } => "There is no call in these files.".to_owned(),
        Sentence::Lacks { what } => format!("These files do not say {what}, so that this cannot be shown."),
        Sentence::InProgress { calls: 1 } => {
            "1 call had no stop time: it was still up when the file was written. It is among the calls.".to_owned()
        }
        Sentence::InProgress { calls: count } => {
            format!(
                "{} had no stop time: they were still up when the file was written. They are among the calls.",
                calls(count)
            )
        }
        Sentence::ShareOfCalls { percent } => format!("{} of all calls", EN.percent(percent)),
        Sentence::WeakShare { low, high, calls: count } => {
            format!("weak: {} only, likely {} to {}", calls(count), EN.percent(low), EN.percent(high))
        }
        Sentence::HungUp { caller, callee, server, calls: all } => format!(
            "Hung up by the caller {}, the called party {}, the server {}.",
            of_all(caller, all),
            of_all(callee, all),
            of_all(server, all)
        ),
        Sentence::VendorReached { reached, known } => {
            format!("A vendor's gateway was reached by {} of them.", of_all(reached, known))
        }
        Sentence::StandsInFor { code, hundred } => {
            format!(
                "The registry of SIP status codes has no {code}. By RFC 3261 it is treated as {hundred}, which is explained here."
            )
        }
        Sentence::DialectByEvidence { guide_files, live_files, unsure_files } => {
            dialect::by_evidence(guide_files, live_files, unsure_files)
        }
        Sentence::DialectFound { vocabularies } => dialect::found(vocabularies),
        Sentence::DialectRunnerUp { shown, against_shown, against_other } => {
            dialect::runner_up(shown, against_shown, against_other)
        }
        Sentence::DialectContent { content } => dialect::content(content),
        Sentence::DownloadSetAside { rows: count } => format!("Download {} as CSV", rows(count)),
        Sentence::SetAsideShown { shown, of } => {
            format!("The first {} of {}; the download has all.", EN.count(shown as u64), EN.count(of))
        }
        Sentence::DefinitionOf { name } => format!("What is {name}?"),
        Sentence::SortBy { column } => format!("Sort by {column}"),
        Sentence::Minutes { minutes } => EN.decimal(minutes, if minutes < 1000.0 { 1 } else { 0 }),
        Sentence::TakenFor { facts } => of_files::taken_for(facts),
        Sentence::FormOf { facts } => of_files::form(facts),
        Sentence::EncodingOf { finding } => of_files::encoding(finding),
        Sentence::DamageOf { damage } => of_files::damage(damage),
        Sentence::PassedOver { lines: 1 } => "1 line above the header is none of the table.".to_owned(),
        Sentence::PassedOver { lines } => format!("{} lines above the header are none of the table.", EN.count(lines as u64)),
        Sentence::DatesOfZone { zone: "" } => "Its times are written without a zone. They are taken as UTC.".to_owned(),
        Sentence::DatesOfZone { zone } => format!("Its times are written without a zone. They are taken as those of {zone}."),
        Sentence::Duplicates { calls: 1 } => "1 call stood in another row already, by its serial number. It is counted once.".to_owned(),
        Sentence::Duplicates { calls: count } => {
            format!("{} stood in other rows already, by their serial numbers. They are counted once.", calls(count))
        }
        Sentence::PeriodOf { from, to } => format!("Calls from {from} to {to}."),
        Sentence::SameAs { name } => {
            format!("It has the same calls as {name}, as far as can be seen without serial numbers. They are counted once.")
        }
        Sentence::ColumnNumber { number } => format!("Column {}", EN.count(number as u64)),
        Sentence::ColumnNamed { number, name } => format!("{}: {name}", EN.count(number as u64)),
        Sentence::FilesInArchive { files: count } => format!("{} in it, each below.", files(count)),
        Sentence::MappingsImported { mappings: 1 } => "1 mapping taken over.".to_owned(),
        Sentence::MappingsImported { mappings } => format!("{} mappings taken over.", EN.count(mappings as u64)),
        Sentence::DoesNotFit { sample, misfit } => format!("{sample} {}", of_files::misfit(misfit)),
        Sentence::ForgetMapping { name } => format!("Forget {name}"),
        Sentence::MillisAsRead { millis } => format!("{} s", EN.decimal(millis as f64 / 1000.0, if millis % 1000 == 0 { 0 } else { 1 })),
        Sentence::Utc => "UTC".to_owned(),
        Sentence::BrowserZone { name } => format!("This machine's zone ({name})"),
        Sentence::WorkerStopped { detail } => {
            format!(
                "Reading stopped because of an error in this page ({detail}). Nothing of this drop was kept. Please try again; if it happens again, the file's size and first lines would help to mend it."
            )
        }
        Sentence::CouldNotSave { detail } => format!("The file could not be saved ({detail})."),
        Sentence::EntriesFound { entries: 0 } => "Nothing fits. Try fewer words, or a number.".to_owned(),
        Sentence::EntriesFound { entries: 1 } => "1 entry".to_owned(),
        Sentence::EntriesFound { entries } => format!("{} entries", EN.count(entries as u64)),
        Sentence::Value { value, unit: Some(unit) } => format!("{value} {unit}"),
        Sentence::Value { value, unit: None } => value.to_owned(),
        Sentence::GroupCalls { group, calls: count, percent } => {
            format!("{group}: {}, {}", calls(count), EN.percent(percent))
        }
        Sentence::WithThoseAbove { percent } => format!("{} together with those above", EN.percent(percent)),
        Sentence::MedianDelay { seconds } => {
            format!("Post-dial delay: {} s in the middle (half of the calls took no longer).", EN.decimal(seconds, 1))
        }
        Sentence::LargestShare { percent, at } => format!("Over time: largest at {at}, {} of all calls then.", EN.percent(percent)),
        Sentence::DictionaryEntries { entries: 0 } => {
            "You have not named any end reason yet. Choose one in the report to do so, or drop two exports of the same calls, one with numbers and one with words.".to_owned()
        }
        Sentence::DictionaryEntries { entries } => {
            format!("{} of yours, kept in this browser.", reasons(entries))
        }
        Sentence::DictionaryImported { entries } => format!("{} taken over.", reasons(entries)),
        Sentence::NamesFound { names } => {
            format!("Two of the files have the same calls, one with numbers and one with words. {} can be named by that:", reasons(names))
        }
        Sentence::NameFound { code, name, calls: count } => format!("{code} is \u{201c}{name}\u{201d}, by {} looked at", calls(count as u64)),
    }
}

fn progress(numbers: ProgressNumbers) -> String {
    let mut parts = vec![
        format!("{} of {}", EN.bytes(Bytes(numbers.bytes)), EN.bytes(Bytes(numbers.of_bytes))),
        calls(numbers.calls),
    ];
    if numbers.seconds > 0.2 {
        parts.push(format!("{} per second", calls((numbers.calls as f64 / numbers.seconds) as u64)));
    }
    if numbers.seconds > 0.5 && numbers.bytes > 0 {
        let left = numbers.seconds * numbers.of_bytes.saturating_sub(numbers.bytes) as f64 / numbers.bytes as f64;
        parts.push(format!("{} left", EN.duration(Duration(left.ceil()))));
    }
    parts.join(" · ")
}
