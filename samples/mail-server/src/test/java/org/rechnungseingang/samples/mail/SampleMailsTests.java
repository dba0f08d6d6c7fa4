package org.rechnungseingang.samples.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleMailsTests {

    private static final Path SAMPLES =
            Path.of(System.getProperty("basedir", ".")).resolve("..");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    private final SampleMails mails = new SampleMails(SAMPLES, "rechnung@musterstadt.example", CLOCK);

    @Test
    void carryTheInvoiceAsItIs() throws Exception {
        MimeMessage mail = arrived(mails.invoice("good/ubl-13-iso-8859-15.xml"));

        Part invoice = parts(mail).get(1);
        assertThat(invoice.getFileName()).isEqualTo("ubl-13-iso-8859-15.xml");
        assertThat(invoice.getInputStream())
                .hasBinaryContent(Files.readAllBytes(SAMPLES.resolve("good/ubl-13-iso-8859-15.xml")));
    }

    @Test
    void comeFromTheSellerAndAreDated() throws Exception {
        MimeMessage mail = arrived(mails.invoice("good/cii-01-strom.xml"));

        assertThat(mail.getFrom()[0]).hasToString("Buchhaltung <kommunen@stadtwerke-talheim-nord.example>");
        assertThat(mail.getSentDate()).isEqualTo(CLOCK.instant());
        assertThat((String) ((Multipart) mail.getContent()).getBodyPart(0).getContent())
                .contains("Mit freundlichen Grüßen");
    }

    @Test
    void haveTheSameMessageIdEachTimeAndEachItsOwn() {
        SampleMails others = new SampleMails(SAMPLES, "rechnung@musterstadt.example", CLOCK);

        assertThat(ids(mails.shapes())).doesNotHaveDuplicates().isEqualTo(ids(others.shapes()));
        assertThat(ids(mails.each())).doesNotHaveDuplicates().isEqualTo(ids(others.each()));
    }

    @Test
    void comeInEveryShape() throws Exception {
        List<List<String>> shapes = new ArrayList<>();
        for (MimeMessage mail : mails.shapes()) {
            shapes.add(parts(arrived(mail)).stream()
                    .skip(1)
                    .map(SampleMailsTests::type)
                    .toList());
        }

        String xml = "application/xml";
        assertThat(shapes)
                .containsExactly(
                        List.of(xml),
                        List.of("application/pdf"),
                        List.of(xml, xml, xml),
                        List.of(xml, "application/pdf", "image/png"),
                        List.of(),
                        List.of("message/rfc822"));
    }

    @Test
    void forwardAWholeMail() throws Exception {
        MimeMessage mail = arrived(mails.forwarded("good/ubl-04-zwei-steuersaetze.xml"));

        MimeMessage inner = (MimeMessage) parts(mail).get(1).getContent();
        assertThat(mail.getFrom()[0].toString()).contains("schulamt@musterstadt.example");
        assertThat(inner.getFrom()[0].toString()).contains("abrechnung@schulkueche-regenbogen.example");
        assertThat(parts(inner).get(1).getInputStream())
                .hasBinaryContent(Files.readAllBytes(SAMPLES.resolve("good/ubl-04-zwei-steuersaetze.xml")));
    }

    @Test
    void coverEverySample() throws Exception {
        long files = 0;
        for (String folder : List.of("good", "bad")) {
            try (Stream<Path> all = Files.list(SAMPLES.resolve(folder))) {
                files += all.count();
            }
        }

        assertThat(mails.each()).hasSize((int) files);
    }

    @Test
    void bringEverySampleOnceBesideTheShapes() throws Exception {
        List<String> files = new ArrayList<>();
        for (MimeMessage mail : mails.allBut(Set.of("good/ubl-06-zahlungsempfaenger.xml"))) {
            for (Part part : parts(arrived(mail))) {
                files.addAll(names(part));
            }
        }
        List<String> samples = new ArrayList<>();
        for (MimeMessage mail : mails.each()) {
            samples.addAll(names(parts(arrived(mail)).get(1)));
        }

        samples.remove("ubl-06-zahlungsempfaenger.xml");
        samples.addAll(List.of("Lieferschein.pdf", "Foto.png"));
        assertThat(files).containsExactlyInAnyOrderElementsOf(samples);
    }

    /** The names of the files in it, also of those in a mail in it. */
    private static List<String> names(Part part) throws Exception {
        if (part.getContent() instanceof MimeMessage inner) {
            return names(parts(inner).get(1));
        }
        return Optional.ofNullable(part.getFileName()).stream().toList();
    }

    private static List<String> ids(List<MimeMessage> mails) {
        return mails.stream().map(SampleMailsTests::id).toList();
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    /** What comes out when it has been written and read again. */
    private static MimeMessage arrived(MimeMessage mail) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.writeTo(out);
        return new MimeMessage(null, new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<Part> parts(MimeMessage mail) throws Exception {
        List<Part> parts = new ArrayList<>();
        if (mail.getContent() instanceof Multipart all) {
            for (int i = 0; i < all.getCount(); i++) {
                BodyPart part = all.getBodyPart(i);
                parts.add(part);
            }
        } else {
            parts.add(mail);
        }
        return parts;
    }

    private static String type(Part part) {
        try {
            return part.getContentType().replaceFirst(";.*", "").strip().toLowerCase(java.util.Locale.ROOT);
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
