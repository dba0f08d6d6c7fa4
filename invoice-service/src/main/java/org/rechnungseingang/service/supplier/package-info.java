/** Who sends, whom do we pay? The payees and the bank details that their invoices have named. */
@ApplicationModule(allowedDependencies = {"tenant", "journal", "validation"})
@NullMarked
package org.rechnungseingang.service.supplier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
