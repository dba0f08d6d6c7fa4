package org.rechnungseingang.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.loader.launch.PropertiesLauncher;

/** The process has to start when all classes lie nested in one executable jar of Spring Boot. */
class PdfExtractionInABootJarTests {

    /** What the executable jar does: reads the PDF named as its argument and prints what came of it. */
    static final class Program {

        public static void main(String[] arguments) throws IOException {
            try (PdfExtraction extraction = PdfExtraction.create()) {
                System.out.println(extraction
                        .extract(Files.readAllBytes(Path.of(arguments[0])))
                        .getClass()
                        .getSimpleName());
            }
        }
    }

    @Test
    void startsFromTheNestedJarsOfAnExecutableJar(@TempDir Path folder) throws Exception {
        // A blank in the path is the usual way to break a command line.
        Path jar =
                bootJar(Files.createDirectory(folder.resolve("mit Leerzeichen")).resolve("app.jar"));
        Path pdf = folder.resolve("rechnung.pdf");
        Files.write(pdf, PdfFixture.aPdf().withFile("factur-x.xml", "<r/>").bytes());
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        pdf.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(output)).isEqualToIgnoringNewLines("Found");
    }

    @Test
    void namesTheOuterJarAndTheLauncher() throws Exception {
        URL nested = url("jar:nested:/opt/rechnungs%20eingang/app.jar/!BOOT-INF/lib/schematron.jar!/");
        List<String> words = PdfExtractionCommand.of(Path.of("/java"), PdfExtractionLimits.DEFAULT, List.of(nested))
                .words();
        assertThat(words)
                .containsSequence(
                        "-cp",
                        "/opt/rechnungs eingang/app.jar",
                        "-Dloader.main=org.rechnungseingang.document.PdfExtractionWorker",
                        "org.springframework.boot.loader.launch.PropertiesLauncher");
    }

    @Test
    void namesAShadedJarOnce() throws Exception {
        URL shaded = URI.create("file:/opt/check.jar").toURL();
        List<String> words = PdfExtractionCommand.of(
                        Path.of("/java"), PdfExtractionLimits.DEFAULT, List.of(shaded, shaded, shaded))
                .words();
        assertThat(words)
                .containsSequence("-cp", "/opt/check.jar", "org.rechnungseingang.document.PdfExtractionWorker");
    }

    /** The handler for {@code nested:} is Spring Boot's and is not there in an ordinary JVM. */
    private static URL url(String text) throws IOException {
        return new URL(null, text, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) throws IOException {
                throw new IOException("not to be opened");
            }

            @Override
            protected void parseURL(URL url, String spec, int start, int limit) {
                setURL(url, "jar", "", -1, "", "", spec.substring("jar:".length()), null, null);
            }
        });
    }

    private static Path bootJar(Path jar) throws Exception {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
        main.putValue("Start-Class", Program.class.getName());
        main.putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
        main.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            copyLoader(out);
            addFolders(out, "BOOT-INF/", "BOOT-INF/classes/", "BOOT-INF/lib/");
            copyFolder(out, location(Program.class), "BOOT-INF/classes/");
            Path schematron = jar.resolveSibling("schematron.jar");
            try (JarOutputStream nested = new JarOutputStream(Files.newOutputStream(schematron), new Manifest())) {
                copyFolder(nested, location(PdfExtraction.class), "");
            }
            store(out, schematron);
            for (Class<?> type : List.of(Loader.class, RandomAccessRead.class, TTFParser.class, LogFactory.class)) {
                store(out, location(type));
            }
        }
        return jar;
    }

    private static Path location(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void copyLoader(JarOutputStream out) throws Exception {
        try (JarInputStream loader = new JarInputStream(Files.newInputStream(location(PropertiesLauncher.class)))) {
            for (JarEntry entry = loader.getNextJarEntry(); entry != null; entry = loader.getNextJarEntry()) {
                if (entry.getName().startsWith("org/")) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    loader.transferTo(out);
                }
            }
        }
    }

    private static void addFolders(JarOutputStream out, String... names) throws IOException {
        for (String name : names) {
            out.putNextEntry(new JarEntry(name));
        }
    }

    private static void copyFolder(JarOutputStream out, Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("org/rechnungseingang/document"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(prefix + folder.relativize(file)));
                Files.copy(file, out);
            }
        }
    }

    /** Nested jars are stored, not packed: Spring Boot reads them in place. */
    private static void store(JarOutputStream out, Path jar) throws IOException {
        byte[] bytes = Files.readAllBytes(jar);
        JarEntry entry = new JarEntry("BOOT-INF/lib/" + jar.getFileName());
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setMethod(JarEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
    }
}
