package org.rechnungseingang.schematron;

import net.sf.saxon.s9api.XdmNode;

/** One evaluable set of official rules; today a stylesheet, any other engine tomorrow. Thread-safe. */
interface Rules {

    /** Evaluates all rules on the tree; never throws for what the tree contains but for the deadline. */
    Evaluation evaluate(XdmNode tree, Deadline deadline);
}
