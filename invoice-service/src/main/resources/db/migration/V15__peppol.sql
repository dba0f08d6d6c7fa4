-- Every AS4 message that was taken, as it was signed, and the signed AS4 receipt that answered it.
create table as4_message (
  tenant        uuid        not null,
  id            uuid        not null,
  message_id    text        collate "C" not null,
  -- SHA-256 of the signature's value: the same message again has the same, sent anew it has another.
  signature     text        collate "C" not null,
  access_point  text        not null,
  sender        text        not null,
  receiver      text        not null,
  document_type text        not null,
  process       text        not null,
  instance_id   text        collate "C" not null,
  -- Whether its instance id is that of an earlier envelope with another content.
  id_reused     boolean     not null,
  -- The SOAP part with all signed headers, and the attachment byte by byte as its digest was signed.
  envelope      text        collate "C" not null,
  payload       text        collate "C" not null,
  case_id       uuid        not null,
  sent_at       timestamptz not null,
  received_at   timestamptz not null,
  stored_at     timestamptz not null,
  receipt       bytea       not null,
  primary key (tenant, id),
  -- The transport duplicate, whichever node is quicker.
  unique (tenant, message_id, signature),
  foreign key (tenant, envelope) references original,
  foreign key (tenant, payload) references original,
  foreign key (tenant, case_id) references invoice_case
);
create index as4_message_of_case on as4_message (tenant, case_id, received_at);

-- The envelopes' own ids, with the hash of what came first under each.
create table business_envelope (
  tenant      uuid not null references tenant,
  instance_id text collate "C" not null,
  content     text collate "C" not null,
  primary key (tenant, instance_id)
);

-- Messages of believed access points for a town that were refused all the same.
create table as4_refusal (
  tenant       uuid        not null,
  id           uuid        not null,
  message_id   text        not null,
  access_point text        not null,
  error        text        not null,
  reason       text        not null,
  envelope     text        collate "C" not null,
  payload      text        collate "C" not null,
  received_at  timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, envelope) references original,
  foreign key (tenant, payload) references original
);

call separate_tenants('as4_message');
call separate_tenants('business_envelope');
call separate_tenants('as4_refusal');
grant select, insert on as4_message, business_envelope, as4_refusal to "${application_role}";
