package org.rechnungseingang.service.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Mark;
import org.rechnungseingang.service.intake.Station;
import org.rechnungseingang.service.register.Query;
import org.rechnungseingang.service.validation.CheckOutcome;
import org.rechnungseingang.service.validation.DecisionLevel;

class TextsTests {

    private static final Path RESOURCES =
            Path.of(System.getProperty("basedir", ".")).resolve("src/main/resources");
    private static final Path SOURCES =
            Path.of(System.getProperty("basedir", ".")).resolve("src/main/java/org/rechnungseingang/service/portal");

    /** In templates: #{key}, #{key(…)}; keys that are put together are tried by their enumerations below. */
    private static final Pattern IN_TEMPLATES = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*[A-Za-z0-9])[}(]");

    /** In code: a literal that looks like a key and begins like one. */
    private static final Pattern IN_CODE = Pattern.compile("\"([a-z]+\\.[a-zA-Z0-9.]*[a-zA-Z0-9])\"");

    @ParameterizedTest
    @ValueSource(strings = {"screens", "codes"})
    void areThereInBothLanguages(String bundle) {
        assertThat(texts(bundle + "_en").keySet()).isEqualTo(texts(bundle).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"screens", "screens_en", "codes", "codes_en"})
    void areNeverEmpty(String bundle) {
        assertThat(texts(bundle).values()).noneMatch(text -> text.toString().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"screens", "screens_en"})
    void areWellFormedWhereValuesGoIn(String bundle) {
        texts(bundle).forEach((key, text) -> {
            if (text.toString().contains("{")) {
                String written = new MessageFormat(text.toString()).format(new Object[] {1, 1, 1});
                assertThat(written).as(key.toString()).isNotBlank().doesNotContain("{");
            }
        });
    }

    @Test
    void areThereForEveryKeyThatTemplatesName() throws IOException {
        Set<String> named = found(RESOURCES.resolve("templates"), ".html", IN_TEMPLATES);

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(texts("screens").keySet()).containsAll(named);
    }

    @Test
    void areThereForEveryKeyThatTheCodeNames() throws IOException {
        Set<String> beginnings = new TreeSet<>();
        texts("screens").keySet().forEach(key -> beginnings.add(key.toString().replaceFirst("\\..*", "")));
        Set<String> named = found(SOURCES, ".java", IN_CODE);
        named.removeIf(literal -> !beginnings.contains(literal.replaceFirst("\\..*", "")));

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(texts("screens").keySet()).containsAll(named);
    }

    @Test
    void areThereForEveryValueOfTheEnumerations() {
        Set<String> wanted = new TreeSet<>();
        Stream.of(Station.values()).forEach(station -> wanted.add("station." + station));
        wanted.add("mark.OPEN");
        Stream.of(Mark.values()).filter(mark -> mark != Mark.OPEN).forEach(mark -> {
            wanted.add("mark." + mark);
            wanted.add("mark." + mark + ".text");
        });
        Stream.of(Channel.values()).forEach(channel -> wanted.add("channel." + channel));
        Stream.of(CheckOutcome.values()).forEach(outcome -> {
            wanted.add("verdict." + outcome);
            wanted.add("upload." + outcome);
        });
        Stream.of(DecisionLevel.values()).forEach(decision -> wanted.add("decision." + decision));
        Stream.of(Query.View.values()).forEach(view -> wanted.add("filter." + view));
        Stream.of("error", "warning", "info").forEach(tone -> wanted.add("level." + tone));

        assertThat(texts("screens").keySet()).containsAll(wanted);
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending))
                    .filter(path -> !path.toString().contains("/api/"))
                    .toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(keys::add);
            }
        }
        return keys;
    }

    private static Properties texts(String bundle) {
        Properties texts = new Properties();
        try (var reader =
                Files.newBufferedReader(RESOURCES.resolve("texts/" + bundle + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
