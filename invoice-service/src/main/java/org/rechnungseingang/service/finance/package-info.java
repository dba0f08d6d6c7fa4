/** Pay it: the hand-over to the finance system, and what that tells back. */
@ApplicationModule(allowedDependencies = {"tenant", "journal", "people", "work", "archive", "intake", "approval"})
@NullMarked
package org.rechnungseingang.service.finance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
