package org.rechnungseingang.service.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who calls the service as a browser or a program would, and follows no redirect. */
final class Caller {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String name;
    private final String address;
    private final Optional<String> authorization;
    private final HttpClient http;

    private Caller(String name, String address, Optional<String> authorization) {
        this(
                name,
                address,
                authorization,
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
    }

    private Caller(String name, String address, Optional<String> authorization, HttpClient http) {
        this.name = name;
        this.address = address;
        this.authorization = authorization;
        this.http = http;
    }

    static Caller anonymous(String address) {
        return new Caller("anonymous", address, Optional.empty());
    }

    /** Logs in on the login page. */
    static Caller signedIn(String login, String password, String address) {
        Caller caller = new Caller(login, address, Optional.empty());
        HttpResponse<String> answer =
                caller.post("/login", form("username", login, "password", password, "_csrf", caller.csrf("/login")));
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new IllegalStateException(
                    login + " could not log in: " + answer.headers().map());
        }
        return caller;
    }

    static Caller withToken(String token, String address) {
        return new Caller("program", address, Optional.of("Bearer " + token));
    }

    static Caller withPassword(String login, String password, String address) {
        String pair = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new Caller(login, address, Optional.of("Basic " + pair));
    }

    /** The same session, carried to another host name by hand. */
    Caller at(String otherAddress) {
        String cookies = String.join(
                "; ",
                ((CookieManager) http.cookieHandler().orElseThrow())
                        .getCookieStore().getCookies().stream()
                                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                                .toList());
        return new Caller(name + " elsewhere", otherAddress, Optional.of("cookie:" + cookies));
    }

    int status(String method, String path) {
        return method.equals("GET") ? get(path).statusCode() : post(path, "").statusCode();
    }

    /** Posts a form of the page with its token, so that only the authorisation can stand in the way. */
    int statusOfForm(String page, String path) {
        return post(path, form("_csrf", csrf(page))).statusCode();
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private String csrf(String page) {
        Matcher token = CSRF.matcher(get(page).body());
        return token.find() ? token.group(1) : "";
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "*/*");
        authorization.ifPresent(value -> {
            if (value.startsWith("cookie:")) {
                request.header("Cookie", value.substring("cookie:".length()));
            } else {
                request.header("Authorization", value);
            }
        });
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String form(String... pairs) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(pairs[i]).append('=');
            form.append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
