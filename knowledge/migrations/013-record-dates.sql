-- When the portal's own record was changed last, where it says so: what is older does not replace it.
alter table procedures add column record_at timestamptz;
