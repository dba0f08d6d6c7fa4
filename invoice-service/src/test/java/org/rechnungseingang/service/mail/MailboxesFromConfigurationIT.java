package org.rechnungseingang.service.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.archive.Sha256;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Several mailboxes of several towns, as an operator configures them: TLS by default, a certificate of one's own. */
@WithTwoTowns
class MailboxesFromConfigurationIT {

    private static final Map<String, TestMailbox> BOXES = Map.of(
            "anstadt/rechnungen", GreenMailServer.newMailbox(),
            "anstadt/kaemmerei", GreenMailServer.newMailbox(),
            "beistadt/rechnungen", GreenMailServer.newMailbox());

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
        BOXES.forEach((name, box) -> {
            String[] parts = name.split("/");
            String prefix = "rechnungseingang.mail." + parts[0] + ".mailboxes." + parts[1] + ".";
            properties.add(prefix + "host", () -> "localhost");
            properties.add(prefix + "port", box::imaps);
            properties.add(prefix + "login", box::login);
            properties.add(prefix + "password", box::password);
            properties.add(prefix + "idle-renewal", () -> TestMailbox.RENEWAL.toSeconds() + "s");
            properties.add(prefix + "trust", () -> box.certificate().toString());
        });
    }

    @Autowired
    private MailboxWatchers watchers;

    @Autowired
    private Behind behind;

    @Autowired
    private ConfigurableApplicationContext service;

    @Test
    void takesTheMailsOfEachMailboxIntoItsOwnTown() {
        arriveInTheirTowns();
    }

    @Test
    void goesOnAfterAPause() {
        service.pause();
        assertThat(watchers.watches()).isEmpty();

        service.restart();

        arriveInTheirTowns();
    }

    private void arriveInTheirTowns() {
        Map<String, byte[]> invoices =
                BOXES.keySet().stream().collect(Collectors.toMap(name -> name, name -> Eml.invoice()));
        invoices.forEach((name, invoice) -> BOXES.get(name)
                .deliver(Eml.about(name)
                        .attach("rechnung.xml", "application/xml", invoice)
                        .bytes()));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> BOXES.values().stream().allMatch(box -> box.count("INBOX") == 0));

        invoices.forEach(
                (name, invoice) -> assertThat(whereItIs(invoice)).as(name).containsExactly(name));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(watchers.watches())
                        .extracting(Watch::name, Watch::state)
                        .containsExactlyInAnyOrderElementsOf(BOXES.keySet().stream()
                                .map(name -> tuple(name, Watch.State.CONNECTED))
                                .toList()));
        behind.awaitIdle();
    }

    // Town and mailbox of every case that has these bytes.
    private List<String> whereItIs(byte[] invoice) {
        return behind.sql()
                .sql("""
                        select t.key || '/' || m.mailbox from invoice_case c
                        join tenant t on t.id = c.tenant
                        join mail_case mc on (mc.tenant, mc.case_id) = (c.tenant, c.id)
                        join mail m on (m.tenant, m.id) = (mc.tenant, mc.mail)
                        where c.original = ?""")
                .param(Sha256.of(invoice).hex())
                .query(String.class)
                .list();
    }
}
