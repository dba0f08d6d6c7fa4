/** Whose is it? Routing ids, offices, rules, the triage desk, and business duplicates. */
@ApplicationModule(
        allowedDependencies = {"tenant", "journal", "people", "work", "archive", "intake", "peppol", "validation"})
@NullMarked
package org.rechnungseingang.service.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
