-- Telephone calls. `call`: the telephone system's own id, which it may give again after a long time: the newest row counts. `person`: a random token,
-- as which the caller has a conversation. `number` is sealed and goes after 30 days; `next`: what becomes of the call once the assistant lets it go.
-- While it is under way its replica renews `seen_at`; `stretch_at`: since when the assistant has had it this time. What is counted, over all times.
create table calls (
  id bigint generated always as identity primary key,
  call text not null,
  system text not null,
  person text not null unique,
  dialled text not null,
  number text,
  turn integer not null,
  begun_at timestamptz not null default now(),
  stretch_at timestamptz not null default now(),
  replica text not null,
  seen_at timestamptz not null default now(),
  next jsonb,
  whisper text,
  ended_at timestamptz,
  reason text,
  turns integer not null default 0,
  barge_ins integer not null default 0,
  no_inputs integer not null default 0,
  no_matches integer not null default 0,
  keys integer not null default 0,
  fillers integer not null default 0,
  transferred text not null default 'no' check (transferred in ('no', 'asked', 'answered', 'unanswered')),
  contained boolean not null default false,
  first_audio_ms integer,
  seconds integer not null default 0
);
create index calls_call on calls (call, id);
create index calls_open on calls (replica) where ended_at is null;
create index calls_begun_at on calls (begun_at);

-- Wishes to be called back, one open at most for each call. `message` is what asked for it last: that happens once. `number` is sealed, and gone
-- once it is dealt with. Day and times are of Vietnam.
create table call_backs (
  id bigint generated always as identity primary key,
  call_id bigint not null references calls (id) on delete cascade,
  message text not null,
  day date not null,
  from_time text not null,
  to_time text not null,
  number text,
  matter text not null,
  language text not null,
  state text not null default 'open' check (state in ('open', 'done', 'missed', 'lapsed')),
  misses integer not null default 0,
  asked_at timestamptz not null default now(),
  ended_at timestamptz
);
create unique index call_backs_open on call_backs (call_id) where state = 'open';

-- Who of staff has read which number whole.
create table call_back_openings (
  id bigint generated always as identity primary key,
  call_back_id bigint not null references call_backs (id) on delete cascade,
  opened_by text not null,
  at timestamptz not null default now()
);

-- The sound of calls whose callers have agreed, in sealed pieces of a few seconds: what was kept before a crash can be heard.
create table recordings (
  id uuid primary key default gen_random_uuid(),
  call_id bigint not null references calls (id) on delete cascade,
  begun_at timestamptz not null default now()
);
create index recordings_call on recordings (call_id);
create index recordings_begun_at on recordings (begun_at);
create table recording_pieces (
  recording_id uuid not null references recordings (id) on delete cascade,
  number integer not null,
  bytes bytea not null,
  primary key (recording_id, number)
);
alter table recording_pieces alter column bytes set storage external;
create table recording_openings (
  id bigint generated always as identity primary key,
  recording_id uuid not null references recordings (id) on delete cascade,
  opened_by text not null,
  at timestamptz not null default now()
);
