package org.rechnungseingang.schematron.translated;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers for the names that rules and schemas speak of, the same for all of them; any other name is 0. Thread-safe. */
public final class NameCodes {

    private record Code(String namespace, int code) {}

    private final Map<String, Code[]> codes;
    private final Set<String> namespaces;
    private final int count;

    private NameCodes(Map<String, Code[]> codes, int count) {
        this.codes = codes;
        this.count = count;
        this.namespaces = codes.values().stream()
                .flatMap(Arrays::stream)
                .map(Code::namespace)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The names as {@code namespace}, a space and {@code local name}, a line each; the first is 1. */
    public static NameCodes of(String... texts) {
        List<String> names = Stream.of(texts).flatMap(String::lines).toList();
        Map<String, Code[]> codes = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            int space = names.get(i).lastIndexOf(' ');
            Code code = new Code(names.get(i).substring(0, space), i + 1);
            codes.merge(names.get(i).substring(space + 1), new Code[] {code}, NameCodes::both);
        }
        return new NameCodes(codes, names.size() + 1);
    }

    private static Code[] both(Code[] some, Code[] more) {
        Code[] all = new Code[some.length + more.length];
        System.arraycopy(some, 0, all, 0, some.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** The code of a name that is written with it, behind the last underscore. */
    static int code(String numbered) {
        return Integer.parseInt(numbered.substring(numbered.lastIndexOf('_') + 1));
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

    /** Whether it is one of the local names or namespaces. */
    public boolean speakOf(String name) {
        return codes.containsKey(name) || namespaces.contains(name);
    }

    /** One more than the last code. */
    int count() {
        return count;
    }
}
