package org.rechnungseingang.schematron;

import java.util.Map;
import net.sf.saxon.expr.XPathContext;
import net.sf.saxon.lib.TraceListener;
import net.sf.saxon.trace.Traceable;

/** Leaves a stylesheet at the deadline, also one that calls itself for ever, if it was compiled with tracing. */
final class DeadlineWatch implements TraceListener {

    private final Deadline deadline;

    DeadlineWatch(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public void enter(Traceable instruction, Map<String, Object> properties, XPathContext context) {
        deadline.check();
    }
}
