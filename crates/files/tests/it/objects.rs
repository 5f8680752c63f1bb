//! The object folder: what goes in comes out, and nothing else does.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use domain::ids::OfficeId;
use files::{ObjectFault, ObjectName, Objects, OfficeKeys, RootKey};
use proptest::prelude::*;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::scratch::Scratch;

const CHUNK: usize = 64 * 1024;
const HEADER: usize = 27 + 32;

fn keys(office: u128) -> OfficeKeys {
    RootKey::from_bytes([9; 32]).office(OfficeId(Uuid::from_u128(office)))
}

fn objects(scratch: &Scratch) -> Objects {
    Objects::open(scratch.path(), &keys(1)).unwrap()
}

/// Bytes that differ from place to place, so that an exchange cannot go unseen.
fn content(length: usize) -> Vec<u8> {
    (0..length)
        .map(|n| u8::try_from((n * 31 + n / 251) % 256).unwrap())
        .collect()
}

fn file_of(objects: &Objects, name: &ObjectName) -> PathBuf {
    let text = name.to_string();
    objects.folder().join(&text[..2]).join(&text[2..4]).join(text)
}

#[test]
fn sizes_around_the_chunk_come_back_whole() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17] {
        let plain = content(length);
        let stored = objects.put(&plain).unwrap();
        assert_eq!(stored.length, length as u64);
        assert_eq!(stored.sha256[..], Sha256::digest(&plain)[..]);
        assert!(objects.get(&stored.name).unwrap() == plain, "{length}");
        let mut streamed = Vec::new();
        objects
            .read(&stored.name)
            .unwrap()
            .read_to_end(&mut streamed)
            .unwrap();
        assert!(streamed == plain, "{length} streamed");
        let on_disk = fs::read(file_of(&objects, &stored.name)).unwrap();
        let n_chunks = length.div_ceil(CHUNK).max(1);
        assert_eq!(on_disk.len(), HEADER + length + 16 * n_chunks);
    }
}

/// A reader that gives a few bytes at a time, as a socket does.
struct Trickle<'a>(&'a [u8]);

impl Read for Trickle<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let n = into.len().min(1000);
        self.0.read(&mut into[..n])
    }
}

#[test]
fn a_slow_reader_and_a_slice_give_the_same_object() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    let plain = content(CHUNK + 5000);
    let streamed = objects.put_from(&mut Trickle(&plain), u64::MAX).unwrap();
    assert_eq!(streamed, objects.put(&plain).unwrap());
    assert!(objects.get(&streamed.name).unwrap() == plain);
}

#[test]
fn content_over_the_limit_is_refused_and_leaves_nothing_behind() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    let plain = content(CHUNK + 1);
    let fault = objects.put_from(&mut &plain[..], CHUNK as u64).unwrap_err();
    assert!(matches!(fault, ObjectFault::TooLong { longest } if longest == CHUNK as u64));
    assert_eq!(files_below(scratch.path()), Vec::<PathBuf>::new());
    objects.put_from(&mut &plain[..], CHUNK as u64 + 1).unwrap();
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn neither_name_nor_file_shows_the_content() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    let canary = b"MARISOL-DELGADO-078-05-1120";
    let stored = objects.put(canary).unwrap();
    let bytes = fs::read(file_of(&objects, &stored.name)).unwrap();
    assert!(
        !bytes
            .windows(8)
            .any(|window| canary.windows(8).any(|part| part == window))
    );
    assert_ne!(stored.name.as_bytes(), &stored.sha256);
    assert_eq!(
        fs::metadata(objects.folder()).unwrap().permissions().mode() & 0o077,
        0
    );
}

#[test]
fn one_content_has_one_name_in_an_office_and_another_elsewhere() {
    let scratch = Scratch::new();
    let (ours, theirs) = (
        objects(&scratch),
        Objects::open(scratch.path(), &keys(2)).unwrap(),
    );
    let (first, again, elsewhere) = (
        ours.put(b"same").unwrap(),
        ours.put(b"same").unwrap(),
        theirs.put(b"same").unwrap(),
    );
    assert_eq!(first.name, again.name);
    assert_ne!(first.name, elsewhere.name);
    assert!(matches!(theirs.get(&first.name), Err(ObjectFault::NotThere(_))));
}

#[test]
fn another_offices_file_put_under_our_name_is_refused() {
    let scratch = Scratch::new();
    let (ours, theirs) = (
        objects(&scratch),
        Objects::open(scratch.path(), &keys(2)).unwrap(),
    );
    let (mine, foreign) = (ours.put(b"ours").unwrap(), theirs.put(b"theirs").unwrap());
    fs::copy(file_of(&theirs, &foreign.name), file_of(&ours, &mine.name)).unwrap();
    assert!(matches!(ours.get(&mine.name), Err(ObjectFault::Refused)));
}

#[test]
fn two_files_exchanged_on_the_disk_are_refused_before_a_byte_is_read() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    let (a, b) = (
        objects.put(b"letter of Ana").unwrap(),
        objects.put(b"letter of Ben").unwrap(),
    );
    fs::copy(file_of(&objects, &a.name), file_of(&objects, &b.name)).unwrap();
    assert!(matches!(objects.read(&b.name), Err(ObjectFault::Refused)));
    assert_eq!(objects.get(&a.name).unwrap(), b"letter of Ana");
}

#[test]
fn every_cut_is_refused_also_between_two_chunks() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    let stored = objects.put(&content(3 * CHUNK)).unwrap();
    let path = file_of(&objects, &stored.name);
    let whole = fs::read(&path).unwrap();
    let sealed_chunk = CHUNK + 16;
    let between = (1..3).map(|n| HEADER + n * sealed_chunk);
    let cuts = [
        0,
        1,
        3,
        26,
        27,
        58,
        HEADER,
        HEADER + 1,
        HEADER + 15,
        HEADER + 16,
        whole.len() - 16,
        whole.len() - 1,
    ];
    for cut in cuts.into_iter().chain(between) {
        fs::write(&path, &whole[..cut]).unwrap();
        assert!(objects.get(&stored.name).is_err(), "cut at {cut}");
    }
    fs::write(&path, [&whole[..], b"x"].concat()).unwrap();
    assert!(objects.get(&stored.name).is_err(), "one byte more");
    fs::write(&path, &whole).unwrap();
    objects.get(&stored.name).unwrap();
}

#[test]
fn chunks_exchanged_repeated_or_left_out_are_refused() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    let stored = objects.put(&content(3 * CHUNK)).unwrap();
    let path = file_of(&objects, &stored.name);
    let whole = fs::read(&path).unwrap();
    let (header, chunks) = whole.split_at(HEADER);
    let chunks: Vec<&[u8]> = chunks.chunks(CHUNK + 16).collect();
    for order in [
        &[1, 0, 2][..],
        &[0, 2, 1],
        &[0, 2],
        &[0, 0, 2],
        &[0, 1, 1, 2],
        &[2],
    ] {
        let changed: Vec<u8> = header
            .iter()
            .copied()
            .chain(order.iter().flat_map(|n| chunks[*n].iter().copied()))
            .collect();
        fs::write(&path, changed).unwrap();
        assert!(
            matches!(objects.get(&stored.name), Err(ObjectFault::Refused)),
            "{order:?}"
        );
    }
}

#[test]
fn a_stream_that_was_cut_ends_in_an_error() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    let stored = objects.put(&content(2 * CHUNK + 9)).unwrap();
    let path = file_of(&objects, &stored.name);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..HEADER + 2 * (CHUNK + 16)]).unwrap();
    let mut got = Vec::new();
    let fault = objects
        .read(&stored.name)
        .unwrap()
        .read_to_end(&mut got)
        .unwrap_err();
    assert_eq!(fault.kind(), std::io::ErrorKind::InvalidData);
    assert_eq!(got.len(), CHUNK);
}

#[test]
fn formats_and_keys_of_another_day_are_named() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    let stored = objects.put(b"x").unwrap();
    let path = file_of(&objects, &stored.name);
    let whole = fs::read(&path).unwrap();
    let changed = |at: usize, to: u8| {
        let mut bytes = whole.clone();
        bytes[at] = to;
        fs::write(&path, bytes).unwrap();
        objects.get(&stored.name).unwrap_err()
    };
    assert!(matches!(changed(0, b'X'), ObjectFault::NotAnObject));
    assert!(matches!(changed(3, 2), ObjectFault::UnknownFormat(2)));
    assert!(matches!(
        changed(7, 4),
        ObjectFault::OtherKey { found: 4, held: 1 }
    ));
    assert!(matches!(changed(8, whole[8] ^ 1), ObjectFault::Refused));
}

#[test]
fn putting_a_damaged_object_again_makes_it_whole() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    let stored = objects.put(b"kept").unwrap();
    fs::write(file_of(&objects, &stored.name), b"broken").unwrap();
    assert!(objects.get(&stored.name).is_err());
    objects.put(b"kept").unwrap();
    assert_eq!(objects.get(&stored.name).unwrap(), b"kept");
}

fn age(path: &Path, written: SystemTime) {
    File::options()
        .append(true)
        .open(path)
        .unwrap()
        .set_modified(written)
        .unwrap();
}

#[test]
fn only_old_unknown_objects_are_orphans() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    let (known, orphan, fresh) = (
        objects.put(b"known").unwrap().name,
        objects.put(b"orphan").unwrap().name,
        objects.put(b"fresh").unwrap().name,
    );
    let monday = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
    for (name, hours_before) in [(known, 48), (orphan, 48), (fresh, 1)] {
        age(
            &file_of(&objects, &name),
            monday - Duration::from_hours(hours_before),
        );
    }
    let before = monday - Duration::from_hours(24);
    let named = HashSet::from([known]);
    assert_eq!(objects.orphans(&named, before).unwrap(), [orphan]);
    // The twin: were age not looked at, an object whose row is about to be committed would go.
    assert_eq!(objects.orphans(&named, monday).unwrap().len(), 2);

    assert!(!objects.remove_orphan(&fresh, before).unwrap());
    assert!(objects.remove_orphan(&orphan, before).unwrap());
    assert!(!objects.contains(&orphan) && objects.contains(&known) && objects.contains(&fresh));
}

#[test]
fn an_orphan_put_again_meanwhile_stays() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    let name = objects.put(b"back again").unwrap().name;
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    age(&file_of(&objects, &name), long_ago);
    let before = long_ago + Duration::from_secs(1);
    assert_eq!(objects.orphans(&HashSet::new(), before).unwrap(), [name]);
    objects.put(b"back again").unwrap();
    assert!(!objects.remove_orphan(&name, before).unwrap());
    assert_eq!(objects.get(&name).unwrap(), b"back again");
}

#[test]
fn writings_cut_short_are_swept_once_they_are_old() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    let left = objects.folder().join("incoming").join("00112233");
    fs::write(&left, b"half").unwrap();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    age(&left, long_ago);
    assert_eq!(objects.sweep_unfinished(long_ago).unwrap(), 0);
    assert_eq!(
        objects
            .sweep_unfinished(long_ago + Duration::from_secs(1))
            .unwrap(),
        1
    );
    assert!(!left.exists());
}

#[test]
fn an_erased_object_is_gone_and_erasing_twice_is_no_fault() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    let name = objects.put(b"to be forgotten").unwrap().name;
    objects.erase(&name).unwrap();
    objects.erase(&name).unwrap();
    assert!(matches!(objects.get(&name), Err(ObjectFault::NotThere(_))));
}

#[test]
fn eight_writers_of_the_same_and_of_other_contents_do_not_disturb_each_other() {
    let scratch = Scratch::new();
    let objects = objects(&scratch);
    std::thread::scope(|scope| {
        for writer in 0..8_usize {
            let objects = &objects;
            scope.spawn(move || {
                for n in 0..10 {
                    objects.put(&content(n * 100)).unwrap();
                    let own = objects.put(&content(10_000 + writer * 10 + n)).unwrap();
                    assert!(objects.get(&own.name).unwrap() == content(10_000 + writer * 10 + n));
                }
            });
        }
    });
    assert_eq!(files_below(scratch.path()).len(), 10 + 80);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_size_round_trips(length in 0..200_000_usize) {
        let scratch = Scratch::new();
        let objects = objects(&scratch);
        let stored = objects.put(&content(length)).unwrap();
        prop_assert!(objects.get(&stored.name).unwrap() == content(length));
    }

    #[test]
    fn any_flipped_byte_is_refused(length in 0..140_000_usize, at in any::<prop::sample::Index>(), flip in 1..=255_u8) {
        let scratch = Scratch::new();
        let objects = objects(&scratch);
        let stored = objects.put(&content(length)).unwrap();
        let path = file_of(&objects, &stored.name);
        let mut bytes = fs::read(&path).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        fs::write(&path, bytes).unwrap();
        prop_assert!(objects.get(&stored.name).is_err(), "byte {}", at);
    }
}
