//! Files kept with a case.

use actions::{
    ActionError,
    documents::{Upload, attach, read},
};
use testkit::{both_engines, builders::a_case};

fn a_file(bytes: &[u8]) -> Upload {
    Upload {
        name: "C:\\scans\\lease\u{7}.pdf".into(),
        media_type: "application/pdf".into(),
        bytes: bytes.to_vec(),
    }
}

both_engines! {
    async fn a_file_is_kept_sealed_and_given_back_to_the_last_byte(test) {
        let reference = a_case().open(&test).await;
        let (house, worker) = (&test.house, test.caseworker());
        let content = b"the lease, in the clear".repeat(5000);
        let id = attach(house, &worker, &reference, a_file(&content)).await.expect("attached");
        let (document, bytes) = read(house, &worker, &reference, id).await.expect("read");
        assert_eq!(bytes, content);
        assert_eq!(document.name, "lease.pdf");
        assert_eq!(document.bytes, i64::try_from(content.len()).expect("a small file"));
        let verified = test.verify().await;
        assert_eq!(verified.reads, 1, "that it was opened is on record");
        let folder = house.objects(test.office).expect("the folder").folder().to_owned();
        assert!(!contains(&folder, b"in the clear"), "nothing of it lies open on the disk");
    }

    async fn an_empty_file_and_a_stranger_s_file_are_not_kept(test) {
        let reference = a_case().open(&test).await;
        let empty = attach(&test.house, &test.caseworker(), &reference, a_file(b"")).await;
        assert!(matches!(empty, Err(ActionError::Invalid(_))), "{empty:?}");
        let stranger = attach(&test.house, &test.auditor(), &reference, a_file(b"x")).await;
        assert!(matches!(stranger, Err(ActionError::NotAllowed(_))), "{stranger:?}");
    }
}

fn contains(folder: &std::path::Path, needle: &[u8]) -> bool {
    std::fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .any(|entry| {
            let path = entry.path();
            if path.is_dir() {
                return contains(&path, needle);
            }
            let bytes = std::fs::read(&path).expect("a file");
            bytes.windows(needle.len()).any(|window| window == needle)
        })
}
