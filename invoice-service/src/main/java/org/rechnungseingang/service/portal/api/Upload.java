package org.rechnungseingang.service.portal.api;

import java.util.Optional;

/**
 * One file of a request.
 *
 * @param name as the sender gave it
 * @param bytes its content; never empty
 */
record Upload(Optional<String> name, byte[] bytes) {}
