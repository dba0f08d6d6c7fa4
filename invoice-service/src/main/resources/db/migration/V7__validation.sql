-- One verdict a case and round; what was found stays as it was found.
create table verdict (
  tenant     uuid        not null,
  case_id    uuid        not null,
  round      int         not null,
  outcome    text        not null,
  decision   text        not null check (decision in ('ACCEPT', 'ACCEPT_WITH_NOTES', 'QUERY', 'REFUSE')),
  rule_set   text,
  reason_de  text,
  reason_en  text,
  checked_at timestamptz not null,
  primary key (tenant, case_id, round),
  foreign key (tenant, case_id) references invoice_case
);

create table finding (
  tenant      uuid   not null,
  case_id     uuid   not null,
  round       int    not null,
  number      int    not null,
  -- The official rules alone make the outcome; our own checks and a town's rules stand beside it.
  source      text   not null check (source in ('official', 'own', 'local')),
  rule        text   not null,
  level       text   not null check (level in ('FATAL', 'ERROR', 'WARNING', 'INFORMATION')),
  legal_class text   not null,
  text        text   not null,
  location    text   not null,
  terms       text[] not null,
  value       text,
  primary key (tenant, case_id, round, number),
  foreign key (tenant, case_id, round) references verdict
);

call separate_tenants('verdict');
call separate_tenants('finding');
grant select, insert on verdict, finding to "${application_role}";
