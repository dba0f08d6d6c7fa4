package org.rechnungseingang.service.portal.office;

import java.util.List;
import org.rechnungseingang.service.portal.FindingView;
import org.rechnungseingang.service.portal.Phrase;

/**
 * What has been decided about an invoice, and what this person can decide now.
 *
 * @param office who has the case
 * @param cause the key of why it waits at the triage desk, or empty text
 * @param detail what stands where the routing id belongs, or empty text
 * @param hold why its payment is held; empty if it is not
 * @param seals grounds, sums and order
 * @param remarks what was asked, answered, refused or sent back, first remark first
 * @param acts what this person can decide now
 */
record DecisionCard(
        Phrase office,
        String cause,
        String detail,
        List<FindingView> hold,
        List<Seal> seals,
        List<Said> remarks,
        List<Choice> acts) {

    /** Keeps its own copies of the lists. */
    DecisionCard {
        hold = List.copyOf(hold);
        seals = List.copyOf(seals);
        remarks = List.copyOf(remarks);
        acts = List.copyOf(acts);
    }

    /**
     * One of the signatures that an invoice needs.
     *
     * @param key what for
     * @param given whether it is given
     * @param notes by whom and when, or what is missing
     */
    record Seal(String key, boolean given, List<Phrase> notes) {}

    /**
     * Something that was said.
     *
     * @param key on what occasion
     * @param time when
     * @param text what
     */
    record Said(String key, String time, String text) {}

    /**
     * A decision to take.
     *
     * @param key what is decided
     * @param href the page that asks for it
     * @param style KERN's name of the button
     */
    record Choice(String key, String href, String style) {}
}
