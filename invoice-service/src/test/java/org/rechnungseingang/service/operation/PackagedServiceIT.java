package org.rechnungseingang.service.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged jar, as an operator gets it. */
class PackagedServiceIT {

    private static final List<String> PARTNERS = List.of("mail-server", "finance-system", "greenmail", "picocli");
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void runsAsTheOperatorsGuideSays() throws IOException, InterruptedException {
        assumeThat(debiansPostgres())
                .as("no PostgreSQL below /usr/lib/postgresql")
                .isNotEmpty();

        Process tried = new ProcessBuilder("bash", "docs/examples/try.sh", jar().toString())
                .directory(MODULE.resolve("..").toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(tried.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(tried.waitFor()).as(output).isZero();
        assertThat(output).endsWith("All of it.\n");
    }

    @Test
    void containsNothingOfTheDemo() throws IOException {
        try (FileSystem contents = FileSystems.newFileSystem(jar());
                Stream<Path> classes = Files.walk(contents.getPath("BOOT-INF/classes"))) {
            assertThat(classes.map(Path::toString)).noneMatch(name -> name.contains("demo"));
        }
    }

    /** Nor of the partner programs that demo and tests start. */
    @Test
    void containsNoPartnerProgram() throws IOException {
        try (FileSystem contents = FileSystems.newFileSystem(jar());
                Stream<Path> libraries = Files.list(contents.getPath("BOOT-INF/lib"))) {
            assertThat(libraries.map(library -> library.getFileName().toString()))
                    .noneMatch(name -> name.matches("(mail-server|finance-system|greenmail|picocli)-.*"));
        }
        assertThat(entry("META-INF/sbom/application.cdx.json")).doesNotContain(PARTNERS);
        assertThat(entry("META-INF/THIRD-PARTY.txt")).doesNotContain(PARTNERS);
    }

    @Test
    void namesWhatItIsMadeOf() throws IOException {
        JsonNode bill = JsonMapper.shared().readTree(entry("META-INF/sbom/application.cdx.json"));
        String notices = entry("META-INF/THIRD-PARTY.txt");

        List<String> packages = bill.path("components")
                .valueStream()
                .map(component -> component.path("purl").asString())
                .toList();
        assertThat(packages)
                .anyMatch(purl -> purl.startsWith("pkg:maven/net.sf.saxon/Saxon-HE@"))
                .anyMatch(purl -> purl.startsWith("pkg:maven/com.helger.phive.rules/phive-rules-xrechnung@"));
        assertThat(notices).contains("net.sf.saxon:Saxon-HE:");
        JsonMapper.shared()
                .readTree(Files.readString(MODULE.resolve("package.json")))
                .path("dependencies")
                .propertyStream()
                .map(npm -> "pkg:npm/" + npm.getKey().replace("@", "%40") + "@"
                        + npm.getValue().asString())
                .forEach(purl -> {
                    assertThat(packages).contains(purl);
                    assertThat(notices).contains(purl);
                });
    }

    /** Everything below BOOT-INF/lib is in the bill. */
    @Test
    void leavesNoLibraryOutOfTheBill() throws IOException {
        String bill = entry("META-INF/sbom/application.cdx.json");
        try (FileSystem contents = FileSystems.newFileSystem(jar());
                Stream<Path> libraries = Files.list(contents.getPath("BOOT-INF/lib"))) {
            List<String> names = libraries
                    .map(library -> library.getFileName().toString().replaceFirst("-\\d+\\.\\d.*", ""))
                    .toList();
            assertThat(names).contains("Saxon-HE", "db-scheduler-spring-boot-4-starter");
            assertThat(names.stream().filter(name -> !bill.contains("/" + name + "@")))
                    .isEmpty();
        }
    }

    private static List<Path> debiansPostgres() throws IOException {
        Path root = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(root)) {
            return versions.filter(version -> Files.isExecutable(version.resolve("bin/initdb")))
                    .toList();
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(MODULE.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("invoice-service-.*\\.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }

    private static String entry(String name) throws IOException {
        try (FileSystem contents = FileSystems.newFileSystem(jar());
                InputStream in = Files.newInputStream(contents.getPath(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
