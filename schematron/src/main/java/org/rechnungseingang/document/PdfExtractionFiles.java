package org.rechnungseingang.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.document.PdfExtractionReader.TooLarge;

/**
 * The embedded files of a PDF, from the name tree and from the flat list of associated files (/AF). A tree can be deep
 * or a circle on purpose, so it is walked without recursion and with a bound.
 */
final class PdfExtractionFiles {

    private static final int MOST_NODES = 10_000;
    private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");

    private final COSDictionary catalog;
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Embedded> found = new ArrayList<>();

    PdfExtractionFiles(COSDictionary catalog) {
        this.catalog = catalog;
    }

    /** An embedded file by its bare name. */
    record Embedded(String name, COSStream stream) {}

    List<Embedded> list() throws TooLarge {
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null) {
            walk(names.getCOSDictionary(COSName.EMBEDDED_FILES));
        }
        addFiles(catalog.getDictionaryObject(ASSOCIATED_FILES));
        return found;
    }

    private void walk(@Nullable COSDictionary root) throws TooLarge {
        Deque<COSBase> open = new ArrayDeque<>();
        if (root != null) {
            open.add(root);
        }
        while (!open.isEmpty()) {
            if (!(open.remove() instanceof COSDictionary node) || !isNew(node)) {
                continue;
            }
            addFiles(node.getDictionaryObject(COSName.NAMES));
            if (node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
                for (int i = 0; i < kids.size(); i++) {
                    if (kids.getObject(i) instanceof COSDictionary kid) {
                        open.add(kid);
                    }
                }
            }
        }
    }

    /** Names and file specifications in turn, or file specifications only: what is no specification is left out. */
    private void addFiles(@Nullable COSBase list) throws TooLarge {
        if (!(list instanceof COSArray array)) {
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            if (array.getObject(i) instanceof COSDictionary file && isNew(file)) {
                add(file);
            }
        }
    }

    /** Both places for the bytes count: a PDF that shows one reader one invoice and another reader another is caught. */
    private void add(COSDictionary file) throws TooLarge {
        COSDictionary streams = file.getCOSDictionary(COSName.EF);
        String name = file.getString(COSName.UF, file.getString(COSName.F, ""));
        for (COSName key : List.of(COSName.UF, COSName.F)) {
            if (streams != null && streams.getDictionaryObject(key) instanceof COSStream stream && isNew(stream)) {
                found.add(new Embedded(name.substring(name.lastIndexOf('/') + 1), stream));
            }
        }
    }

    private boolean isNew(COSBase object) throws TooLarge {
        if (seen.size() >= MOST_NODES) {
            throw new TooLarge();
        }
        return seen.add(object);
    }
}
