/** What a supplier sees: handing in invoices and what came of them. */
@NullMarked
package org.rechnungseingang.service.portal.supplier;

import org.jspecify.annotations.NullMarked;
