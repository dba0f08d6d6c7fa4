package org.rechnungseingang.service.way;

/** With the sample mail server. */
@WholeWayTest
class WholeWayIT extends WholeWayContract {}
