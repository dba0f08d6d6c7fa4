package org.rechnungseingang.service.journal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one invoice case (Vorgang) inside the service; people use its receipt number instead. */
public record CaseId(@JsonValue UUID value) {

    /**
     * Reads an id from its text form.
     *
     * @throws IllegalArgumentException if the text is not a UUID
     */
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
