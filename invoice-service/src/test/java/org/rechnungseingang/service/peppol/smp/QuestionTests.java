package org.rechnungseingang.service.peppol.smp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;

class QuestionTests {

    private static final String SCHEME = "iso6523-actorid-upis";
    private static final String LETTERS = "abcXYZ019:/?#[]@!$&'()*+,;=%-._~ \"<>\\^`{|}äß€";

    private final Random random = new Random(7);

    @ParameterizedTest
    @ValueSource(strings = {"https://smp.example.org", "https://smp.example.org/", "https://smp.example.org//"})
    void asksBelowThePublishersAddress(String publisher) {
        assertThat(Answer.QUESTION.at(URI.create(publisher)).toString())
                .startsWith("https://smp.example.org/iso6523-actorid-upis%3A%3A0204%3A05999001");
    }

    @Test
    void arrivesAsItWasMeant() {
        for (int time = 0; time < 500; time++) {
            Identifier participant = new Identifier(SCHEME, text());
            Identifier type = new Identifier("busdox-docid-qns", text());
            URI address = new Question(participant, type, Answer.PROCESS).at(URI.create("https://smp.example.org/a"));

            assertThat(List.of(address.getRawPath().split("/"))).hasSize(5);
            assertThat(address.getPath())
                    .isEqualTo("/a/" + Question.named(participant) + "/services/" + Question.named(type));
            assertThat(address.getRawQuery()).isNull();
            assertThat(address.getRawFragment()).isNull();
        }
    }

    /** The first is the policy's own example; the second is a participant of the production network. */
    @ParameterizedTest
    @CsvSource({
        "0088:123abc, Y7DZFXAF3D4CJZ4KCGRXTEC6TWVCGA4KY7ZWA5BOIF6MSWD4TDRQ",
        "0192:923609016, XQK4T3FMTEZDUY5BOVJMTNAQ45N7E4TIBYHWFPGOT75BSP7UYG2A"
    })
    void hasTheParticipantsNameInTheDirectory(String value, String label) {
        assertThat(ParticipantHost.of(new Identifier(SCHEME, value), "example.org"))
                .isEqualTo(label + ".iso6523-actorid-upis.example.org");
    }

    @Test
    void hasOneNameForAParticipantHoweverHeIsWritten() {
        for (int time = 0; time < 200; time++) {
            String value = text().replace("ß", "");
            String name = ParticipantHost.of(new Identifier(SCHEME, value), "example.org");

            assertThat(name).matches("[A-Z2-7]{52}\\.iso6523-actorid-upis\\.example\\.org");
            assertThat(ParticipantHost.of(new Identifier(SCHEME, value.toUpperCase(Locale.ROOT)), "example.org"))
                    .isEqualTo(name);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int letter = 1 + random.nextInt(40); letter > 0; letter--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
