package org.rechnungseingang.service.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.rechnungseingang.document.Content;

/**
 * Opens a mail as it came, within bounds. What is broken in it is read as far as it can be: a mail is not thrown away for
 * a missing boundary or an invented encoding. Links are never followed.
 */
final class OpenMail {

    private static final Session SESSION = lenient();
    private static final String NOBODY = "(ohne Absender)";

    // DOMAIN.md 9.
    private static final int MOST_ATTACHMENTS = 200;
    private static final int DEEPEST_MAIL = 3;
    private static final int MOST_PARTS = 1_000;
    private static final int DEEPEST_MULTIPART = 20;
    private static final long MOST_BYTES = 64L << 20;

    private final List<OpenedMail.Part> parts = new ArrayList<>();
    private int attachments;
    private long bytes;

    private OpenMail() {}

    /**
     * Opens it.
     *
     * @throws MailRefused if it breaks a bound
     */
    static OpenedMail open(byte[] raw) {
        OpenMail opening = new OpenMail();
        try {
            MimeMessage mail = opening.mail(raw, 0);
            return new OpenedMail(
                    sender(mail),
                    header(mail, "Subject"),
                    Optional.of(header(mail, "Message-ID")).filter(id -> !id.isEmpty()),
                    List.copyOf(opening.parts));
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail could not be opened", e);
        }
    }

    /** Who wrote it and about what, as far as can be told; for what could not be opened. */
    static OpenedMail header(byte[] raw) {
        try {
            HeaderLines.hold(raw);
            MimeMessage mail = new MimeMessage(SESSION, new SharedByteArrayInputStream(raw));
            return new OpenedMail(sender(mail), header(mail, "Subject"), Optional.empty(), List.of());
        } catch (MessagingException | RuntimeException e) {
            return new OpenedMail("", "", Optional.empty(), List.of());
        }
    }

    private static Session lenient() {
        Properties properties = new Properties();
        properties.put("mail.mime.address.strict", "false");
        return Session.getInstance(properties);
    }

    private MimeMessage mail(byte[] raw, int depth) throws MessagingException {
        hold(depth <= DEEPEST_MAIL, "In der E-Mail stecken E-Mails mehr als %d-fach ineinander.", DEEPEST_MAIL);
        HeaderLines.hold(raw);
        MimeMessage mail = new MimeMessage(SESSION, new SharedByteArrayInputStream(raw));
        part(mail, depth, 0, false);
        return mail;
    }

    private void part(MimePart part, int mails, int multiparts, boolean related) throws MessagingException {
        if (part.isMimeType("multipart/*")) {
            hold(multiparts < DEEPEST_MULTIPART, "Die Teile der E-Mail sind zu tief verschachtelt.", multiparts);
            Optional<MimeMultipart> inside = multipart(part);
            if (inside.isPresent()) {
                boolean within = related || part.isMimeType("multipart/related");
                for (int i = 0; i < inside.get().getCount(); i++) {
                    part((MimePart) inside.get().getBodyPart(i), mails, multiparts + 1, within);
                }
                return;
            }
        }
        leaf(part, mails, related);
    }

    private static Optional<MimeMultipart> multipart(MimePart part) {
        try {
            MimeMultipart multipart = new MimeMultipart(part.getDataHandler().getDataSource());
            return multipart.getCount() == 0 ? Optional.empty() : Optional.of(multipart);
        } catch (MessagingException e) {
            // Without boundaries it is a text like any other.
            return Optional.empty();
        }
    }

    private void leaf(MimePart part, int mails, boolean related) throws MessagingException {
        byte[] content = TransferEncoding.decode(part);
        bytes += content.length;
        hold(bytes <= MOST_BYTES, "Die E-Mail ist ausgepackt größer als %d MB.", MOST_BYTES >> 20);
        hold(parts.size() < MOST_PARTS, "Die E-Mail hat mehr als %d Teile.", MOST_PARTS);
        // Forwarded as an attachment: whatever its type is called.
        if (part.isMimeType("message/rfc822") || name(part).isPresent() && Content.of(content) == Content.MAIL) {
            mail(content, mails + 1);
            return;
        }
        boolean shown = isShown(part, related);
        attachments += shown ? 0 : 1;
        hold(attachments <= MOST_ATTACHMENTS, "Die E-Mail hat mehr als %d Anhänge.", MOST_ATTACHMENTS);
        parts.add(new OpenedMail.Part(name(part), type(part), shown, content));
    }

    private static boolean isShown(MimePart part, boolean related) throws MessagingException {
        if (Part.ATTACHMENT.equalsIgnoreCase(disposition(part))) {
            return false;
        }
        boolean isText = part.isMimeType("text/plain") || part.isMimeType("text/html");
        return isText && name(part).isEmpty() || related && (isText || part.isMimeType("image/*"));
    }

    private static String disposition(MimePart part) {
        try {
            return Optional.ofNullable(part.getDisposition()).orElse("");
        } catch (MessagingException e) {
            return "";
        }
    }

    private static Optional<String> name(MimePart part) {
        try {
            return Optional.ofNullable(part.getFileName()).map(Words::decoded).filter(name -> !name.isBlank());
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private static String type(MimePart part) throws MessagingException {
        return part.getContentType().toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    }

    private static String sender(MimeMessage mail) {
        try {
            for (String name : List.of("From", "Sender", "Return-Path")) {
                String header = mail.getHeader(name, ",");
                InternetAddress[] addresses = InternetAddress.parseHeader(header == null ? "" : header, false);
                if (addresses.length > 0
                        && addresses[0].getAddress() != null
                        && !addresses[0].getAddress().isBlank()) {
                    return Words.bounded(Words.decoded(addresses[0].getAddress()));
                }
            }
        } catch (MessagingException e) {
            // Nobody, then.
        }
        return NOBODY;
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        return Words.bounded(
                Words.decoded(Optional.ofNullable(mail.getHeader(name, " ")).orElse("")));
    }

    private static void hold(boolean kept, String reason, Object figure) {
        if (!kept) {
            throw new MailRefused(reason.formatted(figure));
        }
    }

    /** How a part's bytes were made fit for travelling (RFC 2045, 6). */
    private static final class TransferEncoding {

        private TransferEncoding() {}

        static byte[] decode(MimePart part) throws MessagingException {
            try (InputStream in = part.getInputStream()) {
                return in.readAllBytes();
            } catch (IOException | MessagingException e) {
                return salvage(part);
            }
        }

        private static byte[] salvage(MimePart part) throws MessagingException {
            try (InputStream in = raw(part)) {
                byte[] travelled = in.readAllBytes();
                boolean base64 = String.valueOf(part.getEncoding())
                        .toLowerCase(Locale.ROOT)
                        .contains("base64");
                return base64 ? Words.fromBrokenBase64(travelled) : travelled;
            } catch (IOException e) {
                throw new MessagingException("A part could not be read", e);
            }
        }

        private static InputStream raw(MimePart part) throws MessagingException {
            return part instanceof MimeBodyPart body
                    ? body.getRawInputStream()
                    : ((MimeMessage) part).getRawInputStream();
        }
    }
}
