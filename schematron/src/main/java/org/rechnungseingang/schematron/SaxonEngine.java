package org.rechnungseingang.schematron;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.transform.Source;
import net.sf.saxon.lib.ResourceRequest;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.trans.XPathException;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.document.BinaryStub;
import org.rechnungseingang.document.Document;

/**
 * Saxon with a configuration of its own that reaches nothing outside: no documents but official code lists, no texts, no
 * collections, no Java.
 * It starts when the first document needs it, and so do stylesheets, which are shared. Thread-safe.
 */
final class SaxonEngine {

    private static final String PLACE = "/org/rechnungseingang/schematron/place.xsl";
    private static final String OFFICIAL = SealedSaxon.ROOT + "official";

    private final Set<String> documents;
    private @Nullable Processor processor;
    private final Map<String, Rules> rules = new ConcurrentHashMap<>();
    private final Map<String, XdmNode> read = new ConcurrentHashMap<>();

    /** @param documents the exact names of what rules may read beside the invoice: official code lists */
    SaxonEngine(Set<String> documents) {
        this.documents = documents;
    }

    private synchronized Processor processor() {
        Processor known = processor;
        if (known == null) {
            known = new Processor(SealedSaxon.configuration(this::beside));
            processor = known;
        }
        return known;
    }

    Rules rules(String name) {
        return rules.computeIfAbsent(name, this::compile);
    }

    /** An engine for a town's own rules that evaluates them on the trees of this one, and reads no code list either. */
    LocalEngine besides() {
        return new LocalEngine(processor().getUnderlyingConfiguration());
    }

    /** The tree of an invoice that is known to be well-formed, without names that may not enter one. */
    XdmNode tree(Document document, Names names) {
        return SealedSaxon.tree(
                processor().newDocumentBuilder(),
                document,
                target -> new BinaryStub(new Unindented(new NameGuard(target, names))));
    }

    private Rules compile(String name) {
        try {
            XsltCompiler compiler = processor().newXsltCompiler();
            compiler.setErrorReporter(fault -> {});
            compiler.setResourceResolver(request -> official(request, name));
            return new Stylesheet(
                    compiler.compile(tree(RuleFiles.documentAt(PLACE), PLACE).asSource()));
        } catch (SaxonApiException e) {
            throw new IllegalStateException(name, e);
        }
    }

    /** The one thing that {@code place.xsl} imports. */
    private Source official(ResourceRequest request, String name) throws XPathException {
        if (!OFFICIAL.equals(request.uri)) {
            return refuse(request);
        }
        return tree(RuleFiles.document(name), name).asSource();
    }

    private XdmNode tree(Document document, String location) {
        return SealedSaxon.tree(processor(), document, location);
    }

    /** A code list that official rules read; its tree is shared by all documents. */
    private Source beside(ResourceRequest request) throws XPathException {
        String name = SealedSaxon.ROOT.relativize(URI.create(request.uri)).toString();
        if (!documents.contains(name)) {
            return refuse(request);
        }
        return read.computeIfAbsent(name, wanted -> tree(RuleFiles.document(wanted), wanted))
                .asSource();
    }

    private static Source refuse(ResourceRequest request) throws XPathException {
        throw new XPathException("nothing is read from outside: " + request.uri);
    }
}
