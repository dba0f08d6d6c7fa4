package org.rechnungseingang.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.ServletContext;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rechnungseingang.service.town.Behind;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever may not hand in is answered before the body comes, and nothing of it reaches the disk. */
@WithTwoTowns
class FilesFromStrangersIT {

    private static final int PATIENCE = 60_000;
    private static final String BOUNDARY = "boundary-of-the-tests";
    private static final String ANNOUNCED = "90000000";

    private Set<String> before = Set.of();

    @Autowired
    private ServletContext server;

    @Autowired
    private Behind behind;

    @LocalServerPort
    private int port;

    @BeforeEach
    void lookAtTheDisk() {
        before = filesOnDisk();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/upload, 302, multipart/form-data",
        "/upload, 302, Multipart/Form-Data",
        "/upload, 302, multipart/mixed",
        "/login, 302, multipart/form-data",
        "/nothing, 302, multipart/form-data",
        "/pages/imprint?lang=en, 302, multipart/form-data",
        "/assets/portal/portal.css, 302, multipart/form-data",
        "/actuator/health, 415, multipart/form-data",
        "/actuator/health/liveness, 415, multipart/form-data",
        "/api/v1/invoices, 401, multipart/form-data",
        "/api/v1/check, 401, multipart/form-data",
        "/api/v1/openapi.yaml, 401, multipart/form-data"
    })
    void answersAStrangerBeforeTheBodyComes(String path, int status, String type) throws IOException {
        for (String method : new String[] {"POST", "GET", "PUT"}) {
            answersAStrangerBeforeTheBodyComes(method, path, status, type);
        }
    }

    private void answersAStrangerBeforeTheBodyComes(String method, String path, int status, String type)
            throws IOException {
        try (Connection stranger = new Connection(method + " " + path, type, ANNOUNCED, Map.of())) {
            stranger.send(beginning(""));

            String answer = stranger.head();
            assertThat(answer).startsWith("HTTP/1.1 " + status);
            if (status == 302) {
                assertThat(answer).containsPattern("(?i)location: \\S*/login\r?\n");
            }
            assertThat(newFilesOnDisk()).isEmpty();
        }
    }

    @Test
    void answersWhoMayNotHandInBeforeTheBodyComes() throws IOException {
        try (Connection auditor =
                new Connection("POST /upload", "multipart/form-data", ANNOUNCED, cookies(Who.AUDITOR))) {
            auditor.send(beginning(""));

            assertThat(auditor.head()).startsWith("HTTP/1.1 403");
            assertThat(newFilesOnDisk()).isEmpty();
        }
    }

    @Test
    void answersAFalseTokenBeforeTheBodyComes() throws IOException {
        Map<String, String> token = Map.of("Authorization", "Bearer token-of-nobody-at-all-not-even-for-tests");
        try (Connection program = new Connection("POST /api/v1/invoices", "multipart/form-data", ANNOUNCED, token)) {
            program.send(beginning(""));

            assertThat(program.head()).startsWith("HTTP/1.1 401").contains("application/problem+json");
            assertThat(newFilesOnDisk()).isEmpty();
        }
    }

    @Test
    void takesASuppliersFilesAsReceivedWhenTheyBeganToArrive() throws IOException {
        Visitor supplier = Visitor.of(Who.SUPPLIER, port);
        String name = UUID.randomUUID() + ".txt";
        byte[] beginning = beginning(supplier.csrf(), name);
        byte[] end = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        String length = String.valueOf(beginning.length + end.length);
        try (Connection slow =
                new Connection("POST /upload", "multipart/form-data", length, Map.of("Cookie", supplier.cookies()))) {
            slow.send(beginning);
            await().atMost(Duration.ofMinutes(1)).until(() -> !newFilesOnDisk().isEmpty());
            Instant half = Instant.now();
            slow.send(end);

            assertThat(slow.head()).startsWith("HTTP/1.1 302").contains("/upload?receipt=ANS-");
            assertThat(behind.sql()
                            .sql("select received_at from delivery where file_name = ?")
                            .param(name)
                            .query(Instant.class)
                            .single())
                    .isBefore(half);
        }
    }

    private Map<String, String> cookies(Who who) {
        return Map.of("Cookie", Visitor.of(who, port).cookies());
    }

    private static byte[] beginning(String csrf) {
        return beginning(csrf, "datei.txt");
    }

    // More than the server keeps in memory, and no end.
    private static byte[] beginning(String csrf, String fileName) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf + "\r\n--"
                        + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + fileName + "\"\r\n\r\n"
                        + "Kein Rechnungstext ".repeat(20_000))
                .getBytes(StandardCharsets.UTF_8);
    }

    private Set<String> newFilesOnDisk() {
        return filesOnDisk().stream().filter(file -> !before.contains(file)).collect(Collectors.toSet());
    }

    private Set<String> filesOnDisk() {
        File parts = (File) server.getAttribute(ServletContext.TEMPDIR);
        return Arrays.stream(parts.list()).collect(Collectors.toSet());
    }

    /** A request of which the head is sent, and as much of the body as one likes. */
    private final class Connection implements AutoCloseable {

        private final Socket socket = new Socket("127.0.0.1", port);

        Connection(String what, String type, String length, Map<String, String> headers) throws IOException {
            socket.setSoTimeout(PATIENCE);
            StringBuilder head = new StringBuilder(what + " HTTP/1.1\r\nHost: localhost\r\n");
            headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
            head.append("Content-Type: " + type + "; boundary=" + BOUNDARY + "\r\n");
            head.append("Content-Length: " + length + "\r\n\r\n");
            send(head.toString().getBytes(StandardCharsets.UTF_8));
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        /** The head of the answer. */
        String head() throws IOException {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder head = new StringBuilder();
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                head.append(line).append('\n');
            }
            return head.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
