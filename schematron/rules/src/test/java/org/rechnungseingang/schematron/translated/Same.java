package org.rechnungseingang.schematron.translated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Holds our answers against Saxon's: the same, or doubtful where Saxon fails or where we are so on purpose. */
final class Same {

    private final Set<String> onPurpose;
    private final Map<String, Integer> doubtful = new TreeMap<>();
    private int answered;

    Same(String... onPurpose) {
        this.onPurpose = Set.of(onPurpose);
    }

    void check(String what, Answer ours, Answer saxons) {
        if (!ours.isFailure()) {
            answered++;
            assertThat(ours).as(what).hasToString(saxons.toString());
            return;
        }
        String reason = ours.failure().orElseThrow();
        if (!saxons.isFailure()) {
            doubtful.merge(reason, 1, Integer::sum);
            assertThat(reason).as(what + " is " + saxons).isIn(onPurpose);
        }
    }

    /** Nothing is proved by answers that were not given. */
    void mostlyAnswered(int least) {
        int unanswered = doubtful.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("answered " + answered + ", doubtful although Saxon answers: " + doubtful);
        assertThat(answered).isGreaterThan(least);
        assertThat(unanswered).isLessThan(answered / 5);
    }
}
