package org.rechnungseingang.service.structure;

/** A text with a picture between two marks. */
record Readme(String text) {

    private static final String BEGIN = "<!-- modules: made from the code by ModulesTests -->\n";
    private static final String END = "<!-- /modules -->";

    Readme {
        if (!text.contains(BEGIN) || !text.contains(END)) {
            throw new IllegalArgumentException("No picture between " + BEGIN.strip() + " and " + END);
        }
    }

    String picture() {
        return text.substring(begin(), text.indexOf(END));
    }

    Readme with(String picture) {
        return new Readme(text.substring(0, begin()) + picture + text.substring(text.indexOf(END)));
    }

    private int begin() {
        return text.indexOf(BEGIN) + BEGIN.length();
    }
}
