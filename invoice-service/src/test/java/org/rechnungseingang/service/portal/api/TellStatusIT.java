package org.rechnungseingang.service.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WithServer
class TellStatusIT {

    @LocalServerPort
    private int port;

    private Partner partner;

    @BeforeEach
    void connect() {
        partner = Partner.ofAnstadt(port);
    }

    @Test
    void tellsWhatWasFoundAndWhere() {
        Answer status = partner.checked(handIn("findings"));

        assertThat(status.at("/station/label")).isEqualTo("Geprüft");
        assertThat(status.at("/verdict/outcome")).isEqualTo("reject");
        assertThat(status.at("/verdict/decision")).isEqualTo("query");
        assertThat(status.at("/verdict/ruleSet")).contains("xrechnung");
        assertThat(status.at("/verdict/advice")).contains("neu senden");
        assertThat(status.json().at("/verdict/findings").values().stream()
                        .map(finding -> finding.get("rule").asString()))
                .contains("BR-DE-15");
    }

    @Test
    void tellsWhatWasReadFromTheInvoice() {
        Answer status = partner.checked(handIn("header 4711"));

        assertThat(status.at("/invoice/number")).isEqualTo("header 4711");
        assertThat(status.at("/invoice/seller")).isEqualTo("Saubermann GmbH");
        assertThat(status.at("/invoice/payable/amount")).isEqualTo("1190.00");
        assertThat(status.at("/invoice/payable/currency")).isEqualTo("EUR");
        assertThat(status.at("/invoice/discount/until")).isEqualTo("2026-12-04");
        assertThat(status.at("/invoice/discount/amount/amount")).isEqualTo("23.80");
        assertThat(status.at("/invoice/dueDate")).isEqualTo("2026-12-20");
    }

    @Test
    void speaksGermanUnlessEnglishIsPreferred() {
        String number = handIn("languages");
        partner.checked(number);

        assertThat(partner.status(number).at("/station/label")).isEqualTo("Geprüft");
        assertThat(partner.status(number, "Accept-Language", "fr").at("/station/label"))
                .isEqualTo("Geprüft");
        Answer english = partner.status(number, "Accept-Language", "fr, en-GB;q=0.8, de;q=0.5");
        assertThat(english.at("/station/label")).isEqualTo("Checked");
        assertThat(english.at("/mark/label")).isEqualTo("On hold");
        assertThat(english.at("/verdict/advice")).contains("Please");
        assertThat(english.header("Content-Language")).isEqualTo("en");
    }

    @Test
    void hidesTheInvoicesOfAnotherTown() {
        String number = handIn("foreign");
        Answer foreign = Partner.ofBeistadt(port).status(number);

        assertThat(partner.status(number).status()).isEqualTo(200);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text())
                .isEqualTo(
                        Partner.ofBeistadt(port).status("ANS-2026-9999999-00").text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "ANS-2026-0000001-00", "ANS-2026-0000001", "ANS-2026-9999999-05", "%20", "%3Cscript%3E"})
    void knowsNothingOfANumberThatWasNeverGiven(String number) {
        Answer answer = partner.status(number);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/code")).isEqualTo("not-found");
        assertThat(answer.text()).doesNotContain(number).doesNotContain("script");
    }

    @Test
    void forgivesSmallLetters() {
        String number = handIn("small letters");

        assertThat(partner.status(number.toLowerCase(Locale.ROOT)).at("/receiptNumber"))
                .isEqualTo(number);
    }

    @Test
    void answersHeadWithoutABody() {
        Answer answer = partner.send("HEAD", Paths.INVOICES + "/" + handIn("head"), BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void isNotKeptByCaches() {
        assertThat(partner.status(handIn("caches")).header("Cache-Control")).contains("no-store");
    }

    private String handIn(String number) {
        return partner.handIn(Files.invoice(number)).at("/receiptNumber");
    }
}
