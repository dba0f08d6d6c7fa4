package org.rechnungseingang.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.rechnungseingang.service.access.Visitor;

/**
 * A person who decides about invoices on the service's pages, outside the nodes, and goes to the next node when the one at
 * hand is gone. Whatever is answered must be clear: a page, what became of the decision, or that the database is away.
 */
final class Desk {

    private static final String PASSWORD = "musterstadt-for-tests";
    private static final Pattern ASSIGNED = Pattern.compile(
            "href=\"/invoices/(MST-[0-9-]+)\"(?:(?!href=).)*?class=\"dot[^\"]*\">Zugeordnet<", Pattern.DOTALL);
    private static final Pattern OLDER = Pattern.compile("<a rel=\"next\" href=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(round|document)\" value=\"([^\"]*)\"");
    private static final int PAGE = 200;
    private static final int ELSEWHERE = 302;
    private static final int UNAVAILABLE = 503;

    private final String login;
    private final List<Node> nodes;
    private final Set<String> done = new HashSet<>();
    private int at;
    private Optional<Visitor> visitor = Optional.empty();
    private Duration longest = Duration.ZERO;
    private int unavailable;

    Desk(String login, List<Node> nodes) {
        this.login = login;
        this.nodes = nodes;
    }

    /** What waits for a decision: the numbers on the first page of the inbox that has any. */
    Set<String> inbox() {
        Set<String> numbers = new LinkedHashSet<>();
        Optional<String> address = Optional.of("/invoices");
        while (numbers.isEmpty() && address.isPresent()) {
            String page = address.flatMap(this::page).orElse("");
            ASSIGNED.matcher(page).results().map(row -> row.group(1)).forEach(numbers::add);
            address = OLDER.matcher(page)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .findFirst();
        }
        return numbers;
    }

    private Optional<String> page(String address) {
        return ask(visitor -> visitor.browse(address)).map(HttpResponse::body);
    }

    /** Opens the page that asks for the decision and sends its form; whether there is nothing left to decide. */
    boolean decide(String receipt, String act, Map<String, String> entered) {
        String address = "/invoices/" + receipt + "/decide/" + act;
        Optional<String> page = page(address);
        if (page.isEmpty()) {
            return false;
        }
        Map<String, String> form = new HashMap<>(entered);
        HIDDEN.matcher(page.get()).results().forEach(field -> form.put(field.group(1), field.group(2)));
        if (!form.containsKey("document")) {
            return true;
        }
        assertThat(done).as("told that it counts, and asked again").doesNotContain(address);
        Optional<HttpResponse<String>> answer = ask(visitor -> visitor.submit(address, form));
        boolean counts = answer.filter(said -> said.statusCode() == ELSEWHERE).isPresent();
        if (counts) {
            done.add(address);
        }
        return counts;
    }

    /** How long the longest answer took. */
    Duration longest() {
        return longest;
    }

    /** How often the answer was that the database is away. */
    int unavailable() {
        return unavailable;
    }

    // A node that is gone breaks the line off or has no door; one that lets people wait for ever is a fault.
    private Optional<HttpResponse<String>> ask(Function<Visitor, HttpResponse<String>> question) {
        long asked = System.nanoTime();
        try {
            return clear(question.apply(visitor()));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof HttpTimeoutException) {
                throw e;
            }
            at = (at + 1) % nodes.size();
            visitor = Optional.empty();
            return Optional.empty();
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - asked);
            longest = took.compareTo(longest) > 0 ? took : longest;
        }
    }

    private Optional<HttpResponse<String>> clear(HttpResponse<String> answer) {
        if (answer.statusCode() == UNAVAILABLE) {
            assertThat(answer.body()).contains("Die Datenbank antwortet gerade nicht");
            unavailable++;
            return Optional.empty();
        }
        assertThat(answer.statusCode())
                .as("%s %s", answer.request(), answer.body())
                .isIn(PAGE, ELSEWHERE);
        if (answer.headers().firstValue("Location").orElse("").contains("/login")) {
            visitor = Optional.empty();
            return Optional.empty();
        }
        return Optional.of(answer);
    }

    private Visitor visitor() {
        Visitor known = visitor.orElseGet(
                () -> Visitor.signedIn(login, PASSWORD, nodes.get(at).port()));
        visitor = Optional.of(known);
        return known;
    }
}
