package org.rechnungseingang.service.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.service.people.CurrentPerson;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in: the login page, and the first page that somebody may open. */
@Screen
class StartPage {

    @GetMapping("/")
    String start(@CurrentPerson Person person) {
        return "redirect:" + FrameAdvice.start(person);
    }

    @GetMapping("/login")
    String login(
            @AuthenticationPrincipal @Nullable SignedIn signedIn,
            @RequestParam Optional<String> error,
            @RequestParam Optional<String> throttled,
            @RequestParam Optional<String> loggedOut,
            @RequestHeader("HX-Request") Optional<String> part,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (signedIn != null) {
            return "redirect:" + FrameAdvice.start(signedIn.person());
        }
        // Whoever asked for a part of a page after the session's end goes to the login page as a whole.
        part.ifPresent(asked -> response.setHeader("HX-Redirect", request.getContextPath() + "/login"));
        model.addAttribute("login", new LoginPage(error.isPresent(), throttled.isPresent(), loggedOut.isPresent()));
        return "login";
    }

    /**
     * The login page.
     *
     * @param refused whether name and password did not fit
     * @param throttled whether too many attempts have failed
     * @param loggedOut whether somebody has just left
     */
    record LoginPage(boolean refused, boolean throttled, boolean loggedOut) {}
}
