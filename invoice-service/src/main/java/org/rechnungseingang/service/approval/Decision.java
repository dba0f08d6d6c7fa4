package org.rechnungseingang.service.approval;

/** What came of a person's decision. */
public sealed interface Decision {

    /** It counts. */
    record Done() implements Decision {}

    /** It does not; nothing was changed. */
    record Refused(Refusal reason) implements Decision {}
}
