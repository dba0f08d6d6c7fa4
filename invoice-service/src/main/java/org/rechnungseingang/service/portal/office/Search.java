package org.rechnungseingang.service.portal.office;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rechnungseingang.service.people.Access;
import org.rechnungseingang.service.people.CurrentPerson;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.portal.FieldErrors;
import org.rechnungseingang.service.portal.Screen;
import org.rechnungseingang.service.register.Order;
import org.rechnungseingang.service.register.Page;
import org.rechnungseingang.service.register.Register;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The search by number, supplier, amount and date. */
@Screen
class Search {

    private final Register register;
    private final Access access;
    private final Rows rows;

    Search(Register register, Access access, Rows rows) {
        this.register = register;
        this.access = access;
        this.rows = rows;
    }

    @GetMapping("/invoices/search")
    String show(
            @CurrentPerson Person person,
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        SearchForm form = SearchForm.of(parameters);
        FieldErrors errors = form.errors();
        boolean asked = !form.isEmpty() && errors.isEmpty();
        Listing found = asked ? find(person, form, after) : new Listing(List.of(), false, "", "");
        model.addAttribute(
                "search",
                new SearchPage(form, errors, asked, form.query(Optional.empty()).hasNoWord(), found));
        return "search";
    }

    private Listing find(Person person, SearchForm form, String after) {
        Page page = register.search(form.query(Positions.of(after, Order.NEWEST)), access.visibleTo(person));
        UriComponentsBuilder here = form.here();
        return new Listing(
                page.entries().stream().map(rows::of).toList(),
                !after.isEmpty() || page.next().isPresent(),
                after.isEmpty() ? "" : here.cloneBuilder().encode().toUriString(),
                page.next().map(position -> Inbox.next(here, position)).orElse(""));
    }

    /**
     * The search.
     *
     * @param form what was asked for
     * @param errors what is wrong with it
     * @param asked whether anything was looked for
     * @param withoutWord whether there was text, and no word in it that can be looked for
     * @param listing what was found
     */
    record SearchPage(SearchForm form, FieldErrors errors, boolean asked, boolean withoutWord, Listing listing) {}
}
