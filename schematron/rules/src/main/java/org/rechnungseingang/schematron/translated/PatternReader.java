package org.rechnungseingang.schematron.translated;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads an expression of XPath and writes what Java understands the same by, if each construct of it is known here. */
final class PatternReader {

    private static final String META = "\\|.?*+(){}[]^$-";
    private static final String SPACE = " \\t\\n\\r";

    private final String source;
    private final StringBuilder written = new StringBuilder();
    private final Deque<Group> groups = new ArrayDeque<>(List.of(new Group()));
    private int at;
    private boolean exact = true;

    private PatternReader(String source) {
        this.source = source;
    }

    static Optional<PlainPattern> read(String pattern, String flags) {
        if (!flags.isEmpty()) {
            return Optional.empty();
        }
        PatternReader reader = new PatternReader(pattern);
        if (!reader.readAll()) {
            return Optional.empty();
        }
        try {
            Pattern compiled = Pattern.compile(reader.written.toString());
            // By what is found in the empty text nothing can be replaced: Saxon says so.
            boolean exact = reader.exact && !compiled.matcher("").find();
            return Optional.of(new PlainPattern(compiled, exact));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean readAll() {
        while (at < source.length()) {
            char c = source.charAt(at++);
            boolean known = switch (c) {
                case '(' -> open();
                case ')' -> close();
                case '|' -> alternative();
                case '^' -> anchor("\\A");
                case '$' -> anchor("\\z");
                case '[' -> atom(this::characterClass);
                case '.' -> atom(() -> write("[^\\n\\r]"));
                case '\\' -> atom(() -> escape(false));
                default -> atom(() -> literal(c));
            };
            if (!known) {
                return false;
            }
        }
        return groups.size() == 1;
    }

    private boolean atom(BooleanSupplier read) {
        int from = written.length();
        if (!read.getAsBoolean()) {
            return false;
        }
        String atom = written.substring(from);
        groups.element().add(atom, isQuantifierNext());
        return quantifier(false);
    }

    private boolean write(String text) {
        written.append(text);
        return true;
    }

    private boolean open() {
        groups.push(new Group());
        return !isNext('?') && write("(");
    }

    private boolean close() {
        Group closed = groups.pop();
        if (groups.isEmpty() || isRepetitionNext() && !closed.isReadInOneWay()) {
            return false;
        }
        groups.element().add(closed, isQuantifierNext());
        return write(")") && quantifier(true);
    }

    private boolean alternative() {
        exact = false;
        groups.element().branch();
        return write("|");
    }

    private boolean anchor(String javas) {
        return !isQuantifierNext() && write(javas);
    }

    private boolean literal(char c) {
        if (META.indexOf(c) >= 0 && c != '-' || c >= 0x7F) {
            return false;
        }
        return hexadecimal(c);
    }

    /** A character that then means nothing but itself. */
    private boolean hexadecimal(char c) {
        return write("\\x" + Character.forDigit(c >> 4, 16) + Character.forDigit(c & 15, 16));
    }

    /** A character behind a backslash, in a class or outside. */
    private boolean escape(boolean inClass) {
        if (at == source.length()) {
            return false;
        }
        char c = source.charAt(at++);
        return switch (c) {
            case 'n', 'r', 't' -> write("\\" + c);
            case 'd' -> write(inClass ? "0-9" : "[0-9]");
            case 's' -> write(inClass ? SPACE : "[" + SPACE + "]");
            default -> META.indexOf(c) >= 0 && write("\\" + c);
        };
    }

    /** A class of single characters, ranges and escapes; no subtraction, and a hyphen only as the last. */
    private boolean characterClass() {
        write("[");
        if (isNext('^')) {
            at++;
            write("^");
        }
        int first = at;
        while (at < source.length() && source.charAt(at) != ']') {
            if (!member()) {
                return false;
            }
        }
        return at > first && at++ < source.length() && write("]");
    }

    private boolean member() {
        char c = source.charAt(at++);
        if (c == '\\') {
            return escape(true) && !isNext('-');
        }
        if (c == '-') {
            return isNext(']') && write("\\-");
        }
        if (c == '[' || c == '^' || c >= 0x7F) {
            return false;
        }
        hexadecimal(c);
        return !isNext('-') || isLastHyphen() || range(c);
    }

    private boolean isLastHyphen() {
        return source.startsWith("-]", at);
    }

    private boolean range(char from) {
        if (at + 1 >= source.length()) {
            return false;
        }
        char to = source.charAt(at + 1);
        at += 2;
        return Character.isLetterOrDigit(to)
                && to < 0x7F
                && from <= to
                && write("-")
                && hexadecimal(to)
                && !isNext('-');
    }

    private boolean quantifier(boolean ofGroup) {
        if (!isQuantifierNext()) {
            return true;
        }
        exact &= !ofGroup;
        char c = source.charAt(at++);
        write(String.valueOf(c));
        if (c == '{' && !counts()) {
            return false;
        }
        if (isNext('?')) {
            at++;
            exact = false;
            write("?");
        }
        return !isQuantifierNext();
    }

    /** The rest of {@code {3}}, {@code {3,}} or {@code {3,5}}. */
    private boolean counts() {
        int end = source.indexOf('}', at);
        if (end < 0) {
            return false;
        }
        String counts = source.substring(at, end);
        at = end + 1;
        return counts.matches("[0-9]{1,3}(,([0-9]{1,3})?)?") && write(counts + "}");
    }

    private boolean isQuantifierNext() {
        return at < source.length() && "?*+{".indexOf(source.charAt(at)) >= 0;
    }

    private boolean isRepetitionNext() {
        return isQuantifierNext() && !isNext('?') && !source.startsWith("{1}", at);
    }

    private boolean isNext(char c) {
        return at < source.length() && source.charAt(at) == c;
    }
}
