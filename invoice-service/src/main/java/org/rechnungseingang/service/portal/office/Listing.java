package org.rechnungseingang.service.portal.office;

import java.time.Instant;
import java.util.List;
import org.rechnungseingang.service.portal.Phrase;
import org.rechnungseingang.service.portal.Tone;

/**
 * Cases in a list.
 *
 * @param rows one a case
 * @param more whether there are further pages
 * @param first where the first page is; empty text on it
 * @param next where the next page is; empty text on the last
 */
record Listing(List<Row> rows, boolean more, String first, String next) {

    /** Keeps its own copy of the rows. */
    Listing {
        rows = List.copyOf(rows);
    }

    /** How many there are, as far as it is known. */
    public Phrase count() {
        return Phrase.of(more ? "listing.count.more" : "listing.count", rows.size());
    }

    /**
     * A case in a list. Empty text stands for what is not known.
     *
     * @param receiptNumber its number
     * @param supplier the seller, or else the name of the file
     * @param channel the key of the channel's name
     * @param received when it reached the town
     * @param number the invoice's number
     * @param creditNote whether it is a credit note
     * @param format syntax and profile
     * @param gross what is to be paid, or what is credited
     * @param check what the check came to
     * @param office the routing id
     * @param due until when it is to be paid
     * @param discount the cash discount that can still be had
     * @param stake what is lost if it is left until tomorrow
     * @param state where it is
     */
    record Row(
            String receiptNumber,
            String supplier,
            String channel,
            Instant received,
            String number,
            boolean creditNote,
            String format,
            String gross,
            Badge check,
            String office,
            Due due,
            Due discount,
            Due stake,
            State state) {}

    /** A result in a few words. */
    record Badge(Tone tone, Phrase phrase) {}

    /**
     * A day by which something is to be done.
     *
     * @param phrase in words
     * @param urgent whether it has passed or is today
     */
    record Due(Phrase phrase, boolean urgent) {

        /** There is no such day. */
        static final Due NONE = new Due(Phrase.of("listing.none"), false);

        public boolean isGiven() {
            return !equals(NONE);
        }
    }

    /**
     * Where a case is.
     *
     * @param station the key of the station's name
     * @param mark the key of the mark's name, or empty text where it simply goes its way
     * @param tone how it is to be felt
     */
    record State(String station, String mark, String tone) {}
}
