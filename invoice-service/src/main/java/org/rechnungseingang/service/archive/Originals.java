package org.rechnungseingang.service.archive;

/** The originals of a town. One port; whatever stands behind it keeps bytes unchanged and never loses them. */
public interface Originals {

    /**
     * Keeps the bytes, in the caller's transaction. The same bytes are kept once.
     *
     * @return their name in the archive
     */
    Sha256 keep(byte[] bytes);

    /**
     * The bytes as they were received, checked against their hash.
     *
     * @throws IllegalStateException if the town has no such original or it no longer has its hash
     */
    byte[] read(Sha256 name);

    /**
     * How many bytes it has.
     *
     * @throws IllegalStateException if the town has no such original
     */
    int size(Sha256 name);
}
