/** The protocol: messages of the Peppol AS4 profile 2.0.3 opened, verified and answered, and written and sealed, without a database. */
@NullMarked
package org.rechnungseingang.service.peppol.as4;

import org.jspecify.annotations.NullMarked;
