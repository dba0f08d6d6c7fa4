package org.rechnungseingang.schematron;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sf.saxon.lib.NamespaceConstant;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;
import net.sf.saxon.trans.UncheckedXPathException;

/** Official rules as the compiled stylesheet they are published as, its report taken as events. */
final class Stylesheet implements Rules {

    /** The dynamic errors of XPath and XSLT, without those of reading further documents, which rules must not do. */
    private static final Pattern OF_A_RULE = Pattern.compile("FO(?!DC|UT)|XPDY|XPTY|XTDE|XTTE|XTMM");

    private final XsltExecutable executable;
    private final boolean watched;

    Stylesheet(XsltExecutable executable) {
        this(executable, false);
    }

    private Stylesheet(XsltExecutable executable, boolean watched) {
        this.executable = executable;
        this.watched = watched;
    }

    /** Rules of others than the official authors, compiled with tracing: each instruction looks at the clock. */
    static Stylesheet watched(XsltExecutable executable) {
        return new Stylesheet(executable, true);
    }

    @Override
    public Evaluation evaluate(XdmNode tree, Deadline deadline) {
        ReportDestination report = new ReportDestination(deadline);
        List<String> said = new ArrayList<>();
        try {
            XsltTransformer transformer = executable.load();
            transformer.setErrorReporter(fault -> {});
            transformer.setMessageHandler(
                    message -> said.add(message.getContent().getStringValue()));
            transformer.setResultDocumentHandler(uri -> {
                throw new IllegalStateException("a rule must not write: " + uri);
            });
            if (watched) {
                transformer.setTraceListener(new DeadlineWatch(deadline));
            }
            transformer.setInitialContextNode(tree);
            transformer.setDestination(report);
            transformer.transform();
            return report.evaluation();
        } catch (SaxonApiException e) {
            return ended(e, report, said, deadline);
        } catch (UncheckedXPathException e) {
            return ended(new SaxonApiException(e.getXPathException()), report, said, deadline);
        }
    }

    private static Evaluation ended(
            SaxonApiException fault, ReportDestination report, List<String> said, Deadline deadline) {
        deadline.check();
        if (isOfSchxslt(fault) && !said.isEmpty()) {
            return report.brokenDown(String.join(" ", said));
        }
        if (report.isFull() || isOfARule(fault)) {
            return report.brokenDown(String.valueOf(fault.getMessage()));
        }
        throw new IllegalStateException("the engine broke down", fault);
    }

    /** Rules that SchXslt compiled tell of a dynamic error in a message of their own. */
    private static boolean isOfSchxslt(SaxonApiException fault) {
        return Optional.ofNullable(fault.getErrorCode())
                .filter(code -> LocalEngine.SCHXSLT.equals(code.getNamespaceURI()))
                .isPresent();
    }

    /** Whether a rule failed on what the document says, rather than the engine on whatever it was. */
    private static boolean isOfARule(SaxonApiException fault) {
        return Optional.ofNullable(fault.getErrorCode())
                .filter(code -> NamespaceConstant.ERR.equals(code.getNamespaceURI()))
                .filter(code -> OF_A_RULE.matcher(code.getLocalName()).lookingAt())
                .isPresent();
    }
}
