package org.rechnungseingang.schematron;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds functions in XPath that reach outside, or that could call such a function by a name that is put together. The
 * engine refuses them too; here the author is told before the first invoice.
 */
final class ForbiddenFunctions {

    private static final Set<String> NAMES = Set.of(
            "doc",
            "doc-available",
            "document",
            "collection",
            "uri-collection",
            "unparsed-text",
            "unparsed-text-lines",
            "unparsed-text-available",
            "unparsed-entity-uri",
            "unparsed-entity-public-id",
            "json-doc",
            "parse-xml",
            "parse-xml-fragment",
            "stream-available",
            "environment-variable",
            "available-environment-variables",
            "system-property",
            "function-lookup",
            "load-xquery-module",
            "transform",
            "evaluate",
            "trace");

    /** Strings, and where a comment begins or ends. */
    private static final Pattern MARK = Pattern.compile("\"[^\"]*\"|'[^']*'|\\(:|:\\)");

    private static final Pattern CALL = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_.-]*)\\s*[(#]");

    private ForbiddenFunctions() {}

    /** The first forbidden function that is called or referred to, under whatever prefix. */
    static Optional<String> in(String expression) {
        Matcher call = CALL.matcher(withoutStringsAndComments(expression));
        while (call.find()) {
            if (NAMES.contains(call.group(1))) {
                return Optional.of(call.group(1));
            }
        }
        return Optional.empty();
    }

    private static String withoutStringsAndComments(String expression) {
        StringBuilder code = new StringBuilder();
        Matcher mark = MARK.matcher(expression);
        int depth = 0;
        int from = 0;
        while (mark.find(from)) {
            boolean begins = mark.group().equals("(:");
            boolean ends = mark.group().equals(":)");
            if (depth == 0) {
                code.append(expression, from, mark.start()).append(' ');
            }
            depth += begins ? 1 : ends && depth > 0 ? -1 : 0;
            // Within a comment a quotation mark is a character like any other.
            from = begins || ends || depth == 0 ? mark.end() : mark.start() + 1;
        }
        return depth == 0 ? code.append(expression, from, expression.length()).toString() : code.toString();
    }
}
