/** Is it correct? The check of a document, its verdict and findings, and what they suggest to do. */
@ApplicationModule(allowedDependencies = {"tenant", "journal", "work", "archive", "intake"})
@NullMarked
package org.rechnungseingang.service.validation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
