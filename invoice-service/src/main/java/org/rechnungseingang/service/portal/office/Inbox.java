package org.rechnungseingang.service.portal.office;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.rechnungseingang.service.people.Access;
import org.rechnungseingang.service.people.CurrentPerson;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Visibility;
import org.rechnungseingang.service.portal.Notation;
import org.rechnungseingang.service.portal.Screen;
import org.rechnungseingang.service.register.Figures;
import org.rechnungseingang.service.register.Page;
import org.rechnungseingang.service.register.Query;
import org.rechnungseingang.service.register.Register;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The inbox: what has come in, of what the person may see. */
@Screen
class Inbox {

    private static final int LONGEST_TEXT = 100;

    private final Register register;
    private final Access access;
    private final Rows rows;
    private final Notation notation;

    Inbox(Register register, Access access, Rows rows, Notation notation) {
        this.register = register;
        this.access = access;
        this.rows = rows;
        this.notation = notation;
    }

    @GetMapping("/invoices")
    String show(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "open") String filter,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Query.View view = view(filter);
        String text = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_TEXT));
        Visibility visibility = access.visibleTo(person);
        Query query = query(view, text, Positions.of(after, view.order()));
        Page page = register.search(query, visibility);
        model.addAttribute(
                "inbox",
                new InboxPage(
                        tally(register.figures(visibility)),
                        pills(view, text),
                        name(view),
                        text,
                        query.hasNoWord(),
                        listing(page, here(view, text), !after.isEmpty())));
        return "inbox";
    }

    private static Query query(Query.View view, String text, Optional<Query.Position> after) {
        return new Query(
                view,
                Optional.of(text).filter(given -> !given.isEmpty()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                after);
    }

    private Listing listing(Page page, UriComponentsBuilder here, boolean later) {
        return new Listing(
                page.entries().stream().map(rows::of).toList(),
                later || page.next().isPresent(),
                later ? here.cloneBuilder().encode().toUriString() : "",
                page.next().map(position -> next(here, position)).orElse(""));
    }

    static String next(UriComponentsBuilder here, Query.Position position) {
        return here.cloneBuilder()
                .queryParam("after", Positions.text(position))
                .encode()
                .toUriString();
    }

    private static UriComponentsBuilder here(Query.View view, String text) {
        UriComponentsBuilder here = UriComponentsBuilder.fromPath("/invoices").queryParam("filter", name(view));
        return text.isEmpty()
                ? here
                : here.queryParam("q", text.replace("{", "").replace("}", ""));
    }

    private static Query.View view(String filter) {
        return Stream.of(Query.View.values())
                .filter(view -> name(view).equals(filter))
                .findFirst()
                .orElse(Query.View.OPEN);
    }

    private static String name(Query.View view) {
        return view.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<InboxPage.Pill> pills(Query.View current, String text) {
        return Stream.of(Query.View.OPEN, Query.View.WITH_FINDINGS, Query.View.TO_DECIDE, Query.View.ALL)
                .map(view -> new InboxPage.Pill(
                        "filter." + view, here(view, text).encode().toUriString(), view == current))
                .toList();
    }

    private List<InboxPage.Tally> tally(Figures figures) {
        return List.of(
                new InboxPage.Tally("tally.open", figures.open(), "", false),
                new InboxPage.Tally(
                        "tally.stake",
                        figures.atStake(),
                        worth(figures.atStake(), figures.atStakeCents()),
                        figures.atStake() > 0),
                new InboxPage.Tally(
                        "tally.discount",
                        figures.discountSoon(),
                        worth(figures.discountSoon(), figures.discountSoonCents()),
                        false),
                new InboxPage.Tally("tally.overdue", figures.overdue(), "", figures.overdue() > 0),
                new InboxPage.Tally("tally.findings", figures.withFindings(), "", false),
                new InboxPage.Tally("tally.decide", figures.toDecide(), "", false));
    }

    private String worth(long cases, long cents) {
        return cases == 0 ? "" : notation.money(BigDecimal.valueOf(cents, 2), "EUR");
    }

    /**
     * The inbox.
     *
     * @param tally the figures at the top
     * @param pills the parts of the inbox
     * @param filter the part that is shown
     * @param query what was looked for
     * @param withoutWord whether there is no word in it that can be looked for
     * @param listing the cases
     */
    record InboxPage(
            List<Tally> tally, List<Pill> pills, String filter, String query, boolean withoutWord, Listing listing) {

        /** A figure with the key of its name, and what it is worth, or empty text. */
        record Tally(String key, long value, String worth, boolean alarming) {}

        /** A part of the inbox. */
        record Pill(String key, String href, boolean current) {}
    }
}
