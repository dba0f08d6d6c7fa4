package org.rechnungseingang.service.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WithServer
class ProblemsIT {

    @LocalServerPort
    private int port;

    @Test
    void asksForATokenOnEveryAddressButTheContract() {
        Partner stranger = Partner.withoutToken(port);

        for (Answer answer : List.of(
                stranger.handIn(Files.invoice("stranger")),
                stranger.check(Files.invoice("stranger")),
                stranger.status("ANS-2026-0000001-05"),
                stranger.send("GET", "/api/v2/anything", BodyPublishers.noBody()))) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.at("/code")).isEqualTo("unauthorized");
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "'; drop table tenant; --", Partner.TOKEN + "x"})
    void refusesAnUnknownToken(String token) {
        Answer answer = Partner.withToken(port, token).handIn(Files.invoice("unknown token"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).doesNotContain("drop table");
    }

    @Test
    void takesNoPasswordForAToken() {
        Answer answer = Partner.withoutToken(port)
                .handIn(Files.invoice("basic"), "Authorization", "Basic YWRtaW46bXVzdGVyc3RhZHQtZGVtbw==");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void knowsNoOtherAddress() {
        Answer answer = Partner.ofAnstadt(port).send("GET", "/api/v1/nothing", BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/code")).isEqualTo("not-found");
    }

    @Test
    void namesTheMethodsThatAnAddressHas() {
        Answer answer = Partner.ofAnstadt(port).send("DELETE", Paths.INVOICES, BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.at("/code")).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertThat(Partner.ofAnstadt(port)
                        .send("HEAD", Paths.CHECK, BodyPublishers.noBody())
                        .status())
                .isEqualTo(405);
    }

    @Test
    void isWordedInTheLanguageOfTheSender() {
        Partner stranger = Partner.withoutToken(port);

        assertThat(stranger.handIn(new byte[0]).at("/title")).isEqualTo("Zugangsschlüssel fehlt oder ist unbekannt");
        assertThat(stranger.handIn(new byte[0], "Accept-Language", "en-US").at("/title"))
                .isEqualTo("Token missing or unknown");
    }

    @Test
    void answersAsAProblemWhateverTheSenderWouldAccept() {
        Answer answer = Partner.ofAnstadt(port).handIn(new byte[0], "Accept", "text/html");

        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1//invoices", "/api/v1/invoices;a=b", "/api/v1/%2e%2e/invoices", "/api/v1/%0d%0a"})
    void answersWhatTheFirewallRefusesAsAProblem(String path) {
        try (Line line = new Line(port)) {
            line.write("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer "
                    + Partner.TOKEN + "\r\n\r\n");
            assertThat(line.hangUpAndRead())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json")
                    .contains("\"code\":\"bad-request\"")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void answersABodyThatTheContainerCannotReadAsAProblem() {
        try (Line line = new Line(port)) {
            line.write(
                    "POST /api/v1/invoices HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAuthorization: Bearer "
                            + Partner.TOKEN + "\r\nTransfer-Encoding: chunked\r\n\r\nno length\r\n");
            assertThat(line.hangUpAndRead())
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json")
                    .contains("\"code\":\"bad-request\"");
        }
    }

    @Test
    void showsTheContractToEverybody() {
        Answer answer = Partner.withoutToken(port).send("GET", Paths.CONTRACT, BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.mediaType()).isEqualTo("application/yaml");
        assertThat(answer.text()).startsWith("openapi: 3.1");
    }
}
