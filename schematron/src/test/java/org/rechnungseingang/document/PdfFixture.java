package org.rechnungseingang.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.Deflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A small PDF that carries files. */
final class PdfFixture implements AutoCloseable {

    private final PDDocument document = new PDDocument();
    private final COSArray names = new COSArray();
    private final COSArray associated = new COSArray();

    static PdfFixture aPdf() {
        PdfFixture pdf = new PdfFixture();
        pdf.document.addPage(new PDPage());
        return pdf;
    }

    /** One more page, with these lines of text. */
    PdfFixture withPage(String... lines) {
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            float y = 750;
            for (String line : lines) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 10);
                content.newLineAtOffset(50, y);
                content.showText(line);
                content.endText();
                y -= 15;
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages of the same content, which unpacks to so many megabytes. */
    PdfFixture withBombPages(int pages, int megabytes) {
        PDStream stream = new PDStream(document);
        try (OutputStream raw = stream.getCOSObject().createRawOutputStream()) {
            raw.write(zeros(megabytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
        for (int i = 0; i < pages; i++) {
            PDPage page = new PDPage();
            page.setContents(stream);
            document.addPage(page);
        }
        return this;
    }

    PdfFixture withFile(String name, String content) {
        return inNameTree(name, file(name, packed(content.getBytes(StandardCharsets.UTF_8))));
    }

    PdfFixture withAssociatedFile(String name, String content) {
        associated.add(file(name, packed(content.getBytes(StandardCharsets.UTF_8))));
        return this;
    }

    /** The same specification in both places, as PDF/A-3 wants it. */
    PdfFixture withFileInBothPlaces(String name, String content) {
        COSDictionary file = file(name, packed(content.getBytes(StandardCharsets.UTF_8)));
        associated.add(file);
        return inNameTree(name, file);
    }

    /** One specification with other bytes under UF than under F. */
    PdfFixture withTwoFacedFile(String name, String content, String other) {
        COSDictionary file = file(name, packed(content.getBytes(StandardCharsets.UTF_8)));
        file.getCOSDictionary(COSName.EF)
                .setItem(
                        COSName.UF,
                        packed(other.getBytes(StandardCharsets.UTF_8)).getCOSObject());
        return inNameTree(name, file);
    }

    /** A file of many zeros, packed. */
    PdfFixture withBomb(String name, int megabytes) {
        return withRaw(name, zeros(megabytes), COSName.FLATE_DECODE);
    }

    /** A file of many zeros as runs. */
    PdfFixture withRunLengthBomb(String name, int megabytes) {
        return withRaw(name, runsOfZeros(megabytes), COSName.RUN_LENGTH_DECODE);
    }

    /** The same, packed once more. */
    PdfFixture withPackedRunLengthBomb(String name, int megabytes) {
        return withRaw(name, repeated(runsOfZeros(1), megabytes), COSName.FLATE_DECODE, COSName.RUN_LENGTH_DECODE);
    }

    /** The same in a second wrapping, which only PDFBox can undo. */
    PdfFixture withWrappedBomb(String name, int megabytes) {
        byte[] hex = (HexFormat.of().formatHex(zeros(megabytes)) + ">").getBytes(StandardCharsets.US_ASCII);
        return withRaw(name, hex, COSName.ASCII_HEX_DECODE, COSName.FLATE_DECODE);
    }

    private PdfFixture withRaw(String name, byte[] bytes, COSName... filters) {
        PDStream stream = new PDStream(document);
        try (OutputStream raw = stream.getCOSObject().createRawOutputStream()) {
            raw.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stream.getCOSObject().setItem(COSName.FILTER, new COSArray(List.of(filters)));
        return inNameTree(name, file(name, stream));
    }

    /** An invoice in a name tree so many levels deep, whose last node points back to its first. */
    static byte[] deepAndCircular(int levels, String name, String content) {
        StringBuilder nodes = new StringBuilder();
        int last = 10 + levels;
        for (int node = 10; node < last; node++) {
            nodes.append(node + " 0 obj <</Kids[" + (node + 1) + " 0 R]>> endobj\n");
        }
        nodes.append(last + " 0 obj <</Kids[10 0 R]/Names[(x)<</F(" + name + ")/EF<</F 3 0 R>>>>]>> endobj\n");
        return withNameTree(nodes, content);
    }

    /** A name tree whose root has so many empty nodes below it. */
    static byte[] wide(int kids) {
        StringBuilder nodes = new StringBuilder("10 0 obj <</Kids[");
        for (int node = 11; node < 11 + kids; node++) {
            nodes.append(node + " 0 R ");
        }
        nodes.append("]>> endobj\n");
        for (int node = 11; node < 11 + kids; node++) {
            nodes.append(node + " 0 obj <</Names[]>> endobj\n");
        }
        return withNameTree(nodes, "");
    }

    /** A PDF whose objects stand in a packed stream that unpacks to so many zeros, and must be unpacked to open it. */
    static byte[] withObjectStreamBomb(int megabytes) {
        byte[] bomb = zeros(megabytes);
        String before =
                "%PDF-1.7\n3 0 obj <</Type/ObjStm/N 2/First 8/Filter/FlateDecode/Length " + bomb.length + ">> stream\n";
        String after = "\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(bomb);
        pdf.writeBytes(after.getBytes(StandardCharsets.US_ASCII));
        return pdf.toByteArray();
    }

    /** Written by hand, because PDFBox cannot write what it is meant to stumble over. */
    private static byte[] withNameTree(CharSequence nodes, String content) {
        String pdf = "%PDF-1.7\n"
                + "1 0 obj <</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 10 0 R>>>> endobj\n"
                + "2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\n"
                + "3 0 obj <</Length " + content.length() + ">> stream\n" + content + "\nendstream endobj\n"
                + nodes
                + "trailer <</Root 1 0 R>>\n%%EOF\n";
        return pdf.getBytes(StandardCharsets.US_ASCII);
    }

    PdfFixture encrypted(String userPassword) {
        try {
            document.protect(new StandardProtectionPolicy("owner", userPassword, new AccessPermission()));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (names.size() > 0 && catalog.getDictionaryObject(COSName.NAMES) == null) {
            COSDictionary tree = new COSDictionary();
            tree.setItem(COSName.NAMES, names);
            COSDictionary all = new COSDictionary();
            all.setItem(COSName.EMBEDDED_FILES, tree);
            catalog.setItem(COSName.NAMES, all);
        }
        if (associated.size() > 0) {
            catalog.setItem(COSName.getPDFName("AF"), associated);
        }
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PdfFixture inNameTree(String name, COSDictionary file) {
        names.add(new COSString(name));
        names.add(file);
        return this;
    }

    private static COSDictionary file(String name, PDStream stream) {
        COSDictionary streams = new COSDictionary();
        streams.setItem(COSName.F, stream.getCOSObject());
        COSDictionary file = new COSDictionary();
        file.setItem(COSName.TYPE, COSName.getPDFName("Filespec"));
        file.setString(COSName.F, name);
        file.setString(COSName.UF, name);
        file.setItem(COSName.EF, streams);
        return file;
    }

    private PDStream packed(byte[] content) {
        try {
            return new PDStream(document, new ByteArrayInputStream(content), COSName.FLATE_DECODE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packed zeros, without ever holding them all. */
    private static byte[] zeros(int megabytes) {
        return repeated(new byte[1024 * 1024], megabytes);
    }

    /** One part packed once and put down so many times: a gibibyte takes no longer than a mebibyte. */
    private static byte[] repeated(byte[] part, int times) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        byte[] block = new byte[part.length];
        deflater.setInput(part);
        int length = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
        deflater.end();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(new byte[] {0x78, (byte) 0xda});
        Adler32 sum = new Adler32();
        for (int i = 0; i < times; i++) {
            packed.write(block, 0, length);
            sum.update(part);
        }
        // The last block, an empty one, and the check sum.
        packed.writeBytes(new byte[] {3, 0});
        packed.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
        return packed.toByteArray();
    }

    /** 128 zeros in each two bytes. */
    private static byte[] runsOfZeros(int megabytes) {
        byte[] runs = new byte[megabytes * 16 * 1024];
        for (int i = 0; i < runs.length; i += 2) {
            runs[i] = (byte) 129;
        }
        return runs;
    }
}
