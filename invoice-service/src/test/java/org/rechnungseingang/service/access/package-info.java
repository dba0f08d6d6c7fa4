/** Proof of who may do what: every role at every endpoint with everybody's objects. */
package org.rechnungseingang.service.access;
