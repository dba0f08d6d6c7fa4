package org.rechnungseingang.service.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with whatever makes him known: a session, a token, a password. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "boundary-of-the-tests";

    /** Whoever waits longer is left without an answer. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Known who;
    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String csrf = "";

    private Visitor(Known who, int port) {
        this.who = who;
        this.port = port;
    }

    public static Visitor of(Who who, int port) {
        return of(new Known(who.host(), who.atHome(), who.login(), who.password(), who.token()), port);
    }

    /** Somebody of another town than those of {@link Who}, signed in at its address 127.0.0.1. */
    public static Visitor signedIn(String login, String password, int port) {
        String here = "127.0.0.1";
        return of(new Known(here, here, Optional.of(login), password, Optional.empty()), port);
    }

    private static Visitor of(Known who, int port) {
        Visitor visitor = new Visitor(who, port);
        // So that a form of somebody who is not signed in fails for that reason only.
        visitor.readCsrf();
        who.login().ifPresent(visitor::logIn);
        return visitor;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Saves what is there. */
    public HttpResponse<byte[]> save(String path) {
        return send(request(path).GET(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Presses the one button of a form. */
    public HttpResponse<String> press(String path) {
        return form(path, "_csrf=" + encoded(csrf));
    }

    /** Sends a form with these fields. */
    public HttpResponse<String> submit(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> "&" + encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining());
        return form(path, "_csrf=" + encoded(csrf) + body);
    }

    /** The cookies, as a browser would send them. */
    String cookies() {
        return cookies.getCookieStore().get(address(who.host(), "/")).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    String csrf() {
        return csrf;
    }

    /** Asks as a browser does, which wants a page even where something goes wrong. */
    public HttpResponse<String> browse(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    /** Whatever the endpoint needs to be content with the request, so that only the person can be wrong. */
    HttpResponse<String> ask(Endpoint endpoint, String path) {
        if (endpoint.method().equals("GET")) {
            return get(path);
        }
        if (endpoint.side() == Endpoint.Side.API) {
            return send(request(path).POST(BodyPublishers.ofString("Kein Rechnungstext " + UUID.randomUUID())));
        }
        return path.equals("/upload") ? upload(csrf) : press(path);
    }

    /** An upload that a page of somebody else's has made the browser send. */
    HttpResponse<String> upload(String token) {
        String body =
                part("_csrf\"", token) + part("files\"; filename=\"a.txt\"", "Kein Rechnungstext " + UUID.randomUUID())
                        + "--" + BOUNDARY + "--\r\n";
        return send(request("/upload")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> form(String path, String body) {
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private void logIn(String login) {
        HttpResponse<String> answer = form(
                "/login",
                "username=" + login + "&password=" + who.password() + "&_csrf=" + encoded(csrf),
                who.atHome());
        if (answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException(who + " cannot log in");
        }
        readCsrf();
        carryCookiesTo(who.host());
    }

    private HttpResponse<String> form(String path, String body, String host) {
        return send(HttpRequest.newBuilder(address(host, path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private void readCsrf() {
        for (String page : new String[] {"/login", "/pages/imprint"}) {
            Matcher token = CSRF.matcher(
                    send(HttpRequest.newBuilder(address(who.atHome(), page)).GET())
                            .body());
            if (token.find()) {
                csrf = token.group(1);
            }
        }
    }

    private void carryCookiesTo(String host) {
        for (HttpCookie cookie : cookies.getCookieStore().get(address(who.atHome(), "/"))) {
            HttpCookie carried = new HttpCookie(cookie.getName(), cookie.getValue());
            carried.setPath("/");
            carried.setVersion(0);
            cookies.getCookieStore().add(address(host, "/"), carried);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(who.host(), path));
        who.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        if (path.startsWith("/actuator")) {
            who.login().ifPresent(login -> request.header("Authorization", basic(login)));
        }
        return request;
    }

    private String basic(String login) {
        return "Basic "
                + Base64.getEncoder().encodeToString((login + ":" + who.password()).getBytes(StandardCharsets.UTF_8));
    }

    private URI address(String host, String path) {
        return URI.create("http://" + host + ":" + port + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.timeout(PATIENCE).build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String part(String nameAndMore, String text) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + nameAndMore + "\r\n\r\n" + text
                + "\r\n";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** How somebody is known, and under which host names he comes and has logged in. */
    private record Known(String host, String atHome, Optional<String> login, String password, Optional<String> token) {}
}
