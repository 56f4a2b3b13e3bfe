use super::*;
use anyhow::anyhow;

const NOWHERE: Description = Description {
    name: "Nobrowser",
    programs: &[Program { variable: "CDR_LENS_NO_SUCH_VARIABLE", find: || None }],
    packages: &["nobrowser"],
    remedy: "write one",
};

const HERE: Description = Description {
    programs: &[Program { variable: "CDR_LENS_NO_SUCH_VARIABLE", find: || Some(PathBuf::from("/here")) }],
    ..NOWHERE
};

#[test]
fn what_is_there_is_not_installed() {
    let found = find_or_install(&HERE, &|_| panic!("nothing is to be installed")).unwrap().unwrap();
    assert_eq!(found.programs, [("CDR_LENS_NO_SUCH_VARIABLE", PathBuf::from("/here"))]);
}

#[test]
fn without_an_installer_a_browser_is_missing_and_that_is_said() {
    assert!(find_or_install(&NOWHERE, &|_| None).unwrap().is_none());
    assert_eq!(missing(&NOWHERE), "Nobrowser was not found: write one");
}

#[test]
fn an_installation_that_fails_or_brings_nothing_is_an_error() {
    let fails = |_: &[&str]| Some(Err(anyhow!("no such package")));
    let error = find_or_install(&NOWHERE, &fails).err().unwrap();
    assert_eq!(format!("{error:#}"), "write one: no such package");
    let brings_nothing = |packages: &[&str]| {
        assert_eq!(packages, ["nobrowser"]);
        Some(Ok(()))
    };
    let error = find_or_install(&NOWHERE, &brings_nothing).err().unwrap();
    assert_eq!(error.to_string(), "nobrowser did not bring all that is needed: write one");
}

#[test]
fn a_variable_that_names_no_program_is_an_error() {
    assert_eq!(named("FIREFOX", None).unwrap(), None);
    assert_eq!(named("FIREFOX", Some("".into())).unwrap(), None);
    let this = env::current_exe().unwrap();
    assert_eq!(named("FIREFOX", Some(this.clone().into())).unwrap(), Some(this));
    let error = named("FIREFOX", Some("/no/such/fox".into())).unwrap_err();
    assert_eq!(error.to_string(), "FIREFOX names /no/such/fox, which is no program");
}
