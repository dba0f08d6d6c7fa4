/** Screens and REST interface: one package a group of people, one for programs, and the frame that all pages share. */
@ApplicationModule(
        allowedDependencies = {
            "tenant",
            "journal",
            "people",
            "work",
            "archive",
            "intake",
            "mail",
            "peppol",
            "peppol::outbound",
            "validation",
            "routing",
            "approval",
            "approval::clocks",
            "finance",
            "notice",
            "register"
        })
@NullMarked
package org.rechnungseingang.service.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
