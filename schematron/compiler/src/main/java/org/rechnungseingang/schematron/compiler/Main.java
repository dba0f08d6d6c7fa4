package org.rechnungseingang.schematron.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a class for each stylesheet of official rules: {@code OUTPUT PLACE RULES...}, where PLACE is the stylesheet that
 * goes around each of them, RULES are folders in the folder of all rules, and the first of them is that folder.
 */
public final class Main {

    private static final String PACKAGE = "org/rechnungseingang/schematron/rules";

    private final NameTable names = new NameTable();
    private final List<String> cases = new ArrayList<>();
    private final Path output;
    private final Path around;
    private final Path rules;

    private Main(Path output, Path around, Path rules) {
        this.output = output.resolve(PACKAGE);
        this.around = around;
        this.rules = rules;
    }

    public static void main(String... args) throws IOException {
        Main main = new Main(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        Files.createDirectories(main.output);
        for (int i = 3; i < args.length; i++) {
            main.folder(args[i]);
        }
        main.finish();
    }

    private void folder(String folder) throws IOException {
        List<Path> stylesheets;
        try (Stream<Path> files = Files.walk(rules.resolve(folder))) {
            stylesheets = files.filter(file -> file.toString().endsWith(".xslt"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
        for (Path stylesheet : stylesheets) {
            translate(stylesheet);
        }
    }

    private void translate(Path stylesheet) throws IOException {
        String name = rules.relativize(stylesheet).toString().replace('\\', '/');
        String type = name.substring(0, name.lastIndexOf('.')).replaceAll("[^A-Za-z0-9]", "_");
        type = Character.toUpperCase(type.charAt(0)) + type.substring(1);
        write(type, RulesWriter.java(type, name, Schema.read(around, stylesheet), names, new CodeLists(stylesheet)));
        cases.add("            case " + Literals.text(name) + " -> Optional.of(new " + type + "(tree, report));\n");
    }

    private void finish() throws IOException {
        write("Names", """
                package org.rechnungseingang.schematron.rules;

                import org.rechnungseingang.schematron.translated.NameCodes;

                /** The names that the rules speak of. */
                @SuppressWarnings("all")
                final class Names {

                %s
                    static final NameCodes CODES = NameCodes.of(NAMES);

                    private Names() {}
                }
                """.formatted(names.java()));
        write("OfficialRules", """
                package org.rechnungseingang.schematron.rules;

                import java.util.Optional;
                import org.rechnungseingang.schematron.translated.NameCodes;
                import org.rechnungseingang.schematron.translated.Report;
                import org.rechnungseingang.schematron.translated.TranslatedRules;
                import org.rechnungseingang.schematron.translated.Tree;

                /** The official rules that were translated when the project was built. */
                @SuppressWarnings("all")
                public final class OfficialRules {

                    private OfficialRules() {}

                    /** The names that trees are to know. */
                    public static NameCodes names() {
                        return Names.CODES;
                    }

                    /** The rules of that stylesheet; empty if they were not translated. */
                    public static Optional<TranslatedRules> of(String stylesheet, Tree tree, Report report) {
                        return switch (stylesheet) {
                %s            default -> Optional.empty();
                        };
                    }
                }
                """.formatted(String.join("", cases)));
        write("package-info", """
                /** The official rules as Java, translated from the published stylesheets when the project is built. */
                @NullMarked
                package org.rechnungseingang.schematron.rules;

                import org.jspecify.annotations.NullMarked;
                """);
    }

    private void write(String type, String source) throws IOException {
        Files.writeString(output.resolve(type + ".java"), source);
    }
}
