/** May it be paid? Powers, certifications, payment orders, and what is said instead of them. */
@ApplicationModule(allowedDependencies = {"tenant", "journal", "people", "archive", "intake", "validation", "routing"})
@NullMarked
package org.rechnungseingang.service.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
