package org.rechnungseingang.document;

/** Leaves the scanner of plain documents: what is unusual, doubtful, wrong or out of bounds the JDK's parser decides. */
final class NotPlain extends Exception {

    private static final long serialVersionUID = 1L;

    static void unless(boolean plain) throws NotPlain {
        if (!plain) {
            throw new NotPlain();
        }
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
