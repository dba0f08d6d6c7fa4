package org.rechnungseingang.service.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.rechnungseingang.document.Content;

/** The media type of a file that may stand beside an invoice, told by its content (DOMAIN.md 9); others may not. */
final class SupportingType {

    private static final int MOST_ENTRIES = 20;
    private static final int LINES_LOOKED_AT = 5;
    private static final int TEXT_LOOKED_AT = 4_096;

    private SupportingType() {}

    static Optional<String> of(byte[] file, Content content) {
        return switch (content) {
            case PDF -> Optional.of("application/pdf");
            case PNG -> Optional.of("image/png");
            case JPEG -> Optional.of("image/jpeg");
            case ZIP -> spreadsheet(file);
            case TEXT -> isTable(file) ? Optional.of("text/csv") : Optional.empty();
            case UNKNOWN -> isTnef(file) ? Optional.of("application/vnd.ms-tnef") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> spreadsheet(byte[] file) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry entry = zip.getNextEntry();
            for (int i = 0; entry != null && i < MOST_ENTRIES; i++) {
                if (entry.getName().equals("mimetype")) {
                    String type = new String(zip.readNBytes(100), StandardCharsets.US_ASCII);
                    return Optional.of(type).filter("application/vnd.oasis.opendocument.spreadsheet"::equals);
                }
                if (entry.getName().startsWith("xl/")) {
                    return Optional.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
                }
                entry = zip.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException e) {
            // No such file, then.
        }
        return Optional.empty();
    }

    // The first lines have the same number of fields, and more than one.
    private static boolean isTable(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, TEXT_LOOKED_AT), StandardCharsets.ISO_8859_1);
        List<String> lines = head.lines()
                .filter(line -> !line.isBlank())
                .limit(LINES_LOOKED_AT)
                .toList();
        return ";,\t"
                .chars()
                .anyMatch(separator -> lines.stream()
                                        .map(line -> line.chars()
                                                .filter(c -> c == separator)
                                                .count())
                                        .distinct()
                                        .count()
                                == 1
                        && lines.get(0).indexOf(separator) >= 0);
    }

    // winmail.dat: what Outlook packs attachments into ([MS-OXTNEF], 2.1.2).
    private static boolean isTnef(byte[] file) {
        return file.length > 4
                && (file[0] & 0xff) == 0x78
                && (file[1] & 0xff) == 0x9f
                && file[2] == 0x3e
                && file[3] == 0x22;
    }
}
