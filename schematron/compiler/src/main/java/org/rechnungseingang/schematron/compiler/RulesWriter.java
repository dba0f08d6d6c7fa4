package org.rechnungseingang.schematron.compiler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.saxon.pattern.Pattern;

/** Writes the class that evaluates the rules of one schema. */
final class RulesWriter {

    private final ClassCode code = new ClassCode();
    private final Translator translator;
    private final Patterns patterns;
    private final Statements statements;

    private RulesWriter(NameTable names, CodeLists codeLists) {
        this.translator = new Translator(code, names, codeLists);
        this.patterns = new Patterns(translator);
        this.statements = new Statements(translator);
    }

    /** The source of a class of that name. */
    static String java(String name, String origin, Schema schema, NameTable names, CodeLists codeLists) {
        RulesWriter writer = new RulesWriter(names, codeLists);
        StringBuilder evaluate = new StringBuilder();
        for (int i = 0; i < schema.patterns().size(); i++) {
            evaluate.append(writer.pattern(i + 1, schema.patterns().get(i)));
        }
        return """
                package org.rechnungseingang.schematron.rules;

                import java.math.BigDecimal;
                import java.time.LocalDate;
                import java.util.ArrayList;
                import java.util.List;
                import java.util.Set;
                import org.jspecify.annotations.Nullable;
                import org.rechnungseingang.schematron.translated.Axes;
                import org.rechnungseingang.schematron.translated.Casts;
                import org.rechnungseingang.schematron.translated.CodeList;
                import org.rechnungseingang.schematron.translated.Comparisons;
                import org.rechnungseingang.schematron.translated.Forbidden;
                import org.rechnungseingang.schematron.translated.Operator;
                import org.rechnungseingang.schematron.translated.Nodes;
                import org.rechnungseingang.schematron.translated.Numbers;
                import org.rechnungseingang.schematron.translated.Regex;
                import org.rechnungseingang.schematron.translated.Report;
                import org.rechnungseingang.schematron.translated.Texts;
                import org.rechnungseingang.schematron.translated.TranslatedRules;
                import org.rechnungseingang.schematron.translated.Tree;

                /** Translated from %s. */
                @SuppressWarnings("all")
                final class %s extends TranslatedRules {

                    %2$s(Tree tree, Report report) {
                        super(tree, report);
                    }

                    @Override
                    public void evaluate() {
                %s    }

                %s}
                """.formatted(origin, name, evaluate, writer.code);
    }

    /** Writes a pattern; answers the statement that evaluates it on all nodes in document order. */
    private String pattern(int number, List<Schema.Context> contexts) {
        Cases cases = new Cases();
        for (Schema.Context context : contexts) {
            Patterns.parts(context.match()).forEach(part -> patterns.name(part).ifPresent(cases::known));
        }
        for (Schema.Context context : contexts) {
            String rule = statements.rule(context);
            Map<Optional<String>, List<Pattern>> parts = new LinkedHashMap<>();
            for (Pattern part : Patterns.parts(context.match())) {
                parts.computeIfAbsent(patterns.name(part), any -> new ArrayList<>())
                        .add(part);
            }
            parts.forEach((name, some) -> cases.add(name, test(some, rule)));
        }
        String name = "pattern_" + number;
        code.member(cases.methods(name));
        boolean attributes = contexts.stream().anyMatch(context -> Patterns.isForAttributes(context.match()));
        return attributes ? "        eachWithAttributes(this::" + name + ");\n" : cases.loop(name);
    }

    private String test(List<Pattern> parts, String rule) {
        code.about("context");
        Scope scope = Scope.node();
        String matches = code.call("boolean", scope, out -> {
            String condition = parts.stream()
                    .map(part -> patterns.matches(part, scope))
                    .reduce((some, more) -> some + " || " + more)
                    .orElseThrow();
            out.line("return " + condition + ";");
        });
        return "        if (" + matches + ") {\n            " + rule + ";\n            return;\n        }\n";
    }
}
