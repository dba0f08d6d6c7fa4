package org.rechnungseingang.service.portal.api;

import java.util.List;

/** What became of each file of a request, in the order in which they were sent. */
record ReceiptsAnswer(List<FileResult> results) {}
