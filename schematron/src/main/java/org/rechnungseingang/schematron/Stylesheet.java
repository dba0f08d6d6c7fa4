package org.rechnungseingang.schematron;

import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;

/** Official rules as the compiled stylesheet they are published as, its report taken as events. */
final class Stylesheet implements Rules {

    private final XsltExecutable executable;

    Stylesheet(XsltExecutable executable) {
        this.executable = executable;
    }

    @Override
    public Evaluation evaluate(XdmNode tree, Deadline deadline) {
        ReportDestination report = new ReportDestination(deadline);
        try {
            XsltTransformer transformer = executable.load();
            transformer.setErrorReporter(fault -> {});
            transformer.setInitialContextNode(tree);
            transformer.setDestination(report);
            transformer.transform();
            return report.evaluation();
        } catch (SaxonApiException e) {
            deadline.check();
            return report.brokenDown(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            // What is thrown inside the engine by a rule on such a document is a rule that broke down, not an end of
            // ours.
            deadline.check();
            return report.brokenDown(e.getClass().getSimpleName());
        }
    }
}
