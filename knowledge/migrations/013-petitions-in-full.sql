-- What masking hides of a petition may be its very matter, such as the number of who deceived its writer: kept sealed, by the part it stands in.
alter table petitions add column sealed jsonb not null default '{}';

-- Who of staff has read a petition in full, and when.
create table petition_openings (
  id bigint generated always as identity primary key,
  petition_id bigint not null references petitions (id) on delete cascade,
  opened_by text not null,
  at timestamptz not null default now()
);
create index petition_openings_petition on petition_openings (petition_id, id);
create index petitions_closed on petitions (closed_at) where closed_at is not null;
