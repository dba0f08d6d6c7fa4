package org.rechnungseingang.service.portal;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who runs this installation, for the pages that the law asks for: {@code rechnungseingang.operator}. What is not given is
 * not made up; the pages then say that it is missing.
 *
 * @param imprint name, address and contact, line by line
 * @param dataProtection whom to ask about personal data, line by line
 * @param accessibility whom to tell about barriers, line by line
 * @param enforcement the enforcement body for accessibility, line by line
 */
@ConfigurationProperties("rechnungseingang.operator")
record Operator(
        @DefaultValue List<String> imprint,
        @DefaultValue List<String> dataProtection,
        @DefaultValue List<String> accessibility,
        @DefaultValue List<String> enforcement) {}
