package org.rechnungseingang.service.peppol;

import java.util.function.UnaryOperator;

/** Cuts in a SOAP part that is already written. */
final class Texts {

    private Texts() {}

    /** Puts one text everywhere in another one's place; it has to be there. */
    static UnaryOperator<String> replacing(String text, String instead) {
        return all -> {
            if (!all.contains(text)) {
                throw new IllegalArgumentException("Not in the message: " + text + "\n" + all);
            }
            return all.replace(text, instead);
        };
    }

    /** The first element of this name. */
    static String element(String all, String name) {
        return element(all, name, "");
    }

    /** The first element of this name in whose start tag the text stands. */
    static String element(String all, String name, String inTag) {
        int start = all.indexOf("<" + name);
        while (!all.substring(start, all.indexOf('>', start)).contains(inTag)) {
            start = all.indexOf("<" + name, start + 1);
        }
        int tagEnd = all.indexOf('>', start) + 1;
        String end = "</" + name.strip() + ">";
        return all.charAt(tagEnd - 2) == '/'
                ? all.substring(start, tagEnd)
                : all.substring(start, all.indexOf(end, start) + end.length());
    }

    /** Puts something in the place of the first element of this name. */
    static UnaryOperator<String> instead(String name, UnaryOperator<String> of) {
        return all -> {
            String element = element(all, name);
            return all.replace(element, of.apply(element));
        };
    }

    /** Puts something right behind the first start tag that begins so. */
    static UnaryOperator<String> inserted(String tag, String text) {
        return all -> {
            int end = all.indexOf('>', all.indexOf(tag)) + 1;
            return all.substring(0, end) + text + all.substring(end);
        };
    }

    /** Another first character for the text of the first element of this name. */
    static UnaryOperator<String> changed(String name) {
        return instead(name, element -> {
            int at = element.indexOf('>') + 1;
            return element.substring(0, at) + (element.charAt(at) == 'A' ? 'B' : 'A') + element.substring(at + 1);
        });
    }
}
