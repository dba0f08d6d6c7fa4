package org.rechnungseingang.schematron.translated;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A code list as rules write it: a text with a space before and after each code. */
public final class CodeList {

    private final String list;
    private final Set<String> codes;

    private CodeList(String list) {
        this.list = list;
        this.codes = Set.copyOf(java.util.Arrays.asList(list.strip().split(" +")));
    }

    public static CodeList of(String list) {
        return new CodeList(list);
    }

    /** Whether the text contains the value between two spaces; a value with a space may be several codes. */
    public boolean contains(@Nullable String value) {
        if (value == null || value.isEmpty() || value.indexOf(' ') >= 0) {
            return list.contains(" " + (value == null ? "" : value) + " ");
        }
        return codes.contains(value);
    }
}
