//! Archives that are the same bytes wherever and whenever they are made.

use crate::paths;
use anyhow::{Result, bail};
use std::io::{Cursor, Write};
use std::path::Path;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Zips `files` of `folder`, in order of their names, at a time that never changes.
pub fn zip(folder: &Path, files: &[String]) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::DEFAULT
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let bytes = paths::read(&folder.join(file))?;
        let options = if bytes.starts_with(b"#!") { options.unix_permissions(0o755) } else { options };
        zip.start_file(file.as_str(), options)?;
        zip.write_all(&bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Fails where one of the built `files` of `folder` names a folder of the machine that they were made on.
pub fn tell_no_place(folder: &Path, files: &[String]) -> Result<()> {
    let places = [paths::root(), paths::cargo_home()?];
    files.iter().try_for_each(|file| {
        let bytes = paths::read(&folder.join(file))?;
        match places.iter().find(|place| names(&bytes, place)) {
            Some(place) => bail!("{file} names {}, a folder of this machine", place.display()),
            None => Ok(()),
        }
    })
}

/// Whether `bytes` name `place` or what lies in it. One that stands at the top, as `/src`, tells nothing of a machine,
/// and cannot be told from a part of any other path.
fn names(bytes: &[u8], place: &Path) -> bool {
    let name = format!("{}/", place.display());
    place.components().count() > 2 && bytes.windows(name.len()).any(|window| window == name.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{self, File, FileTimes};
    use std::time::{Duration, SystemTime};

    #[test]
    fn neither_place_nor_time_nor_rights_change_a_byte() {
        let zip = |name: &str, days: u64| {
            let folder = std::env::temp_dir().join(format!("hearsay-{name}-{}", std::process::id()));
            let files = ["a.js".to_owned(), "icons/b.png".to_owned()];
            for file in &files {
                paths::write(&folder.join(file), file.repeat(1000)).unwrap();
                let time = SystemTime::UNIX_EPOCH + Duration::from_secs(days * 24 * 60 * 60);
                let file = File::options().write(true).open(folder.join(file)).unwrap();
                file.set_times(FileTimes::new().set_modified(time)).unwrap();
            }
            let mut rights = fs::metadata(folder.join("a.js")).unwrap().permissions();
            rights.set_readonly(days > 15_000);
            fs::set_permissions(folder.join("a.js"), rights).unwrap();
            let bytes = super::zip(&folder, &files).unwrap();
            fs::remove_dir_all(&folder).unwrap();
            bytes
        };
        assert!(zip("here", 10_000) == zip("somewhere-else", 20_000), "the same bytes");
    }

    #[test]
    fn a_folder_of_this_machine_is_found() {
        let place = Path::new("/home/ann/hearsay");
        assert!(names(b"panicked at /home/ann/hearsay/src/lib.rs", place));
        assert!(!names(b"crates/serde/src/lib.rs", place));
        assert!(!names(b"crates/serde/src/lib.rs", Path::new("/src")));
        assert!(!names(b"a/b", Path::new("/")));
    }
}
