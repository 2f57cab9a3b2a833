//! scratch
use std::fs;
#[test]
fn real() {
    let main = fs::read_to_string("scenarios/bmwe-2015.toml").unwrap();
    let names = taakgericht::format::file_names("scenarios/bmwe-2015.toml", &main).unwrap();
    let files: std::collections::BTreeMap<String, String> = names
        .iter()
        .map(|n| (n.clone(), fs::read_to_string(format!("scenarios/{n}")).unwrap()))
        .collect();
    match taakgericht::format::read("scenarios/bmwe-2015.toml", &main, &|n| files.get(n).map(String::as_str)) {
        Ok(s) => println!("{s:#?}"),
        Err(e) => panic!("{e}"),
    }
}
