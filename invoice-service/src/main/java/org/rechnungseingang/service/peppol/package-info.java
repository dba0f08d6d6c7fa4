/** The network of Peppol: an access point that takes messages in, keeps each as it came, and tells what becomes of the invoice in it. */
@ApplicationModule(allowedDependencies = {"tenant", "journal", "work", "archive", "intake", "validation"})
@NullMarked
package org.rechnungseingang.service.peppol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
