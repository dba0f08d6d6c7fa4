package org.rechnungseingang.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.town.WithTwoTowns;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who gets a session, and when. */
@WithTwoTowns
class SessionsIT {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String SESSION = "rechnungseingang";
    private static final String FORM = "rechnungseingang-form";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @LocalServerPort
    private int port;

    @Test
    void isNotMadeForWhoOnlyOpensTheLoginPage() throws Exception {
        HttpResponse<String> page = get("/login");
        get("/invoices");
        get("/pages/imprint");

        assertThat(cookie(SESSION)).isEmpty();
        assertThat(cookie(FORM)).hasValueSatisfying(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getMaxAge()).isNegative();
        });
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("SameSite=Lax");
    }

    @Test
    void isNotMadeForAFailedLogin() throws Exception {
        logIn("supplier", "not the password", token("/login"));

        assertThat(cookie(SESSION)).isEmpty();
    }

    @Test
    void isMadeByALoginWhoseFormTokenIsGoneAfterwards() throws Exception {
        String token = token("/login");
        logIn("supplier", "anstadt-for-tests", token);

        assertThat(cookie(SESSION)).isPresent();
        assertThat(cookie(FORM)).isEmpty();
        assertThat(post("/logout", "_csrf=" + token).statusCode()).isEqualTo(403);
        assertThat(get("/upload").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotMadeForALoginWithAGuessedToken() throws Exception {
        String token = token("/login");
        cookies.getCookieStore().removeAll();

        HttpResponse<String> answer = logIn("supplier", "anstadt-for-tests", token);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(cookie(SESSION)).isEmpty();
    }

    @Test
    void getsAnotherIdWithEachLogin() throws Exception {
        logIn("supplier", "anstadt-for-tests", token("/login"));
        String first = cookie(SESSION).orElseThrow().getValue();
        logIn("other-supplier", "anstadt-for-tests", token("/upload"));

        assertThat(cookie(SESSION))
                .hasValueSatisfying(cookie -> assertThat(cookie.getValue()).isNotEqualTo(first));
    }

    @Test
    void endsWithTheLogout() throws Exception {
        logIn("supplier", "anstadt-for-tests", token("/login"));
        post("/logout", "_csrf=" + encoded(token("/upload")));

        HttpResponse<String> answer = get("/upload");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    private HttpResponse<String> logIn(String login, String password, String token)
            throws IOException, InterruptedException {
        return post("/login", "username=" + login + "&password=" + encoded(password) + "&_csrf=" + encoded(token));
    }

    private String token(String page) throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(get(page).body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().get(at("/")).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
