/** What happened? Entries of every case, each linked to the one before it by hashes. */
@ApplicationModule(allowedDependencies = "tenant")
@NullMarked
package org.rechnungseingang.service.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
