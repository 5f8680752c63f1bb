//! Objects no row names: a crash between writing the object and committing the row leaves one behind.

use std::collections::HashSet;
use std::fs::{self, DirEntry};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::SystemTime;

use super::durable::sync_folder;
use super::{ObjectFault, ObjectName, Objects};

impl Objects {
    /// Objects that are not among the known ones and were last written before `before`.
    ///
    /// Read the known names after `before` has passed: an object written since then is left alone, because its
    /// row may not be committed yet.
    pub fn orphans(
        &self,
        known: &HashSet<ObjectName>,
        before: SystemTime,
    ) -> Result<Vec<ObjectName>, ObjectFault> {
        let mut orphans = Vec::new();
        self.each_older(before, |name| {
            if !known.contains(&name) {
                orphans.push(name);
            }
        })
        .map_err(ObjectFault::io("list the object folder"))?;
        orphans.sort_unstable();
        Ok(orphans)
    }

    /// Removes an orphan, unless it was written again since; says whether it was removed.
    pub fn remove_orphan(&self, name: &ObjectName, before: SystemTime) -> Result<bool, ObjectFault> {
        let fault = ObjectFault::io("remove an object");
        let path = self.path_of(name);
        match fs::metadata(&path).and_then(|found| found.modified()) {
            Ok(written) if written < before => {}
            Ok(_) => return Ok(false),
            Err(found) if found.kind() == ErrorKind::NotFound => return Ok(false),
            Err(source) => return Err(fault(source)),
        }
        fs::remove_file(&path)
            .and_then(|()| path.parent().map_or(Ok(()), sync_folder))
            .map_err(fault)?;
        Ok(true)
    }

    /// Removes files whose writing was cut short before `before`; says how many.
    pub fn sweep_unfinished(&self, before: SystemTime) -> Result<usize, ObjectFault> {
        let mut removed = 0;
        let sweep = |entry: &DirEntry| {
            if entry.metadata()?.modified()? < before {
                fs::remove_file(entry.path())?;
                removed += 1;
            }
            Ok(())
        };
        each_entry(&self.incoming(), sweep).map_err(ObjectFault::io("sweep the object folder"))?;
        Ok(removed)
    }

    fn each_older(&self, before: SystemTime, mut tell: impl FnMut(ObjectName)) -> io::Result<()> {
        each_entry(&self.folder, |first| {
            if !is_fan(first) {
                return Ok(());
            }
            each_entry(&first.path(), |second| {
                if !is_fan(second) {
                    return Ok(());
                }
                each_entry(&second.path(), |file| {
                    let name = file.file_name().to_str().and_then(|name| name.parse().ok());
                    if let Some(name) = name
                        && file.metadata()?.modified()? < before
                    {
                        tell(name);
                    }
                    Ok(())
                })
            })
        })
    }
}

/// Two hexadecimal digits: one of the folders the names are spread over.
fn is_fan(entry: &DirEntry) -> bool {
    entry
        .file_name()
        .to_str()
        .is_some_and(|name| name.len() == 2 && name.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

/// Visits a folder's entries. One that vanishes meanwhile is none of ours to complain about.
fn each_entry(folder: &Path, mut visit: impl FnMut(&DirEntry) -> io::Result<()>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(found) if found.kind() == ErrorKind::NotFound => return Ok(()),
        Err(fault) => return Err(fault),
    };
    for entry in entries {
        match visit(&entry?) {
            Ok(()) => {}
            Err(found) if found.kind() == ErrorKind::NotFound => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}
