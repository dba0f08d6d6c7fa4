package org.rechnungseingang.service.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;

/**
 * A problem as RFC 9457 writes it. Nothing in it was received: its texts are ours alone.
 *
 * @param type names the kind of problem
 * @param title the kind in words
 * @param status the HTTP status
 * @param detail what to do about it
 * @param code the stable code
 * @param limit the bound in bytes that was crossed
 * @param results where several files were sent and none was taken: what became of each
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        URI type, String title, int status, String detail, String code, OptionalLong limit, List<FileResult> results) {

    Problem with(List<FileResult> each) {
        return new Problem(type, title, status, detail, code, limit, each);
    }
}
