/** Proofs of what the database itself keeps apart, and how fast it finds. */
package org.rechnungseingang.service.data;
