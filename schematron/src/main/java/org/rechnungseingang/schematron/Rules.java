package org.rechnungseingang.schematron;

import net.sf.saxon.s9api.XdmNode;

/** Rules that are evaluated on a tree of Saxon. Thread-safe. */
interface Rules {

    /**
     * Evaluates all rules on the tree. A rule that fails on what the tree contains is told by the evaluation.
     *
     * @throws Deadline.Exceeded if it took too long
     * @throws RuntimeException if the engine itself breaks down
     */
    Evaluation evaluate(XdmNode tree, Deadline deadline);
}
