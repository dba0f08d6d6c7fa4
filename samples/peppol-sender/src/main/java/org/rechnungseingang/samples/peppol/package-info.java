/** A Peppol access point in a process of its own for the demo and the tests: it sends invoices to the service, and receives. */
@NullMarked
package org.rechnungseingang.samples.peppol;

import org.jspecify.annotations.NullMarked;
