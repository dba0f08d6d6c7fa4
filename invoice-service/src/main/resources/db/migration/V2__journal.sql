-- The application adds entries and never changes or deletes one.
create table journal_entry (
  tenant         uuid        not null references tenant,
  case_id        uuid        not null,
  number         int         not null check (number > 0),
  kind           text        not null,
  at             timestamptz not null,
  actor          text        not null,
  payload_digest bytea       not null check (length(payload_digest) = 32),
  previous       bytea       not null check (length(previous) = 32),
  hash           bytea       not null check (length(hash) = 32),
  primary key (tenant, case_id, number)
);

-- Apart from the entry, so that deletion at the end of retention leaves the chain whole.
create table journal_payload (
  tenant  uuid  not null,
  case_id uuid  not null,
  number  int   not null,
  salt    bytea not null check (length(salt) = 16),
  payload text  not null,
  primary key (tenant, case_id, number),
  foreign key (tenant, case_id, number) references journal_entry
);

call separate_tenants('journal_entry');
call separate_tenants('journal_payload');
grant select, insert on journal_entry, journal_payload to "${application_role}";
