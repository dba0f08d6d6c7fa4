/** How does it come in? The one way in for all channels, the cases and their receipt numbers. */
@ApplicationModule(allowedDependencies = {"tenant", "journal", "work", "archive"})
@NullMarked
package org.rechnungseingang.service.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
