package org.rechnungseingang.schematron.compiler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.xerces.xs.XSConstants;
import org.apache.xerces.xs.XSElementDeclaration;
import org.apache.xerces.xs.XSModel;
import org.apache.xerces.xs.XSNamedMap;

/**
 * Writes a class for each stylesheet of official rules and a grammar beside each schema:
 * {@code OUTPUT PLACE RULES SOURCE...}, where PLACE is the stylesheet that goes around each other, RULES is the folder of
 * all rules, and a SOURCE is a folder of stylesheets or a schema in it.
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
            if (args[i].endsWith(".xsd")) {
                main.schema(args[i]);
            } else {
                main.folder(args[i]);
            }
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

    private void schema(String name) throws IOException {
        Path schema = rules.resolve(name);
        XSModel model = new XmlSchemas(rules).read(schema);
        Files.writeString(rules.resolve(name + ".grammar"), GrammarWriter.lines(model, root(model, schema), names));
    }

    /** The only element that stands in the schema's own namespace. */
    private static XSElementDeclaration root(XSModel model, Path schema) throws IOException {
        XSNamedMap roots =
                model.getComponentsByNamespace(XSConstants.ELEMENT_DECLARATION, XmlSchemas.namespace(schema));
        if (roots.getLength() != 1) {
            throw new IllegalStateException("not one root: " + schema);
        }
        return (XSElementDeclaration) roots.item(0);
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

                /** The names that rules and schemas speak of. */
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
