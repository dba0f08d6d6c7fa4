package org.rechnungseingang.schematron.compiler;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.transform.stream.StreamSource;
import net.sf.saxon.PreparedStylesheet;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.instruct.TemplateRule;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.trans.Mode;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.trans.rules.Rule;

/**
 * A Schematron schema as it is published: a stylesheet that the ISO implementation made, with a mode for each pattern and a
 * template for each rule.
 *
 * @param patterns the rules of each pattern, in the order in which they are tried
 */
record Schema(List<List<Context>> patterns) {

    /** A rule: what it is about, and what it says. */
    record Context(net.sf.saxon.pattern.Pattern match, Expression body) {}

    private static final Pattern MODE = Pattern.compile("M[0-9]+");
    private static final String OFFICIAL = "rules:/official";

    /**
     * Reads a stylesheet.
     *
     * @param around what imports it and puts right what it does badly
     */
    static Schema read(Path around, Path official) {
        Processor processor = new Processor(false);
        processor.setConfigurationProperty(Feature.OPTIMIZATION_LEVEL, "0");
        XsltCompiler compiler = processor.newXsltCompiler();
        compiler.setErrorReporter(fault -> {});
        compiler.setResourceResolver(request -> {
            if (!OFFICIAL.equals(request.uri)) {
                throw new XPathException("nothing else is read: " + request.uri);
            }
            return new StreamSource(official.toFile());
        });
        try {
            var compiled = compiler.compile(new StreamSource(around.toFile())).getUnderlyingCompiledStylesheet();
            return new Schema(patterns(compiled));
        } catch (SaxonApiException | XPathException e) {
            throw new IllegalStateException(official.toString(), e);
        }
    }

    private static List<List<Context>> patterns(PreparedStylesheet stylesheet) throws XPathException {
        Map<Integer, List<Context>> patterns = new LinkedHashMap<>();
        List<Mode> modes = new ArrayList<>();
        stylesheet.getRuleManager().getAllNamedModes().forEach(modes::add);
        modes.removeIf(mode -> !MODE.matcher(mode.getModeName().getLocalPart()).matches());
        modes.sort(Comparator.comparing(Schema::number));
        for (Mode mode : modes) {
            List<Rule> rules = new ArrayList<>();
            mode.getActivePart().processRules(rules::add);
            // Without those for nodes that no rule is about.
            rules.removeIf(rule -> rule.getPriority() < 0);
            rules.sort(Comparator.comparing(Rule::getPriority).reversed());
            patterns.put(number(mode), contexts(rules));
        }
        return List.copyOf(patterns.values());
    }

    private static int number(Mode mode) {
        return Integer.parseInt(mode.getModeName().getLocalPart().substring(1));
    }

    /** A template that is for several names is there once for each. */
    private static List<Context> contexts(List<Rule> rules) {
        Map<TemplateRule, Context> contexts = new LinkedHashMap<>();
        for (Rule rule : rules) {
            TemplateRule template = (TemplateRule) rule.getAction();
            contexts.computeIfAbsent(template, any -> new Context(template.getMatchPattern(), template.getBody()));
        }
        return List.copyOf(contexts.values());
    }
}
