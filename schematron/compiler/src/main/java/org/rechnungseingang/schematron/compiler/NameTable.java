package org.rechnungseingang.schematron.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.om.StructuredQName;

/** The names that rules and schemas speak of, numbered from 1 in the order in which they are met. */
final class NameTable {

    /** Names in one text; a class file takes 65 535 bytes. */
    private static final int IN_A_TEXT = 400;

    private final Map<String, String> constants = new LinkedHashMap<>();

    /** Java for the code of the name. */
    String code(StructuredQName name) {
        return code(name.getNamespaceUri().toString(), name.getLocalPart());
    }

    String code(String namespace, String localName) {
        return constant(numbered(namespace, localName));
    }

    /** Java for the code of a name that is told with its number. */
    static String constant(String numbered) {
        return "Names." + numbered;
    }

    String numbered(StructuredQName name) {
        return numbered(name.getNamespaceUri().toString(), name.getLocalPart());
    }

    /** The local name with its number behind the last underscore. */
    String numbered(String namespace, String localName) {
        return constants.computeIfAbsent(
                namespace + " " + localName,
                known -> localName.replaceAll("[^A-Za-z0-9]", "_") + "_" + (constants.size() + 1));
    }

    /** The members of the class that holds the codes. */
    String java() {
        StringBuilder code = new StringBuilder();
        List<String> names = new ArrayList<>(constants.keySet());
        for (int i = 0; i < names.size(); i++) {
            code.append("    static final int %s = %d;\n".formatted(constants.get(names.get(i)), i + 1));
        }
        code.append("\n    private static final String[] NAMES = {\n");
        for (int i = 0; i < names.size(); i += IN_A_TEXT) {
            String some = String.join("\n", names.subList(i, Math.min(i + IN_A_TEXT, names.size())));
            code.append("\"\"\"\n").append(some).append("\"\"\",\n");
        }
        return code.append("    };\n").toString();
    }
}
