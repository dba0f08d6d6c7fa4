package org.rechnungseingang.schematron;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.Source;
import net.sf.saxon.Configuration;
import net.sf.saxon.lib.ErrorReporter;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.Serializer;
import net.sf.saxon.s9api.XdmAtomicValue;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltTransformer;
import net.sf.saxon.trans.XPathException;
import org.rechnungseingang.document.Document;

/** Turns Schematron into a stylesheet by SchXslt and compiles that, on a Saxon that reads nothing but the two of them. */
final class LocalEngine {

    private static final String TRANSPILER = "schxslt2/transpile.xsl";
    private static final String PLACE = "/org/rechnungseingang/schematron/local.xsl";
    private static final String LOCAL = "local";
    /** The namespace in which SchXslt names its options and errors. */
    static final String SCHXSLT = "http://dmaus.name/ns/2023/schxslt";

    private static final String PLACE_FUNCTION = "Q{urn:rechnungseingang:place}of";

    private final Processor processor;

    /** An engine of its own, whose rules can be evaluated on no other engine's trees. */
    LocalEngine() {
        this(SealedSaxon.configuration(LocalEngine::refuse));
    }

    /** An engine whose rules can be evaluated on the trees of that configuration. */
    LocalEngine(Configuration trees) {
        Configuration configuration = SealedSaxon.configuration(LocalEngine::refuse);
        configuration.setNamePool(trees.getNamePool());
        configuration.setDocumentNumberAllocator(trees.getDocumentNumberAllocator());
        processor = new Processor(configuration);
    }

    /** The stylesheet of a schema, which must have passed {@link SchematronGuard}. */
    String transpile(Document schematron) throws SaxonApiException {
        StringWriter stylesheet = new StringWriter();
        List<String> messages = new ArrayList<>();
        XsltTransformer transformer = transpiler();
        transformer.setErrorReporter(fault -> {});
        transformer.setMessageHandler(
                message -> messages.add(message.getContent().getStringValue()));
        transformer.setInitialContextNode(SealedSaxon.tree(processor, schematron, LOCAL));
        Serializer serializer = processor.newSerializer(stylesheet);
        serializer.setOutputProperty(Serializer.Property.INDENT, "no");
        transformer.setDestination(serializer);
        try {
            transformer.transform();
        } catch (SaxonApiException e) {
            throw messages.isEmpty() ? e : new SaxonApiException(String.join(" ", messages), e);
        }
        return stylesheet.toString();
    }

    private XsltTransformer transpiler() throws SaxonApiException {
        XsltCompiler compiler = processor.newXsltCompiler();
        compiler.setErrorReporter(fault -> {});
        compiler.setParameter(schxslt("location-function"), new XdmAtomicValue(PLACE_FUNCTION));
        compiler.setParameter(schxslt("report-active-pattern"), new XdmAtomicValue(false));
        compiler.setParameter(schxslt("report-suppressed-rule"), new XdmAtomicValue(false));
        Document transpiler = RuleFiles.document(TRANSPILER);
        return compiler.compile(
                        SealedSaxon.tree(processor, transpiler, TRANSPILER).asSource())
                .load();
    }

    private static QName schxslt(String name) {
        return new QName(SCHXSLT, name);
    }

    /** The rules of such a stylesheet. */
    Rules compile(String stylesheet) throws SaxonApiException {
        return compile(stylesheet, List.of(), fault -> {});
    }

    /** The same; what is wrong with it goes to the reporter first, with the lines of the schema. */
    Rules compile(String stylesheet, List<SchematronGuard.Expression> source, ErrorReporter faults)
            throws SaxonApiException {
        XsltCompiler compiler = processor.newXsltCompiler();
        compiler.setErrorReporter(faults);
        compiler.setCompileWithTracing(true);
        compiler.setResourceResolver(request -> rules(request, stylesheet, source));
        return Stylesheet.watched(compiler.compile(
                SealedSaxon.tree(processor, RuleFiles.documentAt(PLACE), PLACE).asSource()));
    }

    /** The one thing that {@code local.xsl} imports. */
    private Source rules(ResourceRequest request, String stylesheet, List<SchematronGuard.Expression> source)
            throws XPathException {
        if (!SealedSaxon.ROOT.resolve(LOCAL).toString().equals(request.uri)) {
            return refuse(request);
        }
        Document document = Document.of(stylesheet.getBytes(StandardCharsets.UTF_8), RuleFiles.TRUSTED);
        return SealedSaxon.tree(processor, document, LOCAL, target -> new SourceLines(target, source, request.uri))
                .asSource();
    }

    private static Source refuse(ResourceRequest request) throws XPathException {
        throw new XPathException("nothing is read from outside: " + request.uri);
    }
}
