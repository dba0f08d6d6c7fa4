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

-- Mails that could not be taken: how often it was tried, and whether they were set aside.
create table mail_trouble (
  tenant       uuid        not null references tenant,
  mailbox      text        not null,
  uid_validity bigint      not null,
  uid          bigint      not null,
  attempts     int         not null check (attempts > 0),
  reason       text        not null,
  set_aside    boolean     not null,
  received_at  timestamptz not null,
  -- Empty where not even the header could be read.
  sender       text        not null default '',
  subject      text        not null default '',
  -- The whole mail, where the server gave it out.
  original     text        collate "C",
  last_at      timestamptz not null,
  primary key (tenant, mailbox, uid_validity, uid),
  foreign key (tenant, original) references original
);

call separate_tenants('mailbox_lease');
call separate_tenants('mail');
call separate_tenants('mail_case');
call separate_tenants('mail_trouble');
grant select, insert, update, delete on mailbox_lease, mail_trouble to "${application_role}";
grant select, insert on mail, mail_case to "${application_role}";
