package org.rechnungseingang.samples.mail;

import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Mails that suppliers send, made from the sample invoices. A mail has the same Message-ID each time it is made, so that a
 * second sending is the same delivery.
 */
public final class SampleMails {

    private static final String TOWN = "@musterstadt.example";
    private static final Pattern ADDRESS = Pattern.compile("[a-z-]+@[a-z-]+\\.example");
    private static final Set<String> IN_SHAPES = Set.of(
            "good/ubl-01-schulbedarf.xml",
            "good/zugferd-01-xrechnung.pdf",
            "good/ubl-02-skonto.xml",
            "good/cii-02-skonto.xml",
            "good/ubl-07-gutschrift.xml",
            "good/cii-01-strom.xml",
            "good/ubl-04-zwei-steuersaetze.xml");
    private static final String PAPER_HOUSE = "rechnung@papierhaus-sonnberg.example";

    private final Path samples;
    private final String to;
    private final Clock clock;

    /**
     * Mails for one mailbox.
     *
     * @param samples the folder with {@code good} and {@code bad} in it
     * @param to the address of the town
     * @param clock dates the mails
     */
    public SampleMails(Path samples, String to, Clock clock) {
        this.samples = samples;
        this.to = to;
        this.clock = clock;
    }

    /** One mail of each shape. */
    public List<MimeMessage> shapes() {
        return List.of(
                invoice("good/ubl-01-schulbedarf.xml"),
                invoice("good/zugferd-01-xrechnung.pdf"),
                invoices("good/ubl-02-skonto.xml", "good/cii-02-skonto.xml", "good/ubl-07-gutschrift.xml"),
                invoiceWithSupportingDocuments("good/cii-01-strom.xml"),
                withoutInvoice(),
                forwarded("good/ubl-04-zwei-steuersaetze.xml"));
    }

    /** Every sample, good ones first, each in a mail of its own. */
    public List<MimeMessage> each() {
        return names().map(this::invoice).toList();
    }

    /**
     * One mail of each shape, and in a mail of its own each sample that is in none of them.
     *
     * @param others the samples that are left out, as {@code good/ubl-06-zahlungsempfaenger.xml}
     */
    public List<MimeMessage> allBut(Set<String> others) {
        Stream<MimeMessage> rest = names().filter(name -> !IN_SHAPES.contains(name) && !others.contains(name))
                .map(this::invoice);
        return Stream.concat(shapes().stream(), rest).toList();
    }

    /** One invoice, XML or PDF, as {@code good/ubl-01-schulbedarf.xml}. */
    public MimeMessage invoice(String name) {
        return letter(name, "Rechnung", "anbei erhalten Sie unsere Rechnung.")
                .attach(file(name))
                .to(to, clock.instant());
    }

    /** Several invoices in one mail. */
    public MimeMessage invoices(String... names) {
        Letter letter = letter(names[0], names.length + " Rechnungen", "anbei unsere Rechnungen dieser Woche.");
        List.of(names).forEach(name -> letter.attach(file(name)));
        return letter.identified("mehrere." + id(names[0])).to(to, clock.instant());
    }

    /** An invoice beside two files that give grounds for it: a PDF without an invoice in it, and a picture. */
    public MimeMessage invoiceWithSupportingDocuments(String name) {
        return letter(name, "Rechnung mit Belegen", "Lieferschein und Foto liegen der Rechnung bei.")
                .identified("belege." + id(name))
                .attach(file(name))
                .attach("Lieferschein.pdf", "application/pdf", read(file("bad/pdf-ohne-xml.pdf")))
                .attach("Foto.png", "image/png", picture())
                .to(to, clock.instant());
    }

    /** A mail that carries none. */
    public MimeMessage withoutInvoice() {
        return Letter.from(
                        "Jutta Sonnberg",
                        PAPER_HOUSE,
                        "Wann wird bezahlt?",
                        text("wann dürfen wir mit der Zahlung unserer letzten Rechnung rechnen?"))
                .identified("frage.papier@papierhaus-sonnberg.example")
                .to(to, clock.instant());
    }

    /** An invoice in a mail that somebody in the town forwards to the mailbox as an attachment. */
    public MimeMessage forwarded(String name) {
        MimeMessage original = letter(name, "Rechnung", "anbei unsere Rechnung.")
                .identified("irrlaeufer." + id(name))
                .attach(file(name))
                .to("schulamt" + TOWN, clock.instant());
        return Letter.from(
                        "Schulamt Musterstadt",
                        "schulamt" + TOWN,
                        "WG: Rechnung",
                        "Hallo zusammen,\n\ndas ist bei uns gelandet, gehört aber zu euch.\n\nGruß\nSchulamt\n")
                .identified("wg." + id(name).replaceFirst("@.*", TOWN))
                .forwarding(original)
                .to(to, clock.instant());
    }

    private Letter letter(String name, String subject, String sentence) {
        String address = supplier(file(name));
        return Letter.from("Buchhaltung", address, subject + " " + bare(name), text(sentence))
                .identified(id(name));
    }

    private static String text(String sentence) {
        return "Sehr geehrte Damen und Herren,\n\n" + sentence + "\n\nMit freundlichen Grüßen\nIhre Buchhaltung\n";
    }

    private String id(String name) {
        return bare(name) + supplier(file(name)).replaceFirst("^.*@", "@");
    }

    private static String bare(String name) {
        return name.replaceFirst("^.*/", "");
    }

    /** The seller's address, which stands in the XML; a PDF has it compressed, and then it is a house of paper. */
    private static String supplier(Path file) {
        Matcher addresses = ADDRESS.matcher(new String(read(file), StandardCharsets.ISO_8859_1));
        return addresses
                .results()
                .map(result -> result.group())
                .filter(address -> !address.endsWith(TOWN))
                .findFirst()
                .orElse(PAPER_HOUSE);
    }

    private Path file(String name) {
        return samples.resolve(name);
    }

    private Stream<String> names() {
        return Stream.of("good", "bad").flatMap(this::names);
    }

    private Stream<String> names(String folder) {
        try (Stream<Path> files = Files.list(samples.resolve(folder))) {
            return files.map(file -> folder + "/" + file.getFileName()).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] picture() {
        BufferedImage image = new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, x * 0x080000 + y * 0x000a00 + 0x60);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
