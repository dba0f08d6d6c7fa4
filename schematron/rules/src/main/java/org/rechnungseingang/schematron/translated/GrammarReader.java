package org.rechnungseingang.schematron.translated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.schematron.translated.Grammar.Attribute;
import org.rechnungseingang.schematron.translated.Grammar.Child;
import org.rechnungseingang.schematron.translated.Grammar.Type;

/** Reads the lines of a grammar, as they were written when the project was built. */
public final class GrammarReader {

    private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;

    private final List<Type> types = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Child> children = new ArrayList<>();
    private @Nullable Value text;
    private boolean left;
    private int root;

    private GrammarReader() {}

    /** The grammar of those lines, in which names stand by their codes in {@code names}. */
    public static Grammar read(String lines, NameCodes names) {
        GrammarReader reader = new GrammarReader();
        lines.lines().forEach(line -> reader.line(line.split(" ")));
        reader.end();
        int[] anywhere = {names.code(XSI, "schemaLocation"), names.code(XSI, "noNamespaceSchemaLocation")};
        return new Grammar(reader.root, anywhere, reader.types.toArray(Type[]::new));
    }

    private void line(String[] words) {
        switch (words[0]) {
            case "root" -> root = NameCodes.code(words[1]);
            case "type" -> end();
            case "attribute" ->
                attributes.add(new Attribute(NameCodes.code(words[2]), words[1].equals("1"), value(words, 3)));
            case "child" -> children.add(child(words));
            case "text" -> text = value(words, 1);
            case "left" -> left = true;
            default -> throw new IllegalArgumentException(words[0]);
        }
    }

    /** The type before, if there was one, is complete. */
    private void end() {
        if (left || text != null || !children.isEmpty()) {
            types.add(new Type(attributes.toArray(Attribute[]::new), children.toArray(Child[]::new), text, left));
        }
        attributes.clear();
        children.clear();
        text = null;
        left = false;
    }

    private static Child child(String[] words) {
        int[] codes = new int[(words.length - 3) / 2];
        int[] types = new int[codes.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = NameCodes.code(words[3 + 2 * i]);
            types[i] = Integer.parseInt(words[4 + 2 * i]);
        }
        return new Child(number(words[1]), number(words[2]), codes, types);
    }

    private static int number(String word) {
        return word.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(word);
    }

    private static Value value(String[] words, int at) {
        return Value.of(words[at], Set.copyOf(Arrays.asList(words).subList(at + 1, words.length)));
    }
}
