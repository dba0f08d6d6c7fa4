/** What does it run on, and how is it doing? The start-up message, health, metrics and the form of the log. */
@ApplicationModule(allowedDependencies = {"database", "tenant", "work", "intake", "validation"})
@NullMarked
package org.rechnungseingang.service.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
