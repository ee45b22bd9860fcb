-- Where what was said last comes from, who has the dossier, and when it ended: what staff's list of the overdue needs. Empty: said before this was kept.
alter table last_known add column source text not null default '';
alter table last_known add column office text not null default '';
alter table last_known add column finished_on date;
create index last_known_finished on last_known (finished_on) where finished_on is not null;

-- Tokens are kept sealed from now on. Those kept so far are thrown away: they are renewed.
delete from source_tokens;

-- By when a dossier came to its end, so that what is old is forgotten without reading all that is kept.
create index dossiers_ended_on on dossiers ((least(body ->> 'finishedOn', body ->> 'absentSince')));
create index dossiers_ended_undated on dossiers (updated_at)
  where body ->> 'finishedOn' is null and body ->> 'absentSince' is null and body ->> 'status' in ('3', '7', '8', '9', '10');
