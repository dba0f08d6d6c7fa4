-- A row in every table that has a tenant, two where the law wants two; a test fails when a table is forgotten here.
insert into tenant (id, key, name, receipt_prefix) values (:tenant, :prefix, :prefix, :prefix);
insert into office (tenant, id, key, name, takes_unclaimed) values (:tenant, :id, 'bauamt', 'Bauamt', true);
insert into office_routing_id (tenant, routing_id, office) values (:tenant, '04011000-1234512345-06', :id);
insert into account (tenant, id, login, name, password, roles, office, active)
  values (:tenant, :id, 'clerk', 'Ayşe Yıldız', '{argon2}x', '{CLERK}', :id, true);
insert into login_failure (tenant, source, level, last_at) values (:tenant, 'login clerk', 1, now());
insert into login_network (tenant, login, network, last_at) values (:tenant, 'clerk', '192.0.2.1', now());
insert into journal_entry (tenant, case_id, number, kind, at, actor, payload_digest, previous, hash)
  values (:tenant, :id, 1, 'InvoiceReceived', now(), 'REST', sha256(''), sha256(''), sha256(''));
insert into journal_payload (tenant, case_id, number, salt, payload)
  values (:tenant, :id, 1, decode(repeat('00', 16), 'hex'), '{}');
insert into dead_letter (tenant, id, job, attempts, reason, failed_at) values (:tenant, :id, 'check', 8, 'why', now());
insert into original (tenant, sha256, size) values (:tenant, repeat('0', 64), 1);
insert into original_chunk (tenant, sha256, number, bytes) values (:tenant, repeat('0', 64), 0, 'x');
insert into invoice_case (tenant, id, receipt_number, original, station, mark, round, received_at)
  values (:tenant, :id, 'X-2026-0000001-00', repeat('0', 64), 'CHECKED', 'OPEN', 1, now());
insert into delivery (tenant, id, case_id, channel, received_at, stored_at, sender, account)
  values (:tenant, :id, :id, 'REST', now(), now(), 'REST', :id);
insert into verdict (tenant, case_id, round, outcome, decision, checked_at)
  values (:tenant, :id, 1, 'ACCEPT', 'ACCEPT', now());
insert into finding (tenant, case_id, round, number, source, rule, level, legal_class, text, location, terms)
  values (:tenant, :id, 1, 1, 'official', 'BR-01', 'ERROR', 'CONTENT', 'text', '/', '{}');
insert into payee (tenant, id, key, name, first_seen_at) values (:tenant, :id, 'vat:DE1', 'Saubermann', now());
insert into payee_account (tenant, payee, iban, first_seen_at, first_case)
  values (:tenant, :id, 'DE02120300000000202051', now(), :id);
insert into register_entry (tenant, case_id, receipt_number, station, mark, channel, received_at, words)
  values (:tenant, :id, 'X-2026-0000001-00', 'CHECKED', 'OPEN', 'REST', now(), 'saubermann');
insert into register_submitter (tenant, account, case_id) values (:tenant, :id, :id);
insert into supporting_document (tenant, case_id, number, original, file_name, type)
  values (:tenant, :id, 1, repeat('0', 64), 'a.pdf', 'application/pdf');
insert into routing_rule (tenant, position, field, begins, office) values (:tenant, 1, 'PROJECT', 'p-', :id);
insert into assignment (tenant, case_id, number, round, office, because, assigned_at)
  values (:tenant, :id, 1, 1, :id, 'PERSON', now());
insert into triage (tenant, case_id, cause, detail, since) values (:tenant, :id, 'MISSING', '', now());
insert into live_invoice (tenant, business_key, case_id) values (:tenant, 'vat:DE1|1|2026', :id);
insert into account (tenant, id, login, name, password, roles, office, active)
  values (:tenant, '99999999-0000-0000-0000-000000000001', 'budget', 'Bernd Kowalski', '{argon2}x', '{BUDGET_HOLDER}', :id, true);
insert into power (tenant, id, account, kind, grantor, document, valid_from)
  values (:tenant, :id, :id, 'CERTIFY', 'Kämmerin', 'DA 7', current_date),
    (:tenant, '99999999-0000-0000-0000-000000000001', '99999999-0000-0000-0000-000000000001', 'ORDER', 'Kämmerin', 'DA 7', current_date);
insert into certification (tenant, case_id, round, subject, certified_by, power, document, certified_at)
  select :tenant, :id, 1, subject, :id, :id, repeat('0', 64), now() from (values ('GROUNDS'), ('SUMS')) as s (subject);
insert into payment_order
  (tenant, case_id, round, ordered_by, grounds_by, sums_by, power, document, payable_cents, transfer_cents, currency, iban, ordered_at)
  values (:tenant, :id, 1, '99999999-0000-0000-0000-000000000001', :id, :id, '99999999-0000-0000-0000-000000000001', repeat('0', 64), 100, 100, 'EUR', 'DE02120300000000202051', now());
insert into remark (tenant, case_id, number, round, kind, said_by, text, said_at)
  values (:tenant, :id, 1, 1, 'QUERIED', :id, 'why', now());
insert into payment
  (tenant, case_id, round, key, receipt_number, cents, payable_cents, currency, iban, document, state, changed_at)
  values (:tenant, :id, 1, 'k', 'X-2026-0000001-00', 100, 100, 'EUR', 'DE02120300000000202051', repeat('0', 64), 'ORDERED', now());
insert into feedback_set_aside (tenant, id, cursor, key, status, cause, reason, content, set_aside_at)
  values (:tenant, :id, '1', 'k', 'PAID', 'FAILED', 'why', '{}', now());
insert into feedback_cursor (tenant, cursor) values (:tenant, '0');
insert into mailbox_lease (tenant, mailbox, node, until) values (:tenant, 'rechnung', 'n', now());
insert into mail (tenant, id, mailbox, uid_validity, uid, original, received_at, stored_at, sender, subject)
  values (:tenant, :id, 'rechnung', 1, 1, repeat('0', 64), now(), now(), 'a@b.example', 'Rechnung');
insert into mail_case (tenant, mail, case_id) values (:tenant, :id, :id);
insert into mail_document (tenant, mail, case_id, number) values (:tenant, :id, :id, 1);
insert into mail_trouble (tenant, mailbox, uid_validity, uid, id, attempts, cause, reason, set_aside, received_at, last_at)
  values (:tenant, 'rechnung', 1, 2, :id, 1, 'WITHHELD', 'why', false, now(), now());
insert into status_page (tenant, case_id, secret) values (:tenant, :id, repeat('s', 22));
insert into as4_message
  (tenant, id, message_id, signature, access_point, sender, receiver, document_type, process, instance_id, mls_to,
   mls_type, id_reused, envelope, payload, case_id, sent_at, received_at, stored_at, receipt)
  values (:tenant, :id, 'm', 's', 'POP000200', '0088:1', '0204:1', 't', 'p', 'i', '', '', false,
    repeat('0', 64), repeat('0', 64), :id, now(), now(), now(), '');
insert into business_envelope (tenant, instance_id, content) values (:tenant, 'i', repeat('0', 64));
insert into as4_refusal (tenant, id, message_id, access_point, error, reason, envelope, payload, received_at)
  values (:tenant, :id, 'm', 'POP000200', 'EBMS:0003', 'why', repeat('0', 64), repeat('0', 64), now());
insert into outbound_message
  (tenant, id, case_id, number, kind, answers, code, receiver, instance_id, document, created_at)
  values (:tenant, :id, :id, 1, 'MESSAGE_LEVEL_STATUS', 'i', 'AP', '0242:000200', 'o', repeat('0', 64), now());
