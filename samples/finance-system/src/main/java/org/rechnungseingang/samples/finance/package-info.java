/** A finance system in a process of its own for the demo and the tests: takes payment orders, posts and pays them, and says so. */
@NullMarked
package org.rechnungseingang.samples.finance;

import org.jspecify.annotations.NullMarked;
