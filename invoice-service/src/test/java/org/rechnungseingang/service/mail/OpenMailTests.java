package org.rechnungseingang.service.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.mail.OpenedMail.Part;

class OpenMailTests {

    private static final byte[] FILE = "<a/>".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/xml; name=\"=?ISO-8859-1?Q?M=FCller_=26_S=F6hne.xml?=\"",
                "Content-Type: application/xml\r\nContent-Disposition: attachment; filename*=UTF-8''M%C3%BCller%20%26%20S%C3%B6hne.xml",
                "Content-Type: application/xml\r\nContent-Disposition: attachment;\r\n filename*0*=iso-8859-1''M%FCller%20;\r\n"
                        + " filename*1*=%26%20S%F6hne.xml",
                "Content-Type: application/xml\r\nContent-Disposition: attachment; filename=\"=?utf-8?B?TcO8bGxlciAmIFPDtmhuZS54bWw=?=\"",
                "Content-Type: application/xml\r\nContent-Disposition: attachment; filename=\"M\u00c3\u00bcller & S\u00c3\u00b6hne.xml\""
            })
    void readsUmlautsInNames(String header) {
        assertThat(files(Eml.about("x").attach(header, FILE)))
                .extracting(part -> part.name().orElseThrow())
                .containsExactly("Müller & Söhne.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?utf-8?Q?Rechnung_f=C3=BCr_M=C3=A4rz?=",
                "Rechnung f\u00c3\u00bcr M\u00c3\u00a4rz",
                "=?iso-8859-1?Q?Rechnung_f=FCr?=\r\n =?iso-8859-1?Q?_M=E4rz?="
            })
    void readsUmlautsInTheSubject(String subject) {
        assertThat(OpenMail.open(Eml.about(subject).bytes()).subject()).isEqualTo("Rechnung für März");
    }

    @Test
    void readsAWordOfAnInventedCharsetAsItStands() {
        OpenedMail mail = OpenMail.open(Eml.about("=?x-klingon?Q?nuqneH?=")
                .attach("Content-Type: text/plain; charset=x-klingon; name=a.xml", FILE)
                .bytes());

        assertThat(mail.subject()).contains("nuqneH");
        assertThat(mail.parts()).anyMatch(part -> new String(part.bytes(), StandardCharsets.US_ASCII).equals("<a/>"));
    }

    @Test
    void tellsTheSender() {
        OpenedMail mail = OpenMail.open(Eml.about("x").bytes());

        assertThat(mail.sender()).isEqualTo(Eml.SENDER);
        assertThat(mail.messageId().orElseThrow()).endsWith("@saubermann.example>");
    }

    @Test
    void hasAWordForNobody() {
        assertThat(OpenMail.open("Subject: x\r\n\r\nText".getBytes(StandardCharsets.US_ASCII))
                        .sender())
                .isEqualTo("(ohne Absender)");
    }

    @Test
    void savesWhatItCanOfBrokenBase64() {
        Eml mail = Eml.about("x")
                .part(
                        "Content-Type: application/xml; name=a.xml\r\nContent-Transfer-Encoding: base64",
                        "PGE*!vPg\r\nx");

        assertThat(files(mail).get(0).bytes()).startsWith(FILE);
    }

    @Test
    void takesAnInventedTransferEncodingForNone() {
        Eml mail = Eml.about("x")
                .part("Content-Type: application/xml; name=a.xml\r\nContent-Transfer-Encoding: rot13", "<a/>");

        assertThat(files(mail).get(0).bytes()).startsWith(FILE);
    }

    @Test
    void readsAMailThatEndsInTheMiddle() {
        String whole = new String(
                Eml.about("x").attach("a.xml", "application/xml", FILE).bytes(), StandardCharsets.ISO_8859_1);
        byte[] half = whole.substring(0, whole.lastIndexOf("\r\n--")).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(OpenMail.open(half).parts())
                .anyMatch(part -> part.name().filter("a.xml"::equals).isPresent());
    }

    @Test
    void readsAMultipartWithoutBoundaries() {
        byte[] mail = "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\nnothing of the kind"
                .getBytes(StandardCharsets.US_ASCII);

        assertThat(OpenMail.open(mail).parts()).hasSize(1);
    }

    @Test
    void opensForwardedMailsThreeDeep() {
        byte[] mail = Eml.about("0").attach("a.xml", "application/xml", FILE).bytes();
        for (int i = 0; i < 3; i++) {
            mail = Eml.about("WG").forwarding(mail).bytes();
        }
        assertThat(OpenMail.open(mail).parts())
                .anyMatch(part -> part.name().filter("a.xml"::equals).isPresent());

        byte[] deeper = Eml.about("WG").forwarding(mail).bytes();
        assertThatThrownBy(() -> OpenMail.open(deeper))
                .isInstanceOf(MailRefused.class)
                .hasMessageContaining("3-fach");
    }

    @Test
    void opensAMailThatIsAttachedAsAFile() {
        byte[] inner = Eml.about("0").attach("a.xml", "application/xml", FILE).bytes();

        assertThat(files(Eml.about("x").attach("Rechnung.eml", "application/octet-stream", inner)))
                .extracting(part -> part.name().orElseThrow())
                .containsExactly("a.xml");
    }

    @Test
    void refusesMoreAttachmentsThanItMayHave() {
        Eml mail = Eml.about("x");
        IntStream.rangeClosed(1, 200).forEach(i -> mail.attach(i + ".txt", "text/plain", FILE));
        assertThat(files(mail)).hasSize(200);

        mail.attach("201.txt", "text/plain", FILE);
        assertThatThrownBy(() -> OpenMail.open(mail.bytes())).isInstanceOf(MailRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-A: b\r\n", "--b\r\n", "a:\n", "\r--\r"})
    void refusesMoreHeaderLinesThanItMayHave(String line) {
        byte[] mail = ("From: a@b.example\r\n" + line.repeat(100_000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> OpenMail.open(mail))
                .isInstanceOf(MailRefused.class)
                .hasMessageContaining("Kopfzeilen");
    }

    @Test
    void countsTheHeaderLinesOfNestedMailsToo() {
        byte[] inner =
                ("From: a@b.example\r\n" + "X-A: b\r\n".repeat(3_000) + "\r\nText").getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> OpenMail.open(Eml.about("x").forwarding(inner).bytes()))
                .isInstanceOf(MailRefused.class);
    }

    @Test
    void countsNoLineOfABody() {
        byte[] xml = "<a>\n  <b:c>1</b:c>\n</a>\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        Eml mail = Eml.about("x")
                .part("Content-Type: application/xml; name=a.xml", new String(xml, StandardCharsets.US_ASCII));

        assertThat(files(mail)).hasSize(1);
    }

    @Test
    void refusesPartsThatAreTooDeep() {
        StringBuilder mail = new StringBuilder("From: a@b.example\r\nMIME-Version: 1.0\r\n");
        for (int i = 0; i < 30; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("e\r\n\r\n--b")
                    .append(i)
                    .append("e\r\n");
        }
        assertThatThrownBy(
                        () -> OpenMail.open(mail.append("\r\nText").toString().getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(MailRefused.class)
                .hasMessageContaining("verschachtelt");
    }

    @Test
    void leavesNothingInTheHeaderThatARowRefuses() {
        String subject = OpenMail.open(Eml.about("a\u0000b=?utf-8?Q?=00=E2=80=AE?=" + "x".repeat(2_000))
                        .bytes())
                .subject();

        assertThat(subject).doesNotContain("\u0000", "\u202e").hasSizeLessThanOrEqualTo(500);
    }

    private static List<Part> files(Eml mail) {
        return OpenMail.open(mail.bytes()).parts().stream()
                .filter(part -> !part.shown())
                .toList();
    }
}
