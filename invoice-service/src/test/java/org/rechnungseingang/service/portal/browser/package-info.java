/** The screens as people use them: in a browser, by keyboard, without scripts, in the dark and on a small display. */
package org.rechnungseingang.service.portal.browser;
