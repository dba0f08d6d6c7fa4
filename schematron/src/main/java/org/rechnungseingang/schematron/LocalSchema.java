package org.rechnungseingang.schematron;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XmlProcessingError;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** One file of a town's own rules on its way to a stylesheet, and what is wrong with it. */
final class LocalSchema {

    private final String name;
    private final LocalEngine engine;
    private final SchematronGuard guard;
    private final List<LocalRulesRefused.Fault> faults = new ArrayList<>();

    LocalSchema(String name, LocalEngine engine) {
        this.name = name;
        this.engine = engine;
        this.guard = new SchematronGuard(name);
    }

    List<LocalRulesRefused.Fault> faults() {
        return faults;
    }

    /** The stylesheet; empty if there are faults. */
    Optional<String> stylesheet(byte[] bytes) {
        Document document = Document.of(bytes, RuleFiles.TRUSTED);
        Parsing parsing = document.parse(guard);
        if (parsing instanceof Parsing.NotWellFormed fault) {
            fault(fault.line(), "Kein wohlgeformtes XML: " + fault.text(), "not well-formed XML: " + fault.text());
        } else if (parsing instanceof Parsing.Refused refused) {
            fault(lineOfDoctype(bytes), refused.text(), refused.english());
        }
        faults.addAll(guard.faults());
        return faults.isEmpty() ? transpiled(document) : Optional.empty();
    }

    /** What is refused and has a line is a document type; everything else concerns the whole file. */
    private static int lineOfDoctype(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = text.indexOf("<!DOCTYPE");
        return at < 0
                ? 0
                : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private Optional<String> transpiled(Document document) {
        try {
            String stylesheet = engine.transpile(document);
            look(stylesheet);
            engine.compile(stylesheet, guard.expressions(), this::compilerFault);
            return faults.isEmpty() ? Optional.of(stylesheet) : Optional.empty();
        } catch (SaxonApiException e) {
            if (faults.isEmpty()) {
                notCompiled(1, String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        }
    }

    /** Parameters of abstract patterns are put into expressions only now. */
    private void look(String stylesheet) {
        SchematronGuard whole = new SchematronGuard(name);
        Document.of(stylesheet.getBytes(StandardCharsets.UTF_8), RuleFiles.TRUSTED)
                .parse(new DefaultHandler() {
                    @Override
                    public void startElement(String uri, String local, String qName, Attributes attributes) {
                        for (int i = 0; i < attributes.getLength(); i++) {
                            whole.expression(attributes.getValue(i));
                        }
                    }
                });
        whole.faults().forEach(fault -> fault(1, fault.text(), fault.english()));
    }

    private void compilerFault(XmlProcessingError error) {
        if (!error.isWarning()) {
            notCompiled(Math.max(1, error.getLocation().getLineNumber()), String.valueOf(error.getMessage()));
        }
    }

    private void notCompiled(int line, String reason) {
        String text = reason.strip().replaceAll("\\s+", " ");
        fault(line, "Lässt sich nicht übersetzen: " + text, "does not compile: " + text);
    }

    private void fault(int line, String german, String english) {
        faults.add(new LocalRulesRefused.Fault(name, line, german, english));
    }
}
