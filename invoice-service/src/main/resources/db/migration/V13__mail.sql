-- Which node watches a mailbox, and until when that holds by the database's clock, the one clock that all nodes share.
create table mailbox_lease (
  tenant  uuid        not null references tenant,
  mailbox text        not null,
  node    text        not null,
  until   timestamptz not null,
  primary key (tenant, mailbox)
);

-- Every mail that was ever taken from a mailbox. The key is the server's: a mail that comes twice because a crash came
-- between commit and move is known by it.
create table mail (
  tenant       uuid        not null,
  id           uuid        not null,
  mailbox      text        not null,
  uid_validity bigint      not null,
  uid          bigint      not null,
  original     text        collate "C" not null,
  message_id   text,
  received_at  timestamptz not null,
  stored_at    timestamptz not null,
  sender       text        not null,
  subject      text        not null,
  primary key (tenant, id),
  unique (tenant, mailbox, uid_validity, uid),
  foreign key (tenant, original) references original
);

-- Which cases a mail carried.
create table mail_case (
  tenant  uuid not null,
  mail    uuid not null,
  case_id uuid not null,
  primary key (tenant, mail, case_id),
  foreign key (tenant, mail) references mail,
  foreign key (tenant, case_id) references invoice_case
);
create index mail_of_case on mail_case (tenant, case_id);

-- With which mail a supporting document came first.
create table mail_document (
  tenant  uuid not null,
  mail    uuid not null,
  case_id uuid not null,
  number  int  not null,
  primary key (tenant, case_id, number),
  foreign key (tenant, mail, case_id) references mail_case,
  foreign key (tenant, case_id, number) references supporting_document
);

-- Mails that could not be taken: how often it was tried, whether they were set aside, and who has seen to that.
create table mail_trouble (
  tenant       uuid        not null references tenant,
  mailbox      text        not null,
  uid_validity bigint      not null,
  uid          bigint      not null,
  id           uuid        not null,
  attempts     int         not null check (attempts > 0),
  cause        text        not null check (cause in ('TOO_LARGE', 'BREAKS_A_BOUND', 'WITHHELD', 'NOT_READABLE')),
  reason       text        not null,
  set_aside    boolean     not null,
  received_at  timestamptz not null,
  -- Empty where not even the header could be read.
  sender       text        not null default '',
  subject      text        not null default '',
  -- The whole mail, where the server gave it out.
  original     text        collate "C",
  last_at      timestamptz not null,
  settled_by   text,
  settled_account uuid,
  settled_at   timestamptz,
  primary key (tenant, mailbox, uid_validity, uid),
  unique (tenant, id),
  foreign key (tenant, original) references original,
  foreign key (tenant, settled_account) references account,
  constraint settled_by_somebody check ((settled_by is null) = (settled_at is null))
);
create index mail_waits_aside on mail_trouble (tenant, last_at) where set_aside and settled_at is null;

call separate_tenants('mailbox_lease');
call separate_tenants('mail');
call separate_tenants('mail_case');
call separate_tenants('mail_document');
call separate_tenants('mail_trouble');
grant select, insert, update, delete on mailbox_lease, mail_trouble to "${application_role}";
grant select, insert on mail, mail_case, mail_document to "${application_role}";
