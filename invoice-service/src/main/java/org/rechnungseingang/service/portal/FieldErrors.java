package org.rechnungseingang.service.portal;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong in a form, field by field.
 *
 * @param list the errors in the order of the fields
 */
public record FieldErrors(List<FieldError> list) {

    /** Nothing is wrong. */
    public static final FieldErrors NONE = new FieldErrors(List.of());

    /** Keeps its own copy of the list. */
    public FieldErrors {
        list = List.copyOf(list);
    }

    /**
     * One error.
     *
     * @param field the id of the field in the page
     * @param key the text of the error in the message bundles
     */
    public record FieldError(String field, String key) {}

    /** These errors and one more. */
    public FieldErrors and(String field, String key) {
        List<FieldError> more = new ArrayList<>(list);
        more.add(new FieldError(field, key));
        return new FieldErrors(more);
    }

    /** Whether something is wrong with the field. */
    public boolean on(String field) {
        return list.stream().anyMatch(error -> error.field().equals(field));
    }

    /** The key of the text of the field's first error, or empty text. */
    public String key(String field) {
        return list.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::key)
                .findFirst()
                .orElse("");
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return list.isEmpty();
    }
}
