-- The first house: every table of an office, the office first in every key. Never edited after release.

create table offices (
    office_id uuid not null,
    id uuid not null,
    name text not null,
    slug text not null,
    zone text not null,
    calendar text not null,
    cadence_days bigint not null,
    totp_required boolean not null,
    language text not null,
    mail_from text not null,
    phone text not null,
    created_at timestamptz not null,
    version bigint not null,
    primary key (office_id, id)
);

create table programmes (
    office_id uuid not null,
    id uuid not null,
    title text not null,
    model_id text not null,
    model_version bigint not null,
    version bigint not null,
    primary key (office_id, id),
    foreign key (office_id, office_id) references offices (office_id, id)
);

create table staff (
    office_id uuid not null,
    id uuid not null,
    name text not null,
    login text not null,
    role text not null,
    password_hash text,
    must_change boolean not null,
    first_until timestamptz,
    totp_sealed bytea,
    totp_step bigint not null,
    recovery jsonb not null,
    language text not null,
    disabled_on date,
    created_at timestamptz not null,
    version bigint not null,
    primary key (office_id, id),
    unique (office_id, login)
);

create table sessions (
    office_id uuid not null,
    id uuid not null,
    staff_id uuid not null,
    token_digest bytea not null,
    stage text not null,
    csrf text not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null,
    primary key (office_id, id),
    unique (office_id, token_digest),
    foreign key (office_id, staff_id) references staff (office_id, id)
);
create index sessions_staff on sessions (office_id, staff_id);

create table people (
    office_id uuid not null,
    id uuid not null,
    full_name text not null,
    called text not null,
    sort_key text not null,
    other_names jsonb not null,
    born_on date,
    born_precision text not null,
    languages jsonb not null,
    interpreter text not null,
    pronouns text,
    safe jsonb not null,
    needs text,
    deceased_on date,
    do_not_contact text,
    created_at timestamptz not null,
    version bigint not null,
    primary key (office_id, id)
);
create index people_name on people (office_id, sort_key, id);

create table contact_points (
    office_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    kind text not null,
    value text not null,
    norm text not null,
    safe text not null,
    from_on date,
    to_on date,
    verified_on date,
    note text,
    version bigint not null,
    primary key (office_id, id),
    foreign key (office_id, person_id) references people (office_id, id)
);
create index contact_points_person on contact_points (office_id, person_id);
create index contact_points_norm on contact_points (office_id, norm);

create table identifiers (
    office_id uuid not null,
    id uuid not null,
    person_id uuid not null,
    kind text not null,
    sealed bytea not null,
    blind bytea not null,
    last4 text not null,
    agency text,
    created_at timestamptz not null,
    version bigint not null,
    primary key (office_id, id),
    foreign key (office_id, person_id) references people (office_id, id)
);
create index identifiers_person on identifiers (office_id, person_id);
create index identifiers_blind on identifiers (office_id, blind);

create table cases (
    office_id uuid not null,
    id uuid not null,
    reference text not null,
    programme_id uuid not null,
    model_id text not null,
    model_version bigint not null,
    person_id uuid,
    title text not null,
    summary text not null,
    agency text,
    topic text,
    level text,
    owner_id uuid,
    phase text not null,
    turn text not null,
    opened_at timestamptz not null,
    opened_on date not null,
    channel text not null,
    urgency text not null,
    sensitivity bigint not null,
    visibility text not null,
    flags jsonb not null,
    cadence_days bigint not null,
    heard_on date,
    next_act jsonb not null,
    next_on date not null,
    closed_on date,
    closed_at timestamptz,
    closed_by uuid,
    outcome text,
    told jsonb,
    watch text,
    version bigint not null,
    primary key (office_id, id),
    unique (office_id, reference),
    foreign key (office_id, programme_id) references programmes (office_id, id),
    foreign key (office_id, person_id) references people (office_id, id),
    foreign key (office_id, owner_id) references staff (office_id, id)
);
create index cases_owner_next on cases (office_id, owner_id, next_on, id) where closed_on is null;
create index cases_next on cases (office_id, next_on, id) where closed_on is null;
create index cases_turn on cases (office_id, turn, next_on, id) where closed_on is null;
create index cases_agency on cases (office_id, agency, next_on, id) where closed_on is null;
create index cases_phase on cases (office_id, phase, next_on, id) where closed_on is null;
create index cases_closed on cases (office_id, closed_on, id) where closed_on is not null;
create index cases_person on cases (office_id, person_id, opened_on);
create index cases_silence on cases (office_id, coalesce(heard_on, opened_on), id) where closed_on is null;

create table case_exceptions (
    office_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    staff_id uuid not null,
    kind text not null,
    reason text not null,
    primary key (office_id, id),
    unique (office_id, case_id, staff_id),
    foreign key (office_id, case_id) references cases (office_id, id),
    foreign key (office_id, staff_id) references staff (office_id, id)
);
create index case_exceptions_staff on case_exceptions (office_id, staff_id, case_id);

create table phase_visits (
    office_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    n bigint not null,
    phase text not null,
    entered_at timestamptz not null,
    entered_by uuid not null,
    left_at timestamptz,
    reason text,
    version bigint not null,
    primary key (office_id, id),
    unique (office_id, case_id, n),
    foreign key (office_id, case_id) references cases (office_id, id)
);

create table promises (
    office_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    what text not null,
    due_on date not null,
    safe_way text not null,
    made_at timestamptz not null,
    made_by uuid not null,
    kept_at timestamptz,
    kept_by_entry uuid,
    dropped_reason text,
    version bigint not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
);
create index promises_case on promises (office_id, case_id);
create index promises_due on promises (office_id, due_on, id) where kept_at is null and dropped_reason is null;

create table entries (
    office_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    kind text not null,
    direction text not null,
    at timestamptz not null,
    written_at timestamptz not null,
    by uuid,
    person_id uuid,
    body text not null,
    private boolean not null,
    subject_id uuid,
    detail jsonb not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
);
create index entries_case on entries (office_id, case_id, at, id);

create table tasks (
    office_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    what text not null,
    due_on date not null,
    assigned_to uuid,
    kind text not null,
    done_at timestamptz,
    done_by uuid,
    dropped_reason text,
    version bigint not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
);
create index tasks_case on tasks (office_id, case_id);
create index tasks_due on tasks (office_id, due_on, id) where done_at is null and dropped_reason is null;

create table clocks (
    office_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    kind text not null,
    turn text not null,
    started_on date not null,
    allowed jsonb not null,
    calendar text,
    calendar_version bigint,
    pauses jsonb not null,
    extensions jsonb not null,
    stopped_on date,
    stopped_by_event text,
    subject uuid,
    version bigint not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
);
create index clocks_case on clocks (office_id, case_id);

create table follow_ups (
    office_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    ask_on date not null,
    asked_at timestamptz,
    answer text,
    answer_note text,
    answered_at timestamptz,
    version bigint not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
);
create index follow_ups_case on follow_ups (office_id, case_id);

create table releases (
    office_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    person_id uuid not null,
    signer_name text not null,
    capacity text not null,
    proof_document uuid,
    recipient_named text,
    agencies jsonb not null,
    scope jsonb not null,
    method text not null,
    formality text not null,
    signed_on date not null,
    received_on date not null,
    expires_on date,
    language text not null,
    translation text not null,
    oral jsonb,
    revoked_on date,
    revoked_by uuid,
    revoked_how text,
    document_id uuid,
    document_digest text,
    pack_version text not null,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    version bigint not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id),
    foreign key (office_id, person_id) references people (office_id, id)
);
create index releases_case on releases (office_id, case_id);
create index releases_person on releases (office_id, person_id);

create table overrides (
    office_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    inquiry_id uuid not null,
    person_id uuid not null,
    agency text not null,
    reason text not null,
    decided_by uuid not null,
    role text not null,
    lawful_basis text,
    decided_on date not null,
    rules jsonb not null,
    pack_version text not null,
    recorded_at timestamptz not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
);
create index overrides_case on overrides (office_id, case_id);
create index overrides_at on overrides (office_id, recorded_at, id);

create table disclosures (
    office_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    person_id uuid not null,
    recipient text not null,
    purpose text not null,
    data_classes jsonb not null,
    basis text not null,
    basis_id uuid,
    rule text not null,
    pack_version text not null,
    at timestamptz not null,
    by uuid not null,
    channel text not null,
    inquiry_id uuid,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
);
create index disclosures_case on disclosures (office_id, case_id);

create table inquiries (
    office_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    agency text not null,
    liaison text,
    purpose text not null,
    question text not null,
    data_classes jsonb not null,
    channel text not null,
    state text not null,
    drafted_at timestamptz not null,
    drafted_by uuid not null,
    sent_on date,
    agency_ref text,
    due_on date,
    chase_on date,
    chases jsonb not null,
    disclosure_id uuid,
    letter_id uuid,
    closed_on date,
    version bigint not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
);
create index inquiries_case on inquiries (office_id, case_id);

create table replies (
    office_id uuid not null,
    id uuid not null,
    inquiry_id uuid not null,
    case_id uuid not null,
    kind text not null,
    learned text not null,
    acted_on date,
    known_on date not null,
    text text not null,
    comment text,
    expected_on date,
    reason text,
    open_questions jsonb not null,
    referred_to text,
    document_id uuid,
    told_by uuid,
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    primary key (office_id, id),
    foreign key (office_id, inquiry_id) references inquiries (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
);
create index replies_case on replies (office_id, case_id);

create table letters (
    office_id uuid not null,
    id uuid not null,
    case_id uuid,
    person_id uuid,
    to_kind text not null,
    to_name text not null,
    to_address text not null,
    way text not null,
    template text,
    template_version bigint,
    language text not null,
    subject text not null,
    body text not null,
    state text not null,
    message_id text,
    thread_token text,
    in_reply_to text,
    disclosure_id uuid,
    drafted_at timestamptz not null,
    drafted_by uuid not null,
    signed_off_by uuid,
    confirmed_by uuid,
    confirmed_reason text,
    tells_of jsonb not null,
    queued_at timestamptz,
    sent_at timestamptz,
    attempts bigint not null,
    last_error text,
    version bigint not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id),
    foreign key (office_id, person_id) references people (office_id, id)
);
create index letters_case on letters (office_id, case_id);
create index letters_token on letters (office_id, thread_token);
create index letters_message on letters (office_id, message_id);
create index letters_person on letters (office_id, person_id);
create index letters_address on letters (office_id, to_address, drafted_at);

create table arrivals (
    office_id uuid not null,
    id uuid not null,
    channel text not null,
    digest bytea not null,
    raw_object text,
    raw_bytes bigint not null,
    received_at timestamptz not null,
    batch_id uuid,
    attempts bigint not null,
    verdict text not null,
    because jsonb not null,
    from_name text not null,
    from_address text not null,
    subject text not null,
    written_at timestamptz,
    message_id text,
    new_text text not null,
    quoted_text text not null,
    signature text not null,
    html text,
    left_out bigint not null,
    reply_to_case uuid,
    person_id uuid,
    fate text not null,
    fate_reason text,
    fate_case uuid,
    fate_by uuid,
    fate_at timestamptz,
    kind text not null,
    language text,
    due_hint_on date,
    version bigint not null,
    primary key (office_id, id),
    unique (office_id, digest)
);
create index arrivals_waiting on arrivals (office_id, received_at, id) where fate = 'waiting';
create index arrivals_verdict on arrivals (office_id, verdict, received_at, id) where fate = 'waiting';
create index arrivals_decided on arrivals (office_id, fate_at, id) where fate <> 'waiting';
create index arrivals_reply on arrivals (office_id, reply_to_case);

create table arrival_files (
    office_id uuid not null,
    id uuid not null,
    arrival_id uuid not null,
    n bigint not null,
    name text not null,
    claimed_type text not null,
    bytes bigint not null,
    primary key (office_id, id),
    foreign key (office_id, arrival_id) references arrivals (office_id, id)
);
create index arrival_files_arrival on arrival_files (office_id, arrival_id);

create table documents (
    office_id uuid not null,
    id uuid not null,
    case_id uuid not null,
    name text not null,
    media_type text not null,
    bytes bigint not null,
    digest text not null,
    object text not null,
    scan text not null,
    arrival_id uuid,
    added_at timestamptz not null,
    added_by uuid not null,
    primary key (office_id, id),
    foreign key (office_id, case_id) references cases (office_id, id)
);
create index documents_case on documents (office_id, case_id);

create table drafts (
    office_id uuid not null,
    id uuid not null,
    staff_id uuid not null,
    about uuid not null,
    kind text not null,
    fields jsonb not null,
    saved_at timestamptz not null,
    version bigint not null,
    primary key (office_id, id),
    unique (office_id, staff_id, about, kind),
    foreign key (office_id, staff_id) references staff (office_id, id)
);
create index drafts_about on drafts (office_id, about);

-- Forms that were sent already: the same form again changes nothing and gets the first answer.
create table once_keys (
    office_id uuid not null,
    key bytea not null,
    at timestamptz not null,
    result text not null,
    primary key (office_id, key)
);
create index once_keys_at on once_keys (office_id, at);

-- Which office a browser's secret belongs to, asked before any office is known. Digests only.
create table session_doors (
    token_digest bytea not null,
    office_id uuid not null,
    ends_at timestamptz not null,
    primary key (token_digest)
);

create table login_attempts (
    office_id uuid not null,
    subject text not null,
    at timestamptz not null,
    n bigint generated always as identity primary key
);
create index login_attempts_subject on login_attempts (office_id, subject, at);

create table arrival_attempts (
    office_id uuid not null,
    digest bytea not null,
    attempts bigint not null,
    last_at timestamptz not null,
    primary key (office_id, digest)
);

-- What an act changed, as it was before: kept for a day, so that the act can be taken back. No part of any record.
create table ways_back (
    office_id uuid not null,
    object_id uuid not null,
    seq bigint not null,
    at timestamptz not null,
    rows jsonb not null,
    primary key (office_id, object_id)
);

-- The queue of every office; nothing in it but ids.
create table jobs (
    office_id uuid not null,
    id uuid not null,
    kind text not null,
    payload jsonb not null,
    run_at timestamptz not null,
    attempts bigint not null,
    lease_until timestamptz,
    lease_by text,
    dedupe_key text not null,
    state text not null,
    last_error text,
    primary key (office_id, id),
    unique (office_id, dedupe_key)
);
create index jobs_next on jobs (run_at, id) where state = 'waiting';

create table ledger (
    office_id uuid not null,
    seq bigint not null,
    at timestamptz not null,
    actor_kind text not null,
    actor_id uuid not null,
    action text not null,
    object text not null,
    object_id uuid not null,
    case_id uuid,
    outcome text not null,
    payload_digest bytea not null,
    salt bytea not null,
    payload bytea not null,
    leaf bytea not null,
    chain bytea not null,
    primary key (office_id, seq)
);
create index ledger_case on ledger (office_id, case_id, seq);
create index ledger_object on ledger (office_id, object_id);

create table ledger_heads (
    office_id uuid not null,
    seq bigint not null,
    chain bytea not null,
    edge bytea not null,
    primary key (office_id)
);

create table reads (
    office_id uuid not null,
    id uuid not null,
    batch_id uuid not null,
    n bigint not null,
    staff_id uuid not null,
    case_id uuid,
    object text not null,
    object_id uuid not null,
    at timestamptz not null,
    primary key (office_id, id)
);
create index reads_batch on reads (office_id, batch_id, n);
create index reads_case on reads (office_id, case_id, at);

create table search_docs (
    office_id uuid not null,
    id uuid not null,
    kind text not null,
    case_id uuid,
    person_id uuid,
    at timestamptz not null,
    text text not null,
    tsv tsvector not null,
    primary key (office_id, id)
);
-- The office stands first, or one office's common word would walk everybody's postings.
create extension if not exists btree_gin;
create index search_docs_tsv on search_docs using gin (office_id, tsv);

-- A text match is not leakproof, so under row-level security it could not use the index. This function may: it takes
-- the office from the transaction, and its owner may do nothing else.
create function search_documents(question text, most bigint)
returns table (id uuid, kind text, case_id uuid, person_id uuid, at timestamptz)
language sql stable rows 200 security definer set search_path = pg_catalog, public as $$
    select d.id, d.kind, d.case_id, d.person_id, d.at from public.search_docs d
    where d.office_id = nullif(current_setting('app.office', true), '')::uuid
      and d.tsv @@ to_tsquery('simple', question)
    order by d.at desc, d.id limit most
$$;

-- Against accident, not against the owner: nobody edits the ledger or the read log.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is only ever added to';
end
$$;
create trigger ledger_no_update before update or delete on ledger for each row execute function refuse_change();
create trigger reads_no_update before update or delete on reads for each row execute function refuse_change();

-- One office sees its own rows. Unset, it sees none. The tables without an office in this sense are named below.
do $$
declare t text;
begin
    for t in select tablename from pg_tables where schemaname = 'public'
        and tablename not in ('schema_migrations', 'session_doors', 'jobs')
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_office on %I using (office_id = nullif(current_setting(''app.office'', true), '''')::uuid)
            with check (office_id = nullif(current_setting(''app.office'', true), '''')::uuid)', t);
    end loop;
end
$$;
-- Offices are listed before anybody is logged in.
create policy every_office on offices for select using (true);

do $$
begin
    if exists (select 1 from pg_roles where rolname = 'casework_search' and rolbypassrls) then
        grant select on search_docs to casework_search;
        grant create on schema public to casework_search;
        alter function search_documents(text, bigint) owner to casework_search;
        revoke create on schema public from casework_search;
    end if;
    if exists (select 1 from pg_roles where rolname = 'casework_app') then
        grant usage on schema public to casework_app;
        grant select, insert, update, delete on all tables in schema public to casework_app;
        revoke update, delete on ledger, reads from casework_app;
        revoke delete on ledger_heads from casework_app;
        revoke insert, update, delete on schema_migrations from casework_app;
        grant usage on all sequences in schema public to casework_app;
        revoke execute on function search_documents(text, bigint) from public;
        grant execute on function search_documents(text, bigint) to casework_app;
    end if;
end
$$;
