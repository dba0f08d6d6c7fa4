package org.rechnungseingang.service.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The generated passwords of the own PostgreSQL, kept in a file that only its owner reads. */
record Secrets(String superuser, String owner, String application) {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "rechnungseingang_owner";
    static final String APPLICATION = "rechnungseingang_app";

    static Secrets generate() {
        return new Secrets(password(), password(), password());
    }

    static Optional<Secrets> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return Optional.of(new Secrets(
                properties.getProperty(SUPERUSER, ""),
                properties.getProperty(OWNER, ""),
                properties.getProperty(APPLICATION, "")));
    }

    /** Writes the file so that it is there in full or not at all. */
    void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        String text = "%s=%s%n%s=%s%n%s=%s%n".formatted(SUPERUSER, superuser, OWNER, owner, APPLICATION, application);
        try (FileChannel channel = FileChannel.open(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    Login ownerLogin() {
        return new Login(OWNER, owner);
    }

    Login applicationLogin() {
        return new Login(APPLICATION, application);
    }

    Login superuserLogin() {
        return new Login(SUPERUSER, superuser);
    }

    @Override
    public String toString() {
        return "Secrets[]";
    }

    // URL-safe Base64: nothing in it needs quoting in SQL.
    private static String password() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
