/** The network of Peppol: an access point that takes messages in, keeps each as it came, and hands in the invoice it carries. */
@ApplicationModule(allowedDependencies = {"tenant", "journal", "work", "archive", "intake"})
@NullMarked
package org.rechnungseingang.service.peppol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
