package org.rechnungseingang.service.people;

import java.util.Set;
import java.util.UUID;

/** Which of his town's cases somebody sees. Everything else does not exist for him. */
public sealed interface Visibility {

    /** All cases of the town. */
    record All() implements Visibility {}

    /**
     * The cases of an office: those that were assigned to it, and as long as nobody has them, those with its routing ids.
     *
     * @param office the office's id
     * @param routingIds the routing ids that the office answers for
     * @param unclaimed whether it also sees all that no office has yet: it decides whose they are
     */
    record OfOffice(UUID office, Set<String> routingIds, boolean unclaimed) implements Visibility {}

    /** The cases that this account has handed in. */
    record HandedInBy(UUID account) implements Visibility {}

    /** No case. */
    record None() implements Visibility {}
}
