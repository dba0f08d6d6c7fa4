package org.rechnungseingang.schematron.translated;

/** What rules in Java do not decide themselves: the interpreter of the official stylesheets evaluates the document then. */
public final class Doubtful extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Doubtful(String reason) {
        super(reason, null, false, false);
    }

    /** In few words, without anything of the document. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
