-- What citizens report. Who wrote it is known by the conversation alone: it goes, and the contact with it, when the conversation is deleted.
create table petitions (
  id bigint generated always as identity primary key,
  code text not null unique,
  conversation_id uuid references conversations (id) on delete set null,
  language text not null check (language in ('vi', 'en')),
  text text not null,
  place text not null,
  happened text not null,
  -- Sealed: only the desk opens it.
  contact text,
  files boolean not null,
  at timestamptz not null default now(),
  closed_at timestamptz
);
create index petitions_conversation on petitions (conversation_id) where conversation_id is not null;
create index petitions_open on petitions (id) where closed_at is null;

create table petition_replies (
  id bigint generated always as identity primary key,
  petition_id bigint not null references petitions (id) on delete cascade,
  text text not null,
  at timestamptz not null default now()
);
create index petition_replies_petition on petition_replies (petition_id, id);

-- The number of the last code of each day, Vietnamese time.
create table petition_days (
  day date primary key,
  last integer not null
);

-- Who was asked how a dossier was dealt with: a digest under a key, so that each is asked once. It names neither dossier nor person.
create table rating_questions (
  token text primary key,
  conversation_id uuid references conversations (id) on delete set null,
  agency text not null,
  -- What asked it: the same message taken again asks again.
  message text not null,
  at timestamptz not null default now(),
  answered_at timestamptz
);
create index rating_questions_waiting on rating_questions (conversation_id, at) where answered_at is null;

-- What was answered, with nothing that leads back to who did or about which dossier.
create table ratings (
  id bigint generated always as identity primary key,
  agency text not null,
  score integer not null check (score between 1 and 5),
  word text not null,
  channel text not null,
  month text not null check (month ~ '^\d{4}-\d{2}$')
);
create index ratings_month on ratings (month, agency);
