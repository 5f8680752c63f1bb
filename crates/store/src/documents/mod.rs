//! Files kept with a case.

use domain::{
    documents::{Document, ScanState},
    ids::{ArrivalId, CaseId, DocumentId, StaffId},
};
use jiff::Timestamp;

use crate::{Reader, StoreError, cases::SeenCase, engine::Column, record, statements, word_columns};

word_columns!(ScanState);

record!(Document, "documents", [
    id: DocumentId, case_id: CaseId, name: String, media_type: String, bytes: i64, digest: String, object: String,
    scan: ScanState, arrival_id: Option<ArrivalId>, added_at: Timestamp, added_by: StaffId,
]);

statements! {
    OF_CASE = of Document, "where t.office_id = $1 and t.case_id = $2 order by t.added_at desc, t.id limit 500";
    ONE = of Document, "where t.office_id = $1 and t.case_id = $2 and t.id = $3";
}

pub async fn of_case<'d>(reader: &mut impl Reader<'d>, case: &SeenCase) -> Result<Vec<Document>, StoreError> {
    let params = [reader.reader().office_id.to_value(), case.id.to_value()];
    reader.transaction().all(OF_CASE, &params).await
}

pub async fn one<'d>(
    reader: &mut impl Reader<'d>,
    case: &SeenCase,
    id: DocumentId,
) -> Result<Option<Document>, StoreError> {
    let params = [
        reader.reader().office_id.to_value(),
        case.id.to_value(),
        id.to_value(),
    ];
    reader.transaction().one(ONE, &params).await
}
