-- Who of staff has read a filing with its answers, and when.
create table case_openings (
  id bigint generated always as identity primary key,
  case_id uuid not null references cases (id) on delete cascade,
  opened_by text not null,
  at timestamptz not null default now()
);
create index case_openings_case on case_openings (case_id, id);
