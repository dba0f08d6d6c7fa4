package org.rechnungseingang.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of one document, each with a number and made into a String once. */
final class PlainNames {

    /** How many different names a plain document has at most. */
    private static final int MOST = 1024;

    /** How many different prefixes it has at most, those included that have their meaning from the start. */
    static final int MOST_PREFIXES = 256;

    /** The prefixes that have their meaning from the start. */
    static final int NO_PREFIX = 0;

    static final int XML = 1;
    private static final int XMLNS = 2;

    private static final int SLOTS = 4 * MOST;
    private static final int MOST_TRIES = 32;

    /**
     * A name.
     *
     * @param prefix number of its prefix
     * @param declared number of the prefix that an attribute of this name declares, or negative if it declares none
     * @param number whether an element of this name holds a number that rules compute with
     */
    record Name(String qualified, String local, int prefix, int declared, boolean number) {}

    private final byte[] bytes;
    private final int longest;
    /** By slot: the number of a name plus one. */
    private final short[] slots = new short[SLOTS];

    private Name[] names = new Name[64];
    private int[] starts = new int[64];
    private int count;
    private final Map<String, String> parts = new HashMap<>(256);
    private final List<String> prefixes = new ArrayList<>(List.of("", "xml", "xmlns"));

    PlainNames(byte[] bytes, int longest) {
        this.bytes = bytes;
        this.longest = longest;
    }

    /** How many names there are. */
    int count() {
        return count;
    }

    Name name(int number) {
        return names[number];
    }

    int length(int number) {
        return names[number].qualified.length();
    }

    String prefix(int number) {
        return prefixes.get(number);
    }

    /** Whether that name stands there; the next byte may still belong to it. */
    boolean standsAt(int number, int at) {
        int length = length(number);
        int start = starts[number];
        return at + length <= bytes.length && Arrays.equals(bytes, at, at + length, bytes, start, start + length);
    }

    /** The number of the name that begins there. */
    int take(int from) throws NotPlain {
        NotPlain.unless(!Characters.stops(bytes[from], Characters.NO_START));
        int at = from;
        int hash = 0;
        while (bytes[at] == ':' || !Characters.stops(bytes[at], Characters.NO_NAME)) {
            hash = 31 * hash + bytes[at++];
        }
        NotPlain.unless(at - from <= longest);
        return find(from, at - from, hash ^ hash >>> 15);
    }

    private int find(int from, int length, int hash) throws NotPlain {
        for (int i = 0; i < MOST_TRIES; i++) {
            int slot = hash + i & SLOTS - 1;
            int number = slots[slot] - 1;
            if (number < 0) {
                slots[slot] = (short) (count + 1);
                return add(from, length);
            }
            if (length(number) == length && standsAt(number, from)) {
                return number;
            }
        }
        throw new NotPlain();
    }

    private int add(int from, int length) throws NotPlain {
        NotPlain.unless(count < MOST);
        if (count == names.length) {
            names = Arrays.copyOf(names, 2 * count);
            starts = Arrays.copyOf(starts, 2 * count);
        }
        starts[count] = from;
        names[count] = name(new String(bytes, from, length, StandardCharsets.ISO_8859_1));
        return count++;
    }

    private Name name(String text) throws NotPlain {
        int colon = text.indexOf(':');
        String prefix = text.substring(0, Math.max(0, colon));
        String local = colon < 0 ? text : text.substring(colon + 1);
        NotPlain.unless(!local.isEmpty() && !Characters.stops((byte) local.charAt(0), Characters.NO_START));
        NotPlain.unless(local.indexOf(':') < 0);
        int number = prefix(prefix);
        int declared = number == XMLNS ? prefix(local) : text.equals("xmlns") ? NO_PREFIX : -1;
        NotPlain.unless(declared != XML && declared != XMLNS);
        String part = part(local);
        return new Name(colon < 0 ? part : text, part, number, declared, Digits.isNumber(local));
    }

    private String part(String text) {
        String before = parts.putIfAbsent(text, text);
        return before == null ? text : before;
    }

    private int prefix(String prefix) throws NotPlain {
        return number(prefix, prefixes, MOST_PREFIXES);
    }

    /** The number of a text in a list of at most so many, to which it is added if it is new. */
    static int number(String text, List<String> texts, int most) throws NotPlain {
        int known = texts.indexOf(text);
        if (known < 0) {
            NotPlain.unless(texts.size() < most);
            texts.add(text);
        }
        return known < 0 ? texts.size() - 1 : known;
    }
}
