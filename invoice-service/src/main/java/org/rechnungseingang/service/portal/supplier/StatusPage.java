package org.rechnungseingang.service.portal.supplier;

import java.util.List;
import org.rechnungseingang.service.portal.FindingView;

/**
 * A supplier's view of his invoice. Empty text stands for what is not there.
 *
 * @param receiptNumber the case's number
 * @param received when it came
 * @param stations the six stations and how far the case is
 * @param mark the key of the mark, or empty text where the case simply goes its way
 * @param next the key of what happens next
 * @param remark what was said to him
 * @param findings what stands against acceptance
 * @param own what he could do better besides
 * @param instead whether something else should be sent, because this is no e-invoice that can be checked
 */
record StatusPage(
        String receiptNumber,
        String received,
        List<Step> stations,
        String mark,
        String next,
        String remark,
        List<FindingView> findings,
        List<FindingView> own,
        boolean instead) {

    /**
     * A station.
     *
     * @param station the key of its name
     * @param standing {@code done}, {@code current} or {@code ahead}
     */
    record Step(String station, String standing) {}
}
