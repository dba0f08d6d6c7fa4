/** A mail server in a process of its own for the demo and the tests, and suppliers who send it their invoices. */
@NullMarked
package org.rechnungseingang.samples.mail;

import org.jspecify.annotations.NullMarked;
