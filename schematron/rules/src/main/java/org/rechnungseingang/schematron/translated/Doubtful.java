package org.rechnungseingang.schematron.translated;

/** The translated rules cannot say what Saxon would; Saxon itself evaluates the whole document then. */
public final class Doubtful extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason in few words, one of a small number of them, never with what the document says */
    public Doubtful(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** Why, in few words; fit to be counted. */
    public String reason() {
        return reason;
    }
}
