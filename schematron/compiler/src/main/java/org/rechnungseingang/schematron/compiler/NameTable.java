package org.rechnungseingang.schematron.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.saxon.om.StructuredQName;

/** The names that rules speak of, numbered from 1 in the order in which they are met. */
final class NameTable {

    private final Map<String, String> constants = new LinkedHashMap<>();

    /** Java for the code of the name. */
    String code(StructuredQName name) {
        return code(name.getNamespaceUri().toString(), name.getLocalPart());
    }

    String code(String namespace, String localName) {
        return "Names."
                + constants.computeIfAbsent(
                        namespace + " " + localName,
                        known -> localName.replaceAll("[^A-Za-z0-9]", "_") + "_" + (constants.size() + 1));
    }

    /** The class that holds the codes. */
    String java() {
        StringBuilder code = new StringBuilder();
        List<String> names = new ArrayList<>(constants.keySet());
        for (int i = 0; i < names.size(); i++) {
            code.append("    static final int %s = %d;\n".formatted(constants.get(names.get(i)), i + 1));
        }
        code.append("\n    private static final String[] NAMES = {\n");
        names.forEach(
                name -> code.append("        ").append(Literals.text(name)).append(",\n"));
        return code.append("    };\n").toString();
    }
}
