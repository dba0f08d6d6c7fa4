-- Rules that find an office where the routing id does not: the first that fits by position.
create table routing_rule (
  tenant   uuid not null references tenant,
  position int  not null check (position > 0),
  field    text not null check (field in ('ORDER_NUMBER', 'PROJECT', 'SELLER_ID', 'DEPARTMENT', 'CONTACT')),
  -- The field's text begins with this, in small letters and without blanks.
  begins   text collate "C" not null check (begins <> '' and begins = lower(begins)),
  office   uuid not null,
  primary key (tenant, position),
  foreign key (tenant, office) references office
);

-- Whose the case is. A person may assign it anew; the latest counts, the others stay.
create table assignment (
  tenant      uuid        not null,
  case_id     uuid        not null,
  number      int         not null check (number > 0),
  round       int         not null check (round > 0),
  office      uuid        not null,
  because     text        not null check (because in ('ROUTING_ID', 'ORDER_NUMBER', 'PROJECT', 'SELLER_ID', 'DEPARTMENT', 'CONTACT', 'PERSON')),
  assigned_at timestamptz not null,
  primary key (tenant, case_id, number),
  foreign key (tenant, case_id) references invoice_case,
  foreign key (tenant, office) references office
);

-- What waits for the triage desk, and why.
create table triage (
  tenant     uuid        not null,
  case_id    uuid        not null,
  cause      text        not null,
  detail     text        not null,
  since      timestamptz not null,
  primary key (tenant, case_id),
  foreign key (tenant, case_id) references invoice_case
);
create index triage_by_time on triage (tenant, since, case_id);

-- The business key of every live payable case: a second live case with the same key cannot be. Refused or cancelled
-- cases give it back.
create table live_invoice (
  tenant       uuid not null,
  business_key text collate "C" not null,
  case_id      uuid not null,
  primary key (tenant, business_key),
  unique (tenant, case_id),
  foreign key (tenant, case_id) references invoice_case
);

call separate_tenants('routing_rule');
call separate_tenants('assignment');
call separate_tenants('triage');
call separate_tenants('live_invoice');
grant select, insert, delete on routing_rule, triage, live_invoice to "${application_role}";
grant select, insert on assignment to "${application_role}";
