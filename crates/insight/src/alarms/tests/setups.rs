use super::super::*;
use super::asr;
use query::Dimension;

#[test]
fn types_of_vos3000() {
    let mut setup = asr(60, 1);
    assert_eq!(setup.vos3000_type(Crossing::Below), Some(20_000));
    assert_eq!(setup.vos3000_type(Crossing::Above), None);
    setup.metric = AlarmMetric::Concurrency;
    let both = [Crossing::Below, Crossing::Above].map(|crossing| setup.vos3000_type(crossing));
    assert_eq!(both, [Some(20_002), Some(20_022)]);
    setup.scope = AlarmScope::One(Dimension::OriginatingGateway, "MG1".to_owned());
    let both = [Crossing::Below, Crossing::Above].map(|crossing| setup.vos3000_type(crossing));
    assert_eq!(both, [Some(20_015), Some(20_023)]);
    setup.scope = AlarmScope::All;
    assert_eq!(setup.vos3000_type(Crossing::Below), None);
}

#[test]
fn what_cannot_be_set_up() {
    let with = |change: fn(&mut AlarmSetup)| {
        let mut setup = asr(60, 1);
        change(&mut setup);
        setup.problem()
    };
    assert_eq!(asr(60, 1).problem(), None);
    assert_eq!(with(|setup| setup.name = " ".to_owned()), Some(SetupProblem::NoName));
    assert_eq!(with(|setup| setup.below = None), Some(SetupProblem::NoThreshold));
    assert_eq!(with(|setup| setup.window_minutes = 0), Some(SetupProblem::Window));
    let below = |on, off| {
        let mut setup = asr(60, 1);
        setup.below = Some(Threshold { on, off });
        setup.problem()
    };
    assert_eq!(below(30.0, 29.0), Some(SetupProblem::OffBeforeOn(Crossing::Below)));
    assert_eq!(below(30.0, 101.0), Some(SetupProblem::OutOfRange(Crossing::Below)));
    assert_eq!(below(f64::NAN, 1.0), Some(SetupProblem::OutOfRange(Crossing::Below)));
    let always = |setup: &mut AlarmSetup| setup.above = Some(Threshold { on: 20.0, off: 10.0 });
    assert_eq!(with(always), Some(SetupProblem::AlwaysOn));
}

#[test]
fn a_file_reads_back_or_says_why_not() {
    let mut setups = AlarmSetups::default();
    setups.alarms.push(asr(60, 100));
    let text = setups.text();
    assert_eq!(AlarmSetups::read(&text), Ok(setups.clone()));
    let problem = |text: &str| AlarmSetups::read(text).unwrap_err();
    assert_eq!(problem("{}"), AlarmsProblem::NotAlarms);
    assert_eq!(problem("[1, 2"), AlarmsProblem::NotReadable { line: 1, column: 5 });
    assert_eq!(problem(&text.replace("\"version\": 1", "\"version\": 2")), AlarmsProblem::OtherVersion(2));
    let line = text.lines().position(|line| line.contains("\"asr\"")).unwrap() + 1;
    let unknown = problem(&text.replace("\"asr\"", "\"mos\""));
    assert!(matches!(unknown, AlarmsProblem::NotReadable { line: found, .. } if found == line), "{unknown:?}");
    let wrong = problem(&text.replace("60", "0"));
    assert_eq!(wrong, AlarmsProblem::Wrong { number: 1, name: "Routes".to_owned(), problem: SetupProblem::Window });
    let mut twice = setups.clone();
    twice.alarms.push(asr(30, 1));
    assert_eq!(problem(&twice.text()), AlarmsProblem::SameId { number: 2, name: "Routes".to_owned() });
    twice.alarms.remove(0);
    setups.take_over(twice);
    assert_eq!((setups.alarms.len(), setups.alarms[0].window_minutes), (1, 30));
}
