//! scratch
use std::fs;
#[test]
fn real() {
    let main = fs::read_to_string("scenarios/bmwe-2015.toml").unwrap();
    let names = taakgericht::format::file_names("scenarios/bmwe-2015.toml", &main).unwrap();
    let files: std::collections::BTreeMap<String, String> =
        names.iter().map(|n| (n.clone(), fs::read_to_string(format!("scenarios/{n}")).unwrap())).collect();
    match taakgericht::format::read("scenarios/bmwe-2015.toml", &main, &|n| files.get(n).map(String::as_str)) {
        Ok(s) => {
            let t = taakgericht::format::write(&s);
            println!("{}", t.main);
            for f in &t.files {
                println!("{}\n{}", f.0, f.1);
            }
            let again = taakgericht::format::read("x", &t.main, &|n| t.file(n)).unwrap_or_else(|e| panic!("{e}"));
            assert_eq!(again.clone().without_places(), s.without_places());
            assert_eq!(taakgericht::format::write(&again), t);
        }
        Err(e) => panic!("{e}"),
    }
}
