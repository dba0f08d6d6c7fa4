/** Proofs with the service in processes of its own, killed at the worst moments. */
package org.rechnungseingang.service.nodes;
