package org.rechnungseingang.service.peppol;

import org.rechnungseingang.service.intake.Receipt;

/** A message was taken; told in the transaction that takes it. */
public record MessageTaken(Receipt receipt) {}
