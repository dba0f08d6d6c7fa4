package org.rechnungseingang.service.portal.api;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;

/**
 * One problem before it is put into words.
 *
 * @param code which
 * @param headers what the answer's headers must say of it
 * @param limit the bound in bytes that was crossed
 */
record Fault(ProblemCode code, HttpHeaders headers, OptionalLong limit) {

    static Fault of(ProblemCode code) {
        return new Fault(code, new HttpHeaders(), OptionalLong.empty());
    }

    static Fault tooLarge(long limit) {
        return new Fault(ProblemCode.TOO_LARGE, new HttpHeaders(), OptionalLong.of(limit));
    }

    static Fault retry(ProblemCode code, Duration after) {
        return of(code).with(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds()));
    }

    Fault with(String header, String value) {
        HttpHeaders more = new HttpHeaders(headers);
        more.set(header, value);
        return new Fault(code, more, limit);
    }

    Problem in(Locale locale) {
        return new Problem(
                code.type(),
                code.title().in(locale),
                code.status().value(),
                code.detail().in(locale),
                code.wireName(),
                limit,
                List.of());
    }
}
