package org.rechnungseingang.service.mail;

import org.rechnungseingang.service.tenant.TenantId;

/** Names one mailbox of one town, for ever: what was taken is known by it. */
record MailboxId(TenantId tenant, String name) {}
