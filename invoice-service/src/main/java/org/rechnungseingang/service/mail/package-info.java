/** The network of mailboxes: fetches mails, keeps each as it came, and hands in the invoices that it carries. */
@ApplicationModule(allowedDependencies = {"tenant", "journal", "work", "archive", "intake"})
@NullMarked
package org.rechnungseingang.service.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
