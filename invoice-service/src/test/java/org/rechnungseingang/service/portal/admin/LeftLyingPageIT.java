package org.rechnungseingang.service.portal.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.rechnungseingang.service.access.Visitor;
import org.rechnungseingang.service.access.Who;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.Towns;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** What was left lying, as the administrator's browser without script gets it. */
@WithTwoTowns
class LeftLyingPageIT {

    private static final String PAGE = "/dead-letters";
    private static final Pattern COUNTED =
            Pattern.compile("Liegengebliebenes<span class=\"count\">(\\d+)</span>", Pattern.DOTALL);

    @Autowired
    private Towns towns;

    @Autowired
    private Behind behind;

    @Autowired
    private Originals originals;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private Visitor administrator;

    @BeforeEach
    void arrive() {
        administrator = Visitor.of(Who.ADMINISTRATOR, port);
    }

    @Test
    void tellOfAMailWhatItIsAndWhatHelps() {
        aMail("anstadt", "Rechnung <b>4711</b> \u202Egpj", "TOO_LARGE");

        assertThat(administrator.get(PAGE).body())
                .contains("Rechnung &lt;b&gt;4711&lt;/b&gt; \uFFFDgpj", "absender@example.org", "rechnung")
                .contains("<strong>Zu groß</strong>", "mit 25 MB größer als erlaubt", "Bitten Sie den Absender")
                .contains(">Erledigt</span>")
                .doesNotContain("\u202E", "<b>4711</b>");
        assertThat(administrator.get(PAGE + "?lang=en").body())
                .contains("<strong>Too large</strong>", "Ask the sender", "lang=\"de\"");
        administrator.get(PAGE + "?lang=de");
    }

    @Test
    void tellOfFeedbackWhatWasToldAndWhatHelps() {
        aFeedback("anstadt", "unbekannt-" + UUID.randomUUID(), "{\"event\": \"<i>paid</i>\"}");

        assertThat(administrator.get(PAGE).body())
                .contains("Keine bekannte Rechnung", "bezahlt", "<strong>Das kann nicht mehr geschehen</strong>")
                .contains("ob doch Geld geflossen ist", "The payment is REFUSED", "&lt;i&gt;paid&lt;/i&gt;")
                .doesNotContain("<i>paid</i>");
    }

    @ParameterizedTest
    @CsvSource({"mails, mail_trouble", "feedback, feedback_set_aside"})
    void noteWhoHasSeenToItAndTakeItOffTheList(String part, String table) {
        UUID id = anything(part, "anstadt");
        behind.awaitIdle();
        int before = counted();

        assertThat(settle(administrator, part, id)).isEqualTo(302);

        assertThat(administrator.get(PAGE).body())
                .contains("Als erledigt vermerkt")
                .doesNotContain(id.toString());
        assertThat(counted()).isEqualTo(before - 1);
        assertThat(behind.count(
                        table + " t join account a on (a.tenant, a.id) = (t.tenant, t.settled_account)"
                                + " where t.id = ? and settled_by = 'Gesa Petersen' and a.name = settled_by",
                        id))
                .isOne();
        assertThat(settle(administrator, part, id)).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"mails, mail_trouble", "feedback, feedback_set_aside"})
    void belongToTheTown(String part, String table) {
        UUID id = anything(part, "anstadt");
        Visitor stranger = Visitor.of(Who.ADMINISTRATOR_OF_OTHER_TOWN, port);

        assertThat(stranger.get(PAGE).body()).doesNotContain(id.toString());
        assertThat(settle(stranger, part, id)).isEqualTo(404);
        assertThat(behind.count(table + " where id = ? and settled_at is null", id))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource(
            value = Who.class,
            names = {"CLERK", "CLERK_OF_TRIAGE", "BUDGET_HOLDER", "TREASURER", "AUDITOR", "SUPPLIER", "PROGRAM"})
    void areTheAdministratorsMatter(Who who) {
        UUID mail = anything("mails", "anstadt");
        UUID feedback = anything("feedback", "anstadt");
        Visitor visitor = Visitor.of(who, port);

        settle(visitor, "mails", mail);
        settle(visitor, "feedback", feedback);

        assertThat(behind.count("mail_trouble where id = ? and settled_at is null", mail))
                .isOne();
        assertThat(behind.count("feedback_set_aside where id = ? and settled_at is null", feedback))
                .isOne();
        assertThat(visitor.get("/").body()).doesNotContain("Liegengebliebenes");
    }

    @Test
    void leaveAloneAMailThatIsStillTried() {
        UUID id = aMail("anstadt", "Noch einmal", "WITHHELD");
        behind.sql()
                .sql("update mail_trouble set set_aside = false where id = ?")
                .param(id)
                .update();

        assertThat(administrator.get(PAGE).body()).doesNotContain(id.toString());
        assertThat(settle(administrator, "mails", id)).isEqualTo(404);
    }

    // Whoever likes can send any number of mails that are too large.
    @Test
    void showTheFirstHundredOnly() {
        Visitor other = Visitor.of(Who.ADMINISTRATOR_OF_OTHER_TOWN, port);
        IntStream.range(0, 101).forEach(i -> aMail("beistadt", "Nr. " + i, "TOO_LARGE"));

        String page = other.get(PAGE).body();

        assertThat(page.split("/settled\"", -1)).hasSizeBetween(101, 201);
        assertThat(page).contains("Hier stehen die ersten 100.");
        behind.sql()
                .sql("delete from mail_trouble where tenant = ?")
                .param(towns.town("beistadt").value())
                .update();
    }

    @Test
    void tellOfARefusedMessageWhatItsSenderHeard() {
        UUID id = aRefusal("anstadt", "<b>4711</b>@sender.example");

        assertThat(administrator.get(PAGE).body())
                .contains("Abgewiesene Peppol-Nachrichten", "&lt;b&gt;4711&lt;/b&gt;@sender.example", "POP000200")
                .contains("<strong>EBMS:0003</strong>", "eb:Service is another one", "Kopf speichern")
                .doesNotContain("<b>4711</b>");
        HttpResponse<byte[]> saved = administrator.save(PAGE + "/refusals/" + id);
        assertThat(saved.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"AS4-" + id + ".xml\"");
        assertThat(saved.body()).asString().contains("<envelope").doesNotContain("<payload");
    }

    @Test
    void keepARefusedMessageFromAnotherTown() {
        UUID id = aRefusal("anstadt", "another@sender.example");
        Visitor stranger = Visitor.of(Who.ADMINISTRATOR_OF_OTHER_TOWN, port);

        assertThat(stranger.get(PAGE).body()).doesNotContain(id.toString());
        assertThat(stranger.get(PAGE + "/refusals/" + id).statusCode()).isEqualTo(404);
    }

    private UUID aRefusal(String town, String messageId) {
        UUID id = UUID.randomUUID();
        List<String> kept = towns.in(
                town,
                () -> transaction.execute(status -> Stream.of("envelope", "payload")
                        .map(name -> "<" + name + " id='" + id + "'/>")
                        .map(text -> originals
                                .keep(text.getBytes(StandardCharsets.UTF_8))
                                .hex())
                        .toList()));
        behind.sql()
                .sql("""
                        insert into as4_refusal (tenant, id, message_id, access_point, error, reason, envelope, payload, received_at)
                        values (?, ?, ?, 'POP000200', 'EBMS:0003', 'eb:Service is another one', ?, ?, now())""")
                .params(towns.town(town).value(), id, messageId, kept.get(0), kept.get(1))
                .update();
        return id;
    }

    private int counted() {
        Matcher counted = COUNTED.matcher(administrator.get(PAGE).body());
        return counted.find() ? Integer.parseInt(counted.group(1)) : 0;
    }

    private static int settle(Visitor visitor, String part, UUID id) {
        return visitor.press(PAGE + "/" + part + "/" + id + "/settled").statusCode();
    }

    private UUID anything(String part, String town) {
        return part.equals("mails")
                ? aMail(town, "Zu viele", "BREAKS_A_BOUND")
                : aFeedback(town, "unbekannt-" + UUID.randomUUID(), "{}");
    }

    private UUID aMail(String town, String subject, String cause) {
        UUID id = UUID.randomUUID();
        behind.sql()
                .sql("""
                        insert into mail_trouble (tenant, mailbox, uid_validity, uid, id, attempts, cause, reason, set_aside,
                          received_at, sender, subject, last_at)
                        values (?, 'rechnung', 1, ?, ?, 1, ?, 'Die E-Mail ist mit 25 MB größer als erlaubt (20 MB).', true,
                          now(), 'absender@example.org', ?, now() - interval '1 year')""")
                .params(towns.town(town).value(), id.getMostSignificantBits() >>> 1, id, cause, subject)
                .update();
        return id;
    }

    private UUID aFeedback(String town, String key, String content) {
        UUID id = UUID.randomUUID();
        behind.sql()
                .sql("""
                        insert into feedback_set_aside (tenant, id, cursor, key, status, cause, reason, content, set_aside_at)
                        values (?, ?, ?, ?, 'PAID', 'CANNOT_HAPPEN', 'The payment is REFUSED: it cannot become PAID', ?, now())""")
                .params(towns.town(town).value(), id, id.toString(), key, content)
                .update();
        return id;
    }
}
