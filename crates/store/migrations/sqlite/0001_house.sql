-- The first house: every table of an office, the office first in every key. Never edited after release.

create table offices (
    office_id blob not null,
    id blob not null,
    name text not null,
    slug text not null,
    zone text not null,
    calendar text not null,
    cadence_days integer not null,
    totp_required integer not null,
    language text not null,
    mail_from text not null,
    phone text not null,
    created_at integer not null,
    version integer not null,
    primary key (office_id, id)
) strict;

create table programmes (
    office_id blob not null,
    id blob not null,
    title text not null,
    model_id text not null,
    model_version integer not null,
    version integer not null,
    primary key (office_id, id),
    foreign key (office_id, office_id) references offices (office_id, id)
) strict;

create table staff (
    office_id blob not null,
    id blob not null,
    name text not null,
    login text not null,
    role text not null,
    password_hash text,
    must_change integer not null,
    first_until integer,
    totp_sealed blob,
    totp_step integer not null,
    recovery text not null,
    language text not null,
    disabled_on text,
    created_at integer not null,
    version integer not null,
    primary key (office_id, id),
    unique (office_id, login)
) strict;

create table sessions (
    office_id blob not null,
    id blob not null,
    staff_id blob not null,
    token_digest blob not null,
    stage text not null,
    csrf text not null,
    created_at integer not null,
    seen_at integer not null,
    ends_at integer not null,
    primary key (office_id, id),
    unique (office_id, token_digest),
    foreign key (office_id, staff_id) references staff (office_id, id)
) strict;
create index sessions_staff on sessions (office_id, staff_id);

create table people (
    office_id blob not null,
    id blob not null,
    full_name text not null,
    called text not null,
    sort_key text not null,
    other_names text not null,
    born_on text,
    born_precision text not null,
    languages text not null,
    interpreter text not null,
    pronouns text,
    safe text not null,
    needs text,
    deceased_on text,
    do_not_contact text,
    created_at integer not null,
    version integer not null,
    primary key (office_id, id)
) strict;
create index people_name on people (office_id, sort_key, id);

create table contact_points (
    office_id blob not null,
    id blob not null,
    person_id blob not null,
    kind text not null,
    value text not null,
    norm text not null,
    safe text not null,
    from_on text,
    to_on text,
    verified_on text,
    note text,
    version integer not null,
    primary key (office_id, id),
    foreign key (office_id, person_id) references people (office_id, id)
) strict;
create index contact_points_person on contact_points (office_id, person_id);
create index contact_points_norm on contact_points (office_id, norm);

create table identifiers (
    office_id blob not null,
    id blob not null,
    person_id blob not null,
    kind text not null,
    sealed blob not null,
    blind blob not null,
    last4 text not null,
    agency text,
    created_at integer not null,
    version integer not null,
    primary key (office_id, id),
    foreign key (office_id, person_id) references people (office_id, id)
) strict;
create index identifiers_person on identifiers (office_id, person_id);
create index identifiers_blind on identifiers (office_id, blind);

create table cases (
    office_id blob not null,
    id blob not null,
    reference text not null,
    programme_id blob not null,
    model_id text not null,
    model_version integer not null,
    person_id blob,
    title text not null,
    summary text not null,
    agency text,
    topic text,
    level text,
    owner_id blob,
    phase text not null,
    turn text not null,
    opened_at integer not null,
    opened_on text not null,
    channel text not null,
    urgency text not null,
    sensitivity integer not null,
    visibility text not null,
    flags text not null,
    cadence_days integer not null,
    heard_on text,
    next_act text not null,
    next_on text not null,
    closed_on text,
    closed_at integer,
    closed_by blob,
    outcome text,
    told text,
    watch text,
    version integer not null,
    primary key (office_id, id),
    unique (office_id, reference),
    foreign key (office_id, programme_id) references programmes (office_id, id),
    foreign key (office_id, person_id) references people (office_id, id),
    foreign key (office_id, owner_id) references staff (office_id, id)
) strict;
create index cases_owner_next on cases (office_id, owner_id, next_on, id) where closed_on is null;
create index cases_next on cases (office_id, next_on, id) where closed_on is null;
create index cases_turn on cases (office_id, turn, next_on, id) where closed_on is null;
create index cases_agency on cases (office_id, agency, next_on, id) where closed_on is null;
create index cases_phase on cases (office_id, phase, next_on, id) where closed_on is null;
create index cases_closed on cases (office_id, closed_on, id) where closed_on is not null;
create index cases_person on cases (office_id, person_id, opened_on);
create index cases_silence on cases (office_id, coalesce(heard_on, opened_on), id) where closed_on is null;

create table case_exceptions (
    office_id blob not null,
    id blob not null,
    case_id blob not null,
    staff_id blob not null,
    kind text not null,
    reason text not null,
    primary key (office_id, id),
    unique (office_id, case_id, staff_id),
    foreign key (office_id, case_id) references cases (office_id, id),
    foreign key (office_id, staff_id) references staff (office_id, id)
) strict;
create index case_exceptions_staff on case_exceptions (office_id, staff_id, case_id);

create table phase_visits (
    office_id blob not null,
    id blob not null,
    case_id blob not null,
    n integer not null,
    phase text not null,
    entered_at integer not null,
    entered_by blob not null,
    left_at integer,
    reason text,
    version integer not null,
    primary key (office_id, id),
    unique (office_id, case_id, n),
    foreign key (office_id, case_id) references cases (office_id, id)
) strict;

create table promises (
    office_id blob not null,
    id blob not null,
    case_id blob not null,
    what text not null,
    due_on text not null,
    safe_way text not null,
    made_at integer not null,
    made_by blob not null,
    kept_at integer,
    kept_by_entry blob,
    dropped_reason text,
    version integer not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
) strict;
create index promises_case on promises (office_id, case_id);
create index promises_due on promises (office_id, due_on, id) where kept_at is null and dropped_reason is null;

create table entries (
    office_id blob not null,
    id blob not null,
    case_id blob not null,
    kind text not null,
    direction text not null,
    at integer not null,
    written_at integer not null,
    by blob,
    person_id blob,
    body text not null,
    private integer not null,
    subject_id blob,
    detail text not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
) strict;
create index entries_case on entries (office_id, case_id, at, id);

create table tasks (
    office_id blob not null,
    id blob not null,
    case_id blob not null,
    what text not null,
    due_on text not null,
    assigned_to blob,
    kind text not null,
    done_at integer,
    done_by blob,
    dropped_reason text,
    version integer not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
) strict;
create index tasks_case on tasks (office_id, case_id);
create index tasks_due on tasks (office_id, due_on, id) where done_at is null and dropped_reason is null;

create table clocks (
    office_id blob not null,
    id blob not null,
    case_id blob not null,
    kind text not null,
    turn text not null,
    started_on text not null,
    allowed text not null,
    calendar text,
    calendar_version integer,
    pauses text not null,
    extensions text not null,
    stopped_on text,
    stopped_by_event text,
    subject blob,
    version integer not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
) strict;
create index clocks_case on clocks (office_id, case_id);

create table follow_ups (
    office_id blob not null,
    id blob not null,
    case_id blob not null,
    ask_on text not null,
    asked_at integer,
    answer text,
    answer_note text,
    answered_at integer,
    version integer not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
) strict;
create index follow_ups_case on follow_ups (office_id, case_id);

create table releases (
    office_id blob not null,
    id blob not null,
    case_id blob not null,
    person_id blob not null,
    signer_name text not null,
    capacity text not null,
    proof_document blob,
    recipient_named text,
    agencies text not null,
    scope text not null,
    method text not null,
    formality text not null,
    signed_on text not null,
    received_on text not null,
    expires_on text,
    language text not null,
    translation text not null,
    oral text,
    revoked_on text,
    revoked_by blob,
    revoked_how text,
    document_id blob,
    document_digest text,
    pack_version text not null,
    recorded_by blob not null,
    recorded_at integer not null,
    version integer not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id),
    foreign key (office_id, person_id) references people (office_id, id)
) strict;
create index releases_case on releases (office_id, case_id);
create index releases_person on releases (office_id, person_id);

create table overrides (
    office_id blob not null,
    id blob not null,
    case_id blob not null,
    inquiry_id blob not null,
    person_id blob not null,
    agency text not null,
    reason text not null,
    decided_by blob not null,
    role text not null,
    lawful_basis text,
    decided_on text not null,
    rules text not null,
    pack_version text not null,
    recorded_at integer not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
) strict;
create index overrides_case on overrides (office_id, case_id);
create index overrides_at on overrides (office_id, recorded_at, id);

create table disclosures (
    office_id blob not null,
    id blob not null,
    case_id blob not null,
    person_id blob not null,
    recipient text not null,
    purpose text not null,
    data_classes text not null,
    basis text not null,
    basis_id blob,
    rule text not null,
    pack_version text not null,
    at integer not null,
    by blob not null,
    channel text not null,
    inquiry_id blob,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
) strict;
create index disclosures_case on disclosures (office_id, case_id);

create table inquiries (
    office_id blob not null,
    id blob not null,
    case_id blob not null,
    agency text not null,
    liaison text,
    purpose text not null,
    question text not null,
    data_classes text not null,
    channel text not null,
    state text not null,
    drafted_at integer not null,
    drafted_by blob not null,
    sent_on text,
    agency_ref text,
    due_on text,
    chase_on text,
    chases text not null,
    disclosure_id blob,
    letter_id blob,
    closed_on text,
    version integer not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
) strict;
create index inquiries_case on inquiries (office_id, case_id);

create table replies (
    office_id blob not null,
    id blob not null,
    inquiry_id blob not null,
    case_id blob not null,
    kind text not null,
    learned text not null,
    acted_on text,
    known_on text not null,
    text text not null,
    comment text,
    expected_on text,
    reason text,
    open_questions text not null,
    referred_to text,
    document_id blob,
    told_by blob,
    recorded_by blob not null,
    recorded_at integer not null,
    primary key (office_id, id),
    foreign key (office_id, inquiry_id) references inquiries (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
) strict;
create index replies_case on replies (office_id, case_id);

create table letters (
    office_id blob not null,
    id blob not null,
    case_id blob,
    person_id blob,
    to_kind text not null,
    to_name text not null,
    to_address text not null,
    way text not null,
    template text,
    template_version integer,
    language text not null,
    subject text not null,
    body text not null,
    state text not null,
    message_id text,
    thread_token text,
    in_reply_to text,
    disclosure_id blob,
    drafted_at integer not null,
    drafted_by blob not null,
    signed_off_by blob,
    confirmed_by blob,
    confirmed_reason text,
    tells_of text not null,
    queued_at integer,
    sent_at integer,
    attempts integer not null,
    last_error text,
    version integer not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id),
    foreign key (office_id, person_id) references people (office_id, id)
) strict;
create index letters_case on letters (office_id, case_id);
create index letters_token on letters (office_id, thread_token);
create index letters_message on letters (office_id, message_id);
create index letters_person on letters (office_id, person_id);
create index letters_address on letters (office_id, to_address, drafted_at);

create table arrivals (
    office_id blob not null,
    id blob not null,
    channel text not null,
    digest blob not null,
    raw_object text,
    raw_bytes integer not null,
    received_at integer not null,
    batch_id blob,
    attempts integer not null,
    verdict text not null,
    because text not null,
    from_name text not null,
    from_address text not null,
    subject text not null,
    written_at integer,
    message_id text,
    new_text text not null,
    quoted_text text not null,
    signature text not null,
    html text,
    left_out integer not null,
    reply_to_case blob,
    person_id blob,
    fate text not null,
    fate_reason text,
    fate_case blob,
    fate_by blob,
    fate_at integer,
    kind text not null,
    language text,
    due_hint_on text,
    version integer not null,
    primary key (office_id, id),
    unique (office_id, digest)
) strict;
create index arrivals_waiting on arrivals (office_id, received_at, id) where fate = 'waiting';
create index arrivals_verdict on arrivals (office_id, verdict, received_at, id) where fate = 'waiting';
create index arrivals_decided on arrivals (office_id, fate_at, id) where fate <> 'waiting';
create index arrivals_reply on arrivals (office_id, reply_to_case);

create table arrival_files (
    office_id blob not null,
    id blob not null,
    arrival_id blob not null,
    n integer not null,
    name text not null,
    claimed_type text not null,
    bytes integer not null,
    primary key (office_id, id),
    foreign key (office_id, arrival_id) references arrivals (office_id, id)
) strict;
create index arrival_files_arrival on arrival_files (office_id, arrival_id);

create table documents (
    office_id blob not null,
    id blob not null,
    case_id blob not null,
    name text not null,
    media_type text not null,
    bytes integer not null,
    digest text not null,
    object text not null,
    scan text not null,
    arrival_id blob,
    added_at integer not null,
    added_by blob not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
) strict;
create index documents_case on documents (office_id, case_id);

create table drafts (
    office_id blob not null,
    id blob not null,
    staff_id blob not null,
    about blob not null,
    kind text not null,
    fields text not null,
    saved_at integer not null,
    version integer not null,
    primary key (office_id, id),
    unique (office_id, staff_id, about, kind),
    foreign key (office_id, staff_id) references staff (office_id, id)
) strict;
create index drafts_about on drafts (office_id, about);

-- Forms that were sent already: the same form again changes nothing and gets the first answer.
create table once_keys (
    office_id blob not null,
    key blob not null,
    at integer not null,
    result text not null,
    primary key (office_id, key)
) strict;
create index once_keys_at on once_keys (office_id, at);

-- Which office a browser's secret belongs to, asked before any office is known. Digests only.
create table session_doors (
    token_digest blob not null,
    office_id blob not null,
    ends_at integer not null,
    primary key (token_digest)
) strict;

create table login_attempts (
    office_id blob not null,
    subject text not null,
    at integer not null,
    n integer primary key
) strict;
create index login_attempts_subject on login_attempts (office_id, subject, at);

create table arrival_attempts (
    office_id blob not null,
    digest blob not null,
    attempts integer not null,
    last_at integer not null,
    primary key (office_id, digest)
) strict;

-- What an act changed, as it was before: kept for a day, so that the act can be taken back. No part of any record.
create table ways_back (
    office_id blob not null,
    object_id blob not null,
    seq integer not null,
    at integer not null,
    rows text not null,
    primary key (office_id, object_id)
) strict;

-- The queue of every office; nothing in it but ids.
create table jobs (
    office_id blob not null,
    id blob not null,
    kind text not null,
    payload text not null,
    run_at integer not null,
    attempts integer not null,
    lease_until integer,
    lease_by text,
    dedupe_key text not null,
    state text not null,
    last_error text,
    primary key (office_id, id),
    unique (office_id, dedupe_key)
) strict;
create index jobs_next on jobs (run_at, id) where state = 'waiting';

create table ledger (
    office_id blob not null,
    seq integer not null,
    at integer not null,
    actor_kind text not null,
    actor_id blob not null,
    action text not null,
    object text not null,
    object_id blob not null,
    case_id blob,
    outcome text not null,
    payload_digest blob not null,
    salt blob not null,
    payload blob not null,
    leaf blob not null,
    chain blob not null,
    primary key (office_id, seq)
) strict;
create index ledger_case on ledger (office_id, case_id, seq);
create index ledger_object on ledger (office_id, object_id);

create table ledger_heads (
    office_id blob not null,
    seq integer not null,
    chain blob not null,
    edge blob not null,
    primary key (office_id)
) strict;

create table reads (
    office_id blob not null,
    id blob not null,
    batch_id blob not null,
    n integer not null,
    staff_id blob not null,
    case_id blob,
    object text not null,
    object_id blob not null,
    at integer not null,
    primary key (office_id, id)
) strict;
create index reads_batch on reads (office_id, batch_id, n);
create index reads_case on reads (office_id, case_id, at);

-- The index keys on a row number that survives a clean-up of the file.
create table search_docs (
    rid integer primary key,
    office_id blob not null,
    id blob not null,
    kind text not null,
    case_id blob,
    person_id blob,
    at integer not null,
    text text not null,
    unique (office_id, id)
) strict;
create virtual table search_fts using fts5 (text, content = 'search_docs', content_rowid = 'rid', tokenize = 'unicode61 remove_diacritics 0');
insert into search_fts (search_fts, rank) values ('secure-delete', 1);
create trigger search_docs_added after insert on search_docs begin
    insert into search_fts (rowid, text) values (new.rid, new.text);
end;
create trigger search_docs_removed after delete on search_docs begin
    insert into search_fts (search_fts, rowid, text) values ('delete', old.rid, old.text);
end;
create trigger search_docs_changed after update of text on search_docs begin
    insert into search_fts (search_fts, rowid, text) values ('delete', old.rid, old.text);
    insert into search_fts (rowid, text) values (new.rid, new.text);
end;

-- Against accident, not against the owner of the file: nobody edits the ledger or the read log.
create trigger ledger_no_update before update on ledger begin select raise(abort, 'the ledger is only ever added to'); end;
create trigger ledger_no_delete before delete on ledger begin select raise(abort, 'the ledger is only ever added to'); end;
create trigger reads_no_update before update on reads begin select raise(abort, 'the read log is only ever added to'); end;
create trigger reads_no_delete before delete on reads begin select raise(abort, 'the read log is only ever added to'); end;
