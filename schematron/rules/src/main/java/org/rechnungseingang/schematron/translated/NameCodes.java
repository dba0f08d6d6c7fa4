package org.rechnungseingang.schematron.translated;

import java.util.HashMap;
import java.util.Map;

/** Numbers for the names that rules speak of, the same for all of them; any other name is 0. Thread-safe. */
public final class NameCodes {

    private record Code(String namespace, int code) {}

    private final Map<String, Code[]> codes;
    private final int count;

    private NameCodes(Map<String, Code[]> codes, int count) {
        this.codes = codes;
        this.count = count;
    }

    /** The names as {@code namespace}, a space and {@code local name}, a line each; the first is 1. */
    public static NameCodes of(String... names) {
        Map<String, Code[]> codes = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            int space = names[i].lastIndexOf(' ');
            Code code = new Code(names[i].substring(0, space), i + 1);
            codes.merge(names[i].substring(space + 1), new Code[] {code}, NameCodes::both);
        }
        return new NameCodes(codes, names.length + 1);
    }

    private static Code[] both(Code[] some, Code[] more) {
        Code[] all = new Code[some.length + more.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    int code(String namespace, String localName) {
        Code[] known = codes.get(localName);
        if (known != null) {
            for (Code code : known) {
                if (code.namespace.equals(namespace)) {
                    return code.code;
                }
            }
        }
        return 0;
    }

    /** One more than the last code. */
    int count() {
        return count;
    }
}
