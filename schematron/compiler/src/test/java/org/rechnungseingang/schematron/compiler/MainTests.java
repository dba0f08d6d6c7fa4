package org.rechnungseingang.schematron.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of it when it runs is told in the module of the rules. */
class MainTests {

    private static final String CONTEXT = "/a:doc/a:item";
    private static final String TEST = "a:number = sum(a:part/xs:decimal(.))";

    @TempDir
    private Path folder;

    @BeforeEach
    void stylesheets() throws IOException {
        Files.createDirectories(folder.resolve("rules/town/1.0"));
        Files.writeString(folder.resolve("around.xsl"), resource("around.xsl"));
    }

    @Test
    void writesAMethodNamedAfterTheRule() throws IOException {
        write("first", CONTEXT, TEST);

        String java = translated("out").get("Town_1_0_first.java");

        assertThat(java)
                .contains("Translated from town/1.0/first.xslt.")
                .contains("private boolean rule_7_3(int c)")
                .contains("if (!rule_7_3(c))")
                .contains("failed(c, \"RULE-7\", \"fatal\", \"does not hold\");");
    }

    @Test
    void writesALineOfATableForAPathThatMustNotBeThere() throws IOException {
        write("first", CONTEXT, "not(a:part/a:number)");

        assertThat(translated("out").get("Town_1_0_first.java"))
                .containsPattern(
                        "Forbidden.of\\(\"RULE-7\\\\tfatal\\\\tpart_[0-9]+/number_[0-9]+\\\\tdoes not hold\\\\n\"\\);")
                .contains("forbid(c, FORBIDDEN);")
                .doesNotContain("failed(c");
    }

    @Test
    void goesOverNoMoreNodesThanAPatternIsFor() throws IOException {
        write("named", "a:item", TEST);
        write("several", "a:item | a:part", TEST);
        write("attributes", "a:item/@kind", ". = 'x'");

        Map<String, String> sources = translated("out");

        assertThat(sources.get("Town_1_0_named.java"))
                .contains("node = t.nextDescendant(node, Tree.DOCUMENT)")
                .doesNotContain("t.size()");
        assertThat(sources.get("Town_1_0_several.java")).contains("node < t.size(); node++");
        assertThat(sources.get("Town_1_0_attributes.java")).contains("eachWithAttributes(this::pattern_1);");
    }

    @Test
    void writesAClassForEachStylesheetAndTheNamesOnce() throws IOException {
        write("first", CONTEXT, TEST);
        write("second", CONTEXT, "a:part");

        Map<String, String> sources = translated("out");

        assertThat(sources)
                .containsOnlyKeys(
                        "Names.java",
                        "OfficialRules.java",
                        "Town_1_0_first.java",
                        "Town_1_0_second.java",
                        "package-info.java");
        assertThat(sources.get("OfficialRules.java"))
                .contains("case \"town/1.0/first.xslt\" -> Optional.of(new Town_1_0_first(tree, report));")
                .contains("case \"town/1.0/second.xslt\" -> Optional.of(new Town_1_0_second(tree, report));");
        assertThat(sources.get("Names.java")).containsOnlyOnce("\nurn:a part\n");
    }

    @Test
    void writesTheSameEachTime() throws IOException {
        write("first", CONTEXT, TEST);
        write("second", "a:item[@kind = ('x', 'y')] | //a:part", "matches(., '^[a-z]+$') or count(../*) > 2");

        assertThat(translated("once")).isEqualTo(translated("again"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a:item | doc('other.xml')/a:doc      | doc",
                "a:item | format-number(a:number, '0') | format-number",
                "a:item | current-date() gt xs:date(a:day) | current",
                "a:item | deep-equal(a:part, a:number) | deep-equal",
                "a:item | a:part instance of xs:string | instance",
                "item   | a:part                       | item",
            })
    void refusesWhatItHasNoJavaFor(String context, String test, String named) throws IOException {
        write("first", context, test);

        assertThatThrownBy(() -> translated("out"))
                .isInstanceOf(Untranslatable.class)
                .hasMessageContaining(named);
    }

    @Test
    void refusesAStylesheetThatIsNone() throws IOException {
        write("first", CONTEXT, "a:part[");

        assertThatThrownBy(() -> translated("out"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("first.xslt");
    }

    private void write(String name, String context, String test) throws IOException {
        Files.writeString(
                folder.resolve("rules/town/1.0/" + name + ".xslt"),
                resource("rule.xslt").replace("@context@", context).replace("@test@", test.replace("<", "&lt;")));
    }

    private Map<String, String> translated(String output) throws IOException {
        Main.main(
                folder.resolve(output).toString(),
                folder.resolve("around.xsl").toString(),
                folder.resolve("rules").toString(),
                "town");
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(output))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return sources;
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = MainTests.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
