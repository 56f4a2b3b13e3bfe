//! The command `sample`: the library's generator, for tests and for trying out.

use anyhow::{Context, Result, anyhow};
use clap::Args;
use clap::builder::PossibleValuesParser;
use sample::{Format, Numbering, Sample, SampleSpec, Totals};
use serde_json::{Value, json};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use time::{Date, Month, Time, UtcDateTime};

/// Rows written at once.
const CHUNK_ROWS: usize = 10_000;

#[derive(Args)]
pub(crate) struct Options {
    /// How many calls
    #[arg(long, value_name = "N", default_value_t = SampleSpec::default().calls)]
    rows: u64,
    /// The shape of the file
    #[arg(long, default_value = "csv", value_parser = PossibleValuesParser::new(Format::ALL))]
    format: String,
    /// End reasons as the guide numbers them, or signed as live systems store them
    #[arg(long, default_value = "live", value_parser = PossibleValuesParser::new(Numbering::ALL))]
    codes: String,
    /// Another seed, other calls
    #[arg(long, value_name = "S", default_value_t = SampleSpec::default().seed)]
    seed: u64,
    /// Over how many days the calls are spread
    #[arg(long, value_name = "D", default_value_t = SampleSpec::default().days,
        value_parser = clap::value_parser!(u32).range(1..=i64::from(SampleSpec::MAX_DAYS)))]
    days: u32,
    /// The first day [default: 2026-03-02]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    start: Option<i64>,
    /// Ordinary traffic only, nothing that an analyst should find
    #[arg(long)]
    no_stories: bool,
    /// Where to write the file [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Where to write, as JSON, what the file adds up to
    #[arg(long, value_name = "FILE")]
    totals: Option<PathBuf>,
}

/// Writes the file.
pub(crate) fn run(options: &Options) -> Result<()> {
    let default = SampleSpec::default();
    let spec = SampleSpec {
        calls: options.rows,
        seed: options.seed,
        format: Format::parse(&options.format).context("--format")?,
        codes: Numbering::parse(&options.codes).context("--codes")?,
        start: options.start.unwrap_or(default.start),
        days: options.days,
        stories: !options.no_stories,
    };
    let totals = match &options.out {
        Some(path) => File::create(path)
            .and_then(|mut file| write(spec, &mut file))
            .with_context(|| format!("cannot write {}", path.display()))?,
        None => match write(spec, &mut io::stdout().lock()) {
            // `cargo xtask sample | head` has what it wants.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
            written => written.context("cannot write to standard output")?,
        },
    };
    if let Some(path) = &options.totals {
        let json = serde_json::to_string_pretty(&as_json(&totals))? + "\n";
        fs::write(path, json).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

fn write(spec: SampleSpec, out: &mut dyn Write) -> io::Result<Totals> {
    let mut sample = Sample::new(spec);
    let mut chunk = Vec::new();
    let mut more = true;
    while more {
        chunk.clear();
        more = sample.write_chunk(&mut chunk, CHUNK_ROWS);
        out.write_all(&chunk)?;
    }
    out.flush()?;
    Ok(sample.totals().clone())
}

fn as_json(totals: &Totals) -> Value {
    let by_reason: serde_json::Map<String, Value> = totals
        .by_reason
        .iter()
        .map(|(code, reason)| {
            let (calls, answered, talk_seconds) = (reason.calls, reason.answered, reason.talk_seconds);
            (code.to_string(), json!({ "calls": calls, "answered": answered, "talk_seconds": talk_seconds }))
        })
        .collect();
    json!({
        "rows": totals.rows,
        "calls": totals.calls,
        "answered": totals.answered,
        "talk_seconds": totals.talk_seconds,
        "first_start_ms": totals.first_start_ms,
        "last_start_ms": totals.last_start_ms,
        "by_reason": by_reason,
    })
}

/// A day's midnight in UTC, in epoch milliseconds.
fn day(text: &str) -> Result<i64> {
    let date = || {
        let (year, rest) = text.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
        Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()
    };
    let date = date().ok_or_else(|| anyhow!("a day is written YYYY-MM-DD"))?;
    Ok(UtcDateTime::new(date, Time::MIDNIGHT).unix_timestamp() * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read() {
        assert_eq!(day("2026-03-02").unwrap(), SampleSpec::default().start);
        assert!(day("2026-02-30").is_err());
        assert!(day("yesterday").is_err());
    }

    #[test]
    fn the_totals_are_those_of_the_file() {
        let mut file = Vec::new();
        let spec = SampleSpec { calls: 500, format: Format::EcdrTsv, ..SampleSpec::default() };
        let totals = as_json(&write(spec, &mut file).unwrap());
        assert_eq!(file.iter().filter(|byte| **byte == b'\n').count(), 501);
        assert_eq!(totals["rows"], 500);
        let by_reason = totals["by_reason"].as_object().unwrap();
        let calls: u64 = by_reason.values().map(|reason| reason["calls"].as_u64().unwrap()).sum();
        assert_eq!(calls, 500);
        assert!(by_reason.keys().all(|code| code.parse::<i32>().is_ok()));
    }
}
