package org.rechnungseingang.service.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTests {

    private static final Path TEMPLATES =
            Path.of(System.getProperty("basedir", ".")).resolve("src/main/resources/templates");
    private static final Pattern POST = Pattern.compile("<form[^>]*method=\"post\"[^>]*>");

    static List<Path> templates() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(path -> path.toString().endsWith(".html")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void writeNothingUnescaped(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContain("th:utext", "[(", "th:inline");
    }

    // The content security policy would stop them anyway; a page must not rely on what is stopped.
    @ParameterizedTest
    @MethodSource("templates")
    void haveNoScriptAndNoStyleInside(Path template) throws IOException {
        assertThat(Files.readString(template))
                .doesNotContainPattern("<script(?![^>]*th:src)")
                .doesNotContain("<style", "style=\"", "th:style", "javascript:", "hx-on")
                .doesNotContainPattern("\\son[a-z]+=");
    }

    // Only th:action puts the token into the form.
    @ParameterizedTest
    @MethodSource("templates")
    void sendFormsWithTheToken(Path template) throws IOException {
        assertThat(POST.matcher(Files.readString(template)).results().map(match -> match.group()))
                .allMatch(form -> form.contains("th:action="));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void loadNothingFromElsewhere(Path template) throws IOException {
        String text = Files.readString(template)
                .replace("http://www.thymeleaf.org", "")
                .replace("https://htmx.org", "");
        assertThat(text).doesNotContain("http:", "https:", "//");
    }
}
