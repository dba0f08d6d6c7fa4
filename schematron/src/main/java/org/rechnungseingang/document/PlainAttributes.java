package org.rechnungseingang.document;

/** The attributes of the start tag that the scanner is in; what their prefixes mean is known at its end only. */
final class PlainAttributes {

    /** More than that are not plain, whatever the bounds: each is held against each. */
    private static final int MOST = 256;

    private final PlainNames names;
    private final PlainScopes scopes;
    private final PlainTokens tokens;
    private final int[] numbers;
    private final int[] namespaces;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] coded;
    private int count;
    private int declarations;

    PlainAttributes(int bound, PlainNotes notes) {
        names = notes.names();
        scopes = notes.scopes();
        tokens = notes.tokens();
        int most = Math.min(bound, MOST);
        numbers = new int[most];
        namespaces = new int[most];
        starts = new int[most];
        ends = new int[most];
        coded = new boolean[most];
    }

    void add(int name, int from, int to, boolean isCoded) throws NotPlain {
        NotPlain.unless(count + declarations < numbers.length);
        numbers[count] = name;
        starts[count] = from;
        ends[count] = to;
        coded[count] = isCoded;
        count++;
    }

    /** Declarations of namespaces count like attributes. */
    void countDeclaration() throws NotPlain {
        NotPlain.unless(count + declarations < numbers.length);
        declarations++;
    }

    /** Notes the attributes, which all differ, and is ready for the next start tag. */
    void note() throws NotPlain {
        for (int i = 0; i < count; i++) {
            int prefix = names.name(numbers[i]).prefix();
            namespaces[i] = prefix == PlainNames.NO_PREFIX ? PlainScopes.NONE : scopes.meaning(prefix);
            NotPlain.unless(isNew(i));
            tokens.add(
                    PlainTokens.head(PlainTokens.ATTRIBUTE, numbers[i], namespaces[i], coded[i]), starts[i], ends[i]);
        }
        count = 0;
        declarations = 0;
    }

    private boolean isNew(int attribute) {
        String local = names.name(numbers[attribute]).local();
        for (int i = 0; i < attribute; i++) {
            if (namespaces[i] == namespaces[attribute]
                    && names.name(numbers[i]).local().equals(local)) {
                return false;
            }
        }
        return true;
    }
}
