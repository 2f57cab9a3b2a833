//! The only place that touches files: reading them whole, and writing them whole or not at all.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// The largest input that is read. A table of all municipalities over all years is a thousand times smaller, so a larger
/// file is a mistake, and memory is not the place to find that out.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A file that could not be read or written, and why.
#[derive(Debug)]
pub(crate) struct FileError {
    path: PathBuf,
    what: &'static str,
    why: String,
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: could not {} this file: {}", self.path.display(), self.what, self.why)
    }
}

impl FileError {
    fn new(path: &Path, what: &'static str, why: impl fmt::Display) -> FileError {
        FileError { path: path.to_owned(), what, why: why.to_string() }
    }

    /// A file that is not read, and why.
    pub(crate) fn unreadable(path: &Path, why: &str) -> FileError {
        FileError::new(path, "read", why)
    }
}

/// Reads a text file whole.
pub(crate) fn read(path: &Path) -> Result<String, FileError> {
    let bytes = read_bytes(path).map_err(|why| FileError::new(path, "read", in_words(&why)))?;
    String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = before.iter().filter(|&&byte| byte == b'\n').count().saturating_add(1);
        let why = format!("line {line} is not UTF-8 text; save it as UTF-8 (in Excel: CSV UTF-8)");
        FileError::new(path, "read", why)
    })
}

fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::Error::other("it is a folder"));
    }
    let mut bytes = Vec::new();
    // The size that a file states need not be true (a pipe states none), so the limit is on what is read.
    file.take(LARGEST.saturating_add(1)).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
        return Err(io::Error::other(format!("it is larger than {} MiB", LARGEST / 1024 / 1024)));
    }
    Ok(bytes)
}

/// The reason without the system's own error number.
fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".into(),
        io::ErrorKind::PermissionDenied => "permission denied".into(),
        _ => error.to_string(),
    }
}

/// Writes a file whole or not at all: beside its place first, then moved there in one step.
///
/// A file that is there keeps its contents until the new ones are complete; an input is never overwritten.
pub(crate) fn write_whole(
    path: &Path,
    inputs: &[PathBuf],
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<(), FileError> {
    refuse_input(path, inputs)
        .and_then(|()| replace(path, write))
        .map_err(|error| FileError::new(path, "write", in_words(&error)))
}

fn refuse_input(path: &Path, inputs: &[PathBuf]) -> io::Result<()> {
    let same = |input: &PathBuf| matches!((input.canonicalize(), path.canonicalize()), (Ok(a), Ok(b)) if a == b);
    if inputs.iter().any(same) {
        return Err(io::Error::other("it is an input of this command; choose another name"));
    }
    Ok(())
}

fn replace(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // Through a symbolic link the file is replaced, not the link.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if path.exists() && !path.is_file() {
        return Err(io::Error::other("it is not an ordinary file"));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = beside(folder)?;
    let mut buffer = io::BufWriter::new(file.as_file_mut());
    write(&mut buffer)?;
    buffer.flush()?;
    drop(buffer);
    if let Ok(old) = fs::metadata(path) {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A file without a final name, which is removed again unless it is moved to its place.
fn beside(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".taakgericht-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file, less what the umask takes away; a temporary file would be the owner's only.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, read, write_whole};
    use std::fs;
    use std::io;

    #[test]
    fn a_failure_halfway_leaves_the_old_file_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.csv");
        fs::write(&path, "old").unwrap();
        let failed = write_whole(&path, &[], |to| {
            to.write_all(b"half of the new")?;
            Err(io::Error::other("the disk is full"))
        });
        let text = format!("{}: could not write this file: the disk is full", path.display());
        assert_eq!(failed.unwrap_err().to_string(), text);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        write_whole(&path, &[], |to| to.write_all(b"new")).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    }

    #[test]
    fn an_input_is_never_overwritten_by_whatever_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("in.csv");
        fs::write(&path, "input").unwrap();
        let roundabout = folder.path().join("..").join(folder.path().file_name().unwrap()).join("in.csv");
        let refused = write_whole(&roundabout, std::slice::from_ref(&path), |to| to.write_all(b"x")).unwrap_err();
        assert!(refused.to_string().ends_with("it is an input of this command; choose another name"), "{refused}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "input");
    }

    #[test]
    fn unreadable_files_say_why() {
        let folder = tempfile::tempdir().unwrap();
        let latin = folder.path().join("latin.csv");
        fs::write(&latin, b"naam\nS\xfadwest\n").unwrap();
        let huge = folder.path().join("huge.csv");
        fs::File::create(&huge).unwrap().set_len(LARGEST + 1).unwrap();
        let cases = [
            (huge, "it is larger than 64 MiB"),
            (folder.path().join("none.csv"), "there is no such file or folder"),
            (folder.path().to_owned(), "it is a folder"),
            (latin, "line 2 is not UTF-8 text; save it as UTF-8 (in Excel: CSV UTF-8)"),
        ];
        for (path, why) in cases {
            let text = format!("{}: could not read this file: {why}", path.display());
            assert_eq!(read(&path).unwrap_err().to_string(), text);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_new_file_is_as_readable_as_any_and_an_old_one_keeps_its_permissions() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
        fs::write(folder.path().join("ordinary"), "").unwrap();
        write_whole(&folder.path().join("new"), &[], |_| Ok(())).unwrap();
        assert_eq!(mode("new"), mode("ordinary"));
        fs::set_permissions(folder.path().join("new"), fs::Permissions::from_mode(0o640)).unwrap();
        write_whole(&folder.path().join("new"), &[], |_| Ok(())).unwrap();
        assert_eq!(mode("new"), 0o640);
    }
}
