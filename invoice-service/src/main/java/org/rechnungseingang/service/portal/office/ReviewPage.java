package org.rechnungseingang.service.portal.office;

import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.portal.FindingView;
import org.rechnungseingang.service.portal.Phrase;
import org.rechnungseingang.service.portal.Tone;

/**
 * One invoice on the review screen. Empty text stands for what is not known.
 *
 * @param self where this page is
 * @param head what stands above everything
 * @param stations the six stations and how far the case is
 * @param mark the mark beside the station, or empty text where the case simply goes its way
 * @param checking whether the check is still to come
 * @param verdict what the check came to
 * @param findings what the official rules found
 * @param own what our own checks found beside them
 * @param local what the town's own rules found beside them
 * @param tabs the parts of the invoice
 * @param part the part that is shown, the name of its template
 * @param sheet the invoice in that part; empty for what is no invoice and for the history
 * @param paging the place among many lines
 * @param trail the history, in its part
 */
record ReviewPage(
        String self,
        Head head,
        List<Step> stations,
        String mark,
        boolean checking,
        VerdictView verdict,
        List<FindingView> findings,
        List<FindingView> own,
        List<FindingView> local,
        List<Tab> tabs,
        String part,
        Sheet sheet,
        Paging paging,
        List<TrailEntry> trail) {

    /** Whether the field is shown in this part, so that a finding can lead to it. */
    public boolean shows(String anchor) {
        return sheet.fields().anyMatch(field -> field.anchor().equals(anchor));
    }

    /**
     * What stands above everything.
     *
     * @param title the seller, or else the name of the file
     * @param number the invoice's number
     * @param format syntax and profile
     * @param receiptNumber the case's number
     * @param received when and how it came
     * @param creditNote whether it is a credit note
     * @param gross what is to be paid, or what is credited
     * @param discount the cash discount that can still be had
     */
    record Head(
            String title,
            String number,
            String format,
            String receiptNumber,
            Phrase received,
            boolean creditNote,
            String gross,
            Listing.Due discount) {}

    /**
     * A station.
     *
     * @param station the key of its name
     * @param standing {@code done}, {@code current} or {@code ahead}
     * @param note when it was reached, or empty text
     */
    record Step(String station, String standing, String note) {}

    /**
     * What the check came to.
     *
     * @param tone how it is to be felt
     * @param headline in a few words
     * @param advice what it suggests to do, if there is a suggestion
     * @param reason why there was nothing to check by rules, or empty text
     * @param facts by which rules, and when
     * @param instead whether to say what should be sent instead
     */
    record VerdictView(
            Tone tone, Phrase headline, Optional<Phrase> advice, String reason, List<Fact> facts, boolean instead) {}

    /** A fact with its name in the reader's language. */
    record Fact(String label, String value) {}

    /** A part of the invoice. */
    record Tab(String key, String href, boolean current) {}

    /**
     * The place among many lines.
     *
     * @param first the first line that is shown, counted from 1
     * @param last the last line that is shown
     * @param total how many there are
     * @param previous where the lines before are, or empty text
     * @param next where the lines after are, or empty text
     */
    record Paging(int first, int last, int total, String previous, String next) {

        static final Paging NONE = new Paging(0, 0, 0, "", "");
    }

    /**
     * An entry of the history (Laufzettel).
     *
     * @param at when, as machines read it
     * @param time when, as people read it
     * @param what what happened
     * @param by who did it
     * @param facts the facts that were kept
     * @param hash the entry's hash
     */
    record TrailEntry(String at, String time, String what, String by, List<Fact> facts, String hash) {}
}
