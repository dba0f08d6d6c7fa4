package org.rechnungseingang.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;

/**
 * The command line of the process that reads PDFs. It needs five jars, found where this JVM loaded them from: as files,
 * all in one shaded jar, or nested in the executable jar of Spring Boot, which only Spring Boot's launcher can open.
 *
 * @param words the program and its arguments
 */
record PdfExtractionCommand(List<String> words) {

    private static final String MAIN = PdfExtractionWorker.class.getName();
    private static final String NESTED = "jar:nested:";

    /** For the classes of this JVM. */
    static PdfExtractionCommand here(Path java, PdfExtractionLimits limits) {
        return of(
                java,
                limits,
                List.of(
                        location(PdfExtractionWorker.class),
                        location(Loader.class),
                        location(RandomAccessRead.class),
                        location(TTFParser.class),
                        location(LogFactory.class)));
    }

    /** For classes from those places. */
    static PdfExtractionCommand of(Path java, PdfExtractionLimits limits, List<URL> locations) {
        List<String> words = new ArrayList<>(List.of(
                java.toString(),
                "-Xmx" + limits.heapMegabytes() + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-cp"));
        if (locations.get(0).toString().startsWith(NESTED)) {
            words.add(outerJar(locations.get(0)));
            words.add("-Dloader.main=" + MAIN);
            words.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            words.add(classPath(locations));
            words.add(MAIN);
        }
        words.add(String.valueOf(limits.pdfBytes()));
        words.add(String.valueOf(limits.xmlBytes()));
        words.add(String.valueOf(limits.attachments()));
        return new PdfExtractionCommand(List.copyOf(words));
    }

    /** {@code jar:nested:/opt/app.jar/!BOOT-INF/lib/some.jar!/} lies in {@code /opt/app.jar}. */
    private static String outerJar(URL nested) {
        String url = nested.toString();
        return file("file:" + url.substring(NESTED.length(), url.indexOf("/!")));
    }

    private static String classPath(List<URL> locations) {
        Set<String> files = new LinkedHashSet<>();
        locations.forEach(location -> files.add(file(location.toString())));
        return String.join(System.getProperty("path.separator"), files);
    }

    private static String file(String url) {
        try {
            return Path.of(new URI(url)).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalStateException("cannot start a process with classes from " + url, e);
        }
    }

    private static URL location(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IllegalStateException("nobody knows where " + type.getName() + " was loaded from");
        }
        return source.getLocation();
    }
}
