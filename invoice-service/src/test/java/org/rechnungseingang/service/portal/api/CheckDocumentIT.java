package org.rechnungseingang.service.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.portal.api.Partner.File;
import org.rechnungseingang.service.town.APdf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

@WithServer
class CheckDocumentIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Environment environment;

    private Partner partner;

    @BeforeEach
    void connect() {
        partner = Partner.ofAnstadt(port);
    }

    @Test
    void answersTheVerdictAtOnce() {
        Answer answer = partner.check(Files.invoice("checked only"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/verdict/outcome")).isEqualTo("reject");
        assertThat(answer.at("/invoice/number")).isEqualTo("checked only");
        assertThat(answer.json().at("/verdict/findings").values().stream()
                        .map(finding -> finding.get("rule").asString()))
                .contains("BR-DE-15");
    }

    @Test
    void comesToTheVerdictThatHandingInComesTo() {
        Answer checked = partner.check(Files.invoice("same verdict"));
        Answer kept =
                partner.checked(partner.handIn(Files.invoice("same verdict")).at("/receiptNumber"));

        assertThat(kept.json().at("/verdict/findings")).isEqualTo(checked.json().at("/verdict/findings"));
        assertThat(kept.json().at("/invoice")).isEqualTo(checked.json().at("/invoice"));
    }

    @Test
    void tellsApartWhoHasFoundWhat() {
        byte[] forged =
                APdf.saying("IBAN DE75 5121 0800 1245 1261 99").numberedAnew().bytes();
        Answer checked = partner.check(forged);
        Answer kept = partner.checked(partner.handIn(forged).at("/receiptNumber"));

        assertThat(checked.at("/verdict/outcome")).isEqualTo("accept");
        assertThat(checked.at("/verdict/decision")).isEqualTo("accept");
        assertThat(checked.json().at("/verdict/findings")).isEmpty();
        assertThat(checked.json().at("/verdict/local")).isEmpty();
        assertThat(checked.json().at("/verdict/own")).hasSize(1);
        assertThat(checked.at("/verdict/own/0/rule")).isEqualTo("OWN-PDF-IBAN");
        assertThat(checked.at("/verdict/own/0/explanation")).contains("Im PDF steht eine andere IBAN");
        assertThat(checked.at("/verdict/own/0/confidential")).isEqualTo("true");
        assertThat(kept.json().at("/verdict/own")).isEqualTo(checked.json().at("/verdict/own"));
    }

    @Test
    void keepsNothing() {
        Rows rows = new Rows(environment);
        Map<String, Long> before = rows.quiet();

        partner.check(Files.invoice("never kept"));
        partner.check(new File("form.xml", Files.invoice("never kept either")));
        partner.check(Files.text("no invoice"));

        assertThat(rows.quiet()).isEqualTo(before);
        assertThat(partner.handIn(Files.invoice("never kept")).at("/known")).isEqualTo("false");
        assertThat(rows.quiet()).isNotEqualTo(before);
    }

    @Test
    void tellsBrokenXmlApart() {
        assertThat(partner.check(Files.text("<Invoice><broken></Invoice>")).at("/verdict/outcome"))
                .isEqualTo("not-wellformed");
    }

    @Test
    void saysWhatToSendInstead() {
        Answer answer = partner.check(Files.text("Rechnung"), "Accept-Language", "en");

        assertThat(answer.at("/verdict/outcome")).isEqualTo("no-invoice");
        assertThat(answer.at("/verdict/reason")).contains("plain text");
        assertThat(answer.at("/verdict/advice")).contains("XRechnung");
    }

    @Test
    void checksOneFileAtATime() {
        File file = new File("a.xml", Files.invoice("a"));

        assertThat(partner.check(file).status()).isEqualTo(200);
        assertThat(partner.check(file, file).at("/code")).isEqualTo("bad-request");
        assertThat(partner.check(new byte[0]).at("/code")).isEqualTo("empty-body");
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(partner.check(Files.anything(Files.LIMIT + 1, 1)).status()).isEqualTo(413);
    }
}
