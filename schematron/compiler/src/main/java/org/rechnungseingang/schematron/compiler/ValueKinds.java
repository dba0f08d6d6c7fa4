package org.rechnungseingang.schematron.compiler;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import org.apache.xerces.xs.StringList;
import org.apache.xerces.xs.XSAttributeDeclaration;
import org.apache.xerces.xs.XSAttributeUse;
import org.apache.xerces.xs.XSConstants;
import org.apache.xerces.xs.XSSimpleTypeDefinition;

/** The words for simple types that {@code Grammar} knows; {@code left} for any other. */
final class ValueKinds {

    private static final Map<Short, String> KINDS = Map.of(
            XSConstants.DECIMAL_DT, "decimal",
            XSConstants.DATE_DT, "date",
            XSConstants.BOOLEAN_DT, "boolean",
            XSConstants.BASE64BINARY_DT, "base64");

    private ValueKinds() {}

    static String of(XSAttributeUse use) {
        XSAttributeDeclaration attribute = use.getAttrDeclaration();
        if (use.getConstraintType() == XSConstants.VC_FIXED) {
            return codes(Set.of(use.getValueConstraintValue().getNormalizedValue()));
        }
        if (attribute.getConstraintType() == XSConstants.VC_FIXED) {
            return codes(Set.of(attribute.getValueConstraintValue().getNormalizedValue()));
        }
        return of(attribute.getTypeDefinition());
    }

    static String of(XSSimpleTypeDefinition type) {
        int facets = type.getDefinedFacets() & ~XSSimpleTypeDefinition.FACET_WHITESPACE;
        boolean atomic = type.getVariety() == XSSimpleTypeDefinition.VARIETY_ATOMIC;
        if (!atomic) {
            return "left";
        }
        return switch (type.getBuiltInKind()) {
            case XSConstants.STRING_DT, XSConstants.NORMALIZEDSTRING_DT, XSConstants.TOKEN_DT -> string(type, facets);
            case XSConstants.LANGUAGE_DT -> isBuiltIn(type) ? "language" : "left";
            default -> facets == 0 ? KINDS.getOrDefault(type.getBuiltInKind(), "left") : "left";
        };
    }

    private static String string(XSSimpleTypeDefinition type, int facets) {
        if (facets == 0) {
            return "any";
        }
        return facets == XSSimpleTypeDefinition.FACET_ENUMERATION ? codes(texts(type.getLexicalEnumeration())) : "left";
    }

    private static Set<String> texts(StringList list) {
        Set<String> texts = new TreeSet<>();
        for (int i = 0; i < list.getLength(); i++) {
            texts.add(list.item(i));
        }
        return texts;
    }

    /** Codes with a space among them are left: the lines are divided by spaces. */
    private static String codes(Set<String> codes) {
        boolean plain = codes.stream().allMatch(code -> code.matches("\\S+"));
        return plain ? "codes " + String.join(" ", codes) : "left";
    }

    private static boolean isBuiltIn(XSSimpleTypeDefinition type) {
        return XMLConstants.W3C_XML_SCHEMA_NS_URI.equals(type.getNamespace());
    }
}
