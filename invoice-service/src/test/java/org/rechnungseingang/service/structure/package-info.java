/** Proofs that the code is laid out as the architecture decisions say. */
package org.rechnungseingang.service.structure;
