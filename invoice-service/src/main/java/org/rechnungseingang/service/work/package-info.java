/** When? The stages' jobs, their retries, and the dead letters that a person can send again. */
@ApplicationModule(allowedDependencies = {"tenant", "journal"})
@NullMarked
package org.rechnungseingang.service.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
