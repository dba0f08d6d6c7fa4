/** Screens: one package a group of people, and the frame that all pages share. */
@NullMarked
package org.rechnungseingang.service.portal;

import org.jspecify.annotations.NullMarked;
