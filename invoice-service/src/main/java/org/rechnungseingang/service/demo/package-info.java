/** The demo town's own parts: they tell where to look and hand in the samples as a supplier's program would. */
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package org.rechnungseingang.service.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
