/** The service as a whole with two towns, for the proofs that need one. */
package org.rechnungseingang.service.town;
