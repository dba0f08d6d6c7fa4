package org.rechnungseingang.service.peppol;

import java.util.List;
import java.util.function.Supplier;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.town.Towns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What has arrived in the town that receives over Peppol. */
final class Anstadt {

    private final Towns towns;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final Originals originals;

    Anstadt(Towns towns, TransactionTemplate transaction, JdbcClient jdbc, Originals originals) {
        this.towns = towns;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.originals = originals;
    }

    int cases() {
        return within(() -> jdbc.sql("select count(*) from invoice_case")
                .query(Integer.class)
                .single());
    }

    /** The invoices that this message has brought. */
    List<byte[]> invoices(AMessage message) {
        return within(() -> jdbc.sql("""
                        select c.original from as4_message m join invoice_case c on (c.tenant, c.id) = (m.tenant, m.case_id)
                        where m.message_id = ?""").param(message.messageId()).query(String.class).list().stream()
                .map(hash -> originals.read(new Sha256(hash.strip())))
                .toList());
    }

    /** How often this message was kept as refused. */
    int refusals(AMessage message) {
        return within(() -> jdbc.sql("select count(*) from as4_refusal where message_id = ?")
                .param(message.messageId())
                .query(Integer.class)
                .single());
    }

    private <T> T within(Supplier<T> work) {
        return towns.in("anstadt", () -> transaction.execute(status -> work.get()));
    }
}
