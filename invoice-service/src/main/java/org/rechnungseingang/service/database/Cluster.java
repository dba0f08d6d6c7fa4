package org.rechnungseingang.service.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/**
 * The data directory of the own PostgreSQL. It is made under another name and renamed when roles, passwords and the
 * database are in it, so a directory called {@code cluster} is complete whenever the process was killed.
 */
final class Cluster {

    static final int MAJOR = 18;

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String DRAFT = "cluster-draft-";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    // Loopback and passwords only, whatever somebody sets listen_addresses to.
    private static final String ACCESS = """
            # TYPE  DATABASE  USER  ADDRESS       METHOD
            host    all       all   127.0.0.1/32  scram-sha-256
            """;

    private final ServerHome home;
    private final Program program;

    Cluster(ServerHome home, Program program) {
        this.home = home;
        this.program = program;
    }

    /** Makes what is missing; afterwards there is a complete cluster, and its passwords are known. */
    Secrets ready(boolean durable) {
        try {
            deleteDrafts();
            if (!Files.exists(home.cluster())) {
                return create(durable);
            }
            checkMajor();
            Optional<Secrets> known = Secrets.read(home.secrets());
            return known.isPresent() ? known.orElseThrow() : renewSecrets();
        } catch (IOException e) {
            throw Refusals.unusableDirectory(home.root(), e);
        }
    }

    private Secrets create(boolean durable) throws IOException {
        // A name of its own each time: an initdb that outlived its killed service still writes into the old one.
        Path draft = home.root().resolve(DRAFT + UUID.randomUUID());
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + draft,
                "--username=" + Secrets.SUPERUSER,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
        if (!durable) {
            arguments.add("--no-sync");
        }
        program.run(home.root(), "initdb", arguments, "", LIMIT);
        // Replaces initdb's "trust"; no server has run yet.
        Files.writeString(draft.resolve("pg_hba.conf"), ACCESS);
        Secrets secrets = Secrets.generate();
        execute(draft, script() + "\n\n" + passwords(secrets));
        sync(draft.resolve("pg_hba.conf"));
        sync(draft);
        Files.move(draft, home.cluster(), StandardCopyOption.ATOMIC_MOVE);
        return keep(secrets);
    }

    // Comes only after the cluster knows the passwords: killed in between, they are made anew.
    private Secrets keep(Secrets secrets) throws IOException {
        secrets.write(home.secrets());
        sync(home.root());
        return secrets;
    }

    private Secrets renewSecrets() throws IOException {
        Secrets secrets = Secrets.generate();
        execute(home.cluster(), passwords(secrets));
        return keep(secrets);
    }

    /** PostgreSQL without a server, fed on its standard input: it ends with us and listens nowhere. */
    private void execute(Path cluster, String statements) {
        // -j: a statement ends at a semicolon before an empty line, not at the end of the line.
        List<String> arguments =
                List.of("--single", "-j", "-D", cluster.toString(), "-c", "exit_on_error=on", "postgres");
        program.run(home.root(), "postgres", arguments, statements, LIMIT);
    }

    private static String script() throws IOException {
        return new ClassPathResource("database/create-database.sql").getContentAsString(StandardCharsets.UTF_8);
    }

    private static String passwords(Secrets secrets) {
        return Stream.of(secrets.superuserLogin(), secrets.ownerLogin(), secrets.applicationLogin())
                .map(login -> "ALTER ROLE %s PASSWORD '%s';\n\n".formatted(login.username(), login.password()))
                .collect(Collectors.joining());
    }

    private void checkMajor() throws IOException {
        String found = Files.readString(home.cluster().resolve("PG_VERSION")).strip();
        if (!found.equals(String.valueOf(MAJOR))) {
            throw Refusals.otherMajor(home.cluster(), found, MAJOR);
        }
    }

    private void deleteDrafts() throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(home.root(), DRAFT + "*")) {
            for (Path draft : drafts) {
                discard(draft);
            }
        }
    }

    // A left-over initdb may still be adding files; then the next start finishes the job.
    private static void discard(Path draft) {
        try {
            FileSystemUtils.deleteRecursively(draft);
        } catch (IOException e) {
            LOG.info("{} is left for the next start: {}", draft, e.toString());
        }
    }

    // A rename is durable when its directory is written out.
    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
