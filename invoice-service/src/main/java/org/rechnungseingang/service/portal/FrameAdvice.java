package org.rechnungseingang.service.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.service.people.Access;
import org.rechnungseingang.service.people.Act;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.SignedIn;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.rechnungseingang.service.work.LeftLying;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Puts the frame around every screen: the town, the person, and the pages that this person may open. */
@ControllerAdvice(annotations = Screen.class)
class FrameAdvice {

    private final Tenants tenants;
    private final CurrentTenant current;
    private final Access access;
    private final List<LeftLying> leftLying;

    FrameAdvice(Tenants tenants, CurrentTenant current, Access access, List<LeftLying> leftLying) {
        this.tenants = tenants;
        this.current = current;
        this.access = access;
        this.leftLying = List.copyOf(leftLying);
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, Locale locale, @AuthenticationPrincipal @Nullable SignedIn signedIn) {
        String theme = Preferences.theme(request);
        Optional<Person> person = Optional.ofNullable(signedIn).map(SignedIn::person);
        return new Frame(
                where(person),
                person.map(Person::name).orElse(""),
                navigation(request, person),
                Languages.ALL.stream()
                        .map(language -> language(request, language, locale))
                        .toList(),
                Stream.of("system", "light", "dark")
                        .map(name -> new Frame.Theme(
                                "frame.theme." + name, here(request, Preferences.THEME, name), name.equals(theme)))
                        .toList(),
                Optional.of(theme).filter(name -> !name.equals("system")));
    }

    /** The town, and the office that the person works for. */
    private String where(Optional<Person> person) {
        String town = current.get().flatMap(tenants::find).map(Tenant::name).orElse("");
        return person.flatMap(Person::office)
                .map(office -> town + " · " + office.name())
                .orElse(town);
    }

    private List<Frame.Entry> navigation(HttpServletRequest request, Optional<Person> person) {
        return Stream.of(Page.values())
                .filter(page ->
                        person.filter(somebody -> mayOpen(somebody, page)).isPresent())
                .map(page -> new Frame.Entry(
                        page.key, page.path, page.isShown(request.getServletPath()), waiting(page, person)))
                .toList();
    }

    // A session of one town is shown no figure of another.
    private int waiting(Page page, Optional<Person> person) {
        boolean isAtHome = person.map(Person::tenant).equals(current.get());
        return page == Page.DEAD_LETTERS && isAtHome
                ? leftLying.stream().mapToInt(LeftLying::count).sum()
                : 0;
    }

    // The desk is a matter of the office, too.
    private boolean mayOpen(Person person, Page page) {
        return person.may(page.act) && (page != Page.TRIAGE || access.triages(person));
    }

    /** The first page that the person may open. */
    static String start(Person person) {
        return Stream.of(Page.values())
                .filter(page -> person.may(page.act))
                .findFirst()
                .map(page -> page.path)
                .orElse("/pages/imprint");
    }

    private static Frame.Language language(HttpServletRequest request, Locale language, Locale shown) {
        String code = language.getLanguage();
        return new Frame.Language(
                code,
                language.getDisplayLanguage(language),
                here(request, Preferences.LANGUAGE, code),
                code.equals(shown.getLanguage()));
    }

    /** This page once more with another choice; what was sent by POST is left for the start page. */
    private static String here(HttpServletRequest request, String choice, String value) {
        if (!request.getMethod().equals("GET")) {
            return request.getContextPath() + "/?" + choice + "=" + value;
        }
        return ServletUriComponentsBuilder.fromRequest(request)
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam(Preferences.LANGUAGE)
                .replaceQueryParam(Preferences.THEME)
                .replaceQueryParam(choice, value)
                .build()
                .toUriString();
    }

    /** The pages of the navigation in their order. */
    private enum Page {
        INBOX("inbox.title", "/invoices", Act.SEE_CASES),
        SEARCH("search.title", "/invoices/search", Act.SEE_CASES),
        TRIAGE("triage.title", "/triage", Act.TRIAGE),
        UPLOAD("upload.navigation", "/upload", Act.HAND_IN),
        DEAD_LETTERS("letters.title", "/dead-letters", Act.MEND);

        private final String key;
        private final String path;
        private final Act act;

        Page(String key, String path, Act act) {
            this.key = key;
            this.path = path;
            this.act = act;
        }

        private boolean isShown(String shown) {
            return this == INBOX
                    ? shown.startsWith(path) && !SEARCH.isShown(shown)
                    : shown.equals(path) || shown.startsWith(path + "/");
        }
    }
}
