/** Made-up certificates, what is read from invoices, and two access points that talk to each other. */
@NullMarked
package org.rechnungseingang.samples.peppol;

import org.jspecify.annotations.NullMarked;
