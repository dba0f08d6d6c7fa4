package org.rechnungseingang.samples.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** A mail being written: text, attachments, other mails in it. */
public final class Letter {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final InternetAddress from;
    private final String subject;
    private final String text;
    private final List<MimeBodyPart> parts = new ArrayList<>();
    private Optional<String> id = Optional.empty();

    private Letter(InternetAddress from, String subject, String text) {
        this.from = from;
        this.subject = subject;
        this.text = text;
    }

    /** Begins one; the text is sent as UTF-8. */
    public static Letter from(String name, String address, String subject, String text) {
        try {
            return new Letter(new InternetAddress(address, name, StandardCharsets.UTF_8.name()), subject, text);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A Message-ID instead of a new one, without the angle brackets. */
    public Letter identified(String messageId) {
        id = Optional.of(messageId);
        return this;
    }

    /** Attaches a file under its own name. */
    public Letter attach(Path file) {
        String name = String.valueOf(file.getFileName());
        String type = name.endsWith(".pdf") ? "application/pdf" : "application/xml";
        try {
            return attach(name, type, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Attaches content as base64, so that it arrives byte by byte. */
    public Letter attach(String name, String type, byte[] content) {
        try {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
            part.setFileName(name);
            part.setDisposition(Part.ATTACHMENT);
            part.setHeader("Content-Transfer-Encoding", "base64");
            parts.add(part);
            return this;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts another mail into this one, as forwarding it does. */
    public Letter forwarding(MimeMessage mail) {
        try {
            MimeBodyPart part = new MimeBodyPart();
            part.setContent(mail, "message/rfc822");
            part.setDisposition(Part.ATTACHMENT);
            parts.add(part);
            return this;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mail, dated and ready to be sent. */
    public MimeMessage to(String address, Instant date) {
        try {
            MimeMessage mail = new Identified();
            mail.setFrom(from);
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
            mail.setSubject(subject, StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(date));
            fill(mail);
            mail.saveChanges();
            return mail;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill(MimeMessage mail) throws MessagingException {
        if (parts.isEmpty()) {
            mail.setText(text, StandardCharsets.UTF_8.name());
            return;
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setText(text, StandardCharsets.UTF_8.name());
        MimeMultipart all = new MimeMultipart(body);
        for (MimeBodyPart part : parts) {
            all.addBodyPart(part);
        }
        mail.setContent(all);
    }

    /** saveChanges would make a Message-ID with the name of this machine in it. */
    private final class Identified extends MimeMessage {

        Identified() {
            super(SESSION);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            String unique = UUID.randomUUID() + from.getAddress().replaceFirst("^.*@", "@");
            setHeader("Message-ID", "<" + id.orElse(unique) + ">");
        }
    }
}
