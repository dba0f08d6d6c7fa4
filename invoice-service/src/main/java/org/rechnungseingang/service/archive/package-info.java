/** Where are the bytes? The originals, by their SHA-256, as they were received. */
@ApplicationModule(allowedDependencies = {"tenant", "journal"})
@NullMarked
package org.rechnungseingang.service.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
