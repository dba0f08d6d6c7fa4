package org.rechnungseingang.service.portal.api;

import jakarta.servlet.ServletException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rechnungseingang.service.tenant.DatabaseAway;
import org.rechnungseingang.service.validation.CheckingFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Tells which problem an exception is to the sender; what is ours to mend is logged. */
@Component
class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(10);
    private static final Duration CHECK_PAUSE = Duration.ofSeconds(60);

    // The first that fits counts.
    private final Map<Class<? extends Throwable>, Function<Throwable, Fault>> kinds = new LinkedHashMap<>();

    Faults(MultipartProperties multipart) {
        long request = multipart.getMaxRequestSize().toBytes();
        kinds.put(Refusal.class, e -> ((Refusal) e).fault());
        kinds.put(AuthenticationException.class, e -> unauthorized());
        kinds.put(AccessDeniedException.class, e -> Fault.of(ProblemCode.FORBIDDEN));
        kinds.put(MaxUploadSizeExceededException.class, e -> Fault.tooLarge(request));
        kinds.put(MultipartException.class, e -> Fault.of(ProblemCode.BAD_REQUEST));
        kinds.put(CheckingFailed.class, Faults::checkFailed);
    }

    Fault of(Throwable thrown) {
        if (thrown instanceof ServletException wrapped && wrapped.getRootCause() instanceof Exception cause) {
            return of(cause);
        }
        return known(thrown)
                .or(() -> ofDatabase(thrown))
                .or(() -> ofSpring(thrown))
                .orElseGet(() -> internal(thrown));
    }

    /** What a bare status means, for answers that the container would give without an exception. */
    Fault of(HttpStatusCode status) {
        for (ProblemCode code : ProblemCode.values()) {
            if (code.status().equals(status)) {
                return code == ProblemCode.UNAUTHORIZED ? unauthorized() : Fault.of(code);
            }
        }
        return Fault.of(status.is4xxClientError() ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL);
    }

    private Optional<Fault> known(Throwable thrown) {
        return kinds.entrySet().stream()
                .filter(kind -> kind.getKey().isInstance(thrown))
                .map(kind -> kind.getValue().apply(thrown))
                .findFirst();
    }

    // Where a commit was under way, the repetition finds out whether it arrived, and gets the same receipt number.
    private static Optional<Fault> ofDatabase(Throwable thrown) {
        return DatabaseAway.isToldBy(thrown) ? Optional.of(unavailable(thrown)) : Optional.empty();
    }

    // Spring's own: no such address, no such method … Their texts may hold what was received; only status and Allow are
    // used.
    private Optional<Fault> ofSpring(Throwable thrown) {
        if (!(thrown instanceof ErrorResponse response)
                || response.getStatusCode().is5xxServerError()) {
            return Optional.empty();
        }
        Fault fault = of(response.getStatusCode());
        String allow = response.getHeaders().getFirst(HttpHeaders.ALLOW);
        return Optional.of(allow == null ? fault : fault.with(HttpHeaders.ALLOW, allow));
    }

    private static Fault unauthorized() {
        return Fault.of(ProblemCode.UNAUTHORIZED)
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"rechnungseingang\"");
    }

    private static Fault unavailable(Throwable thrown) {
        LOG.warn("The database did not answer: {}", thrown.toString());
        return Fault.retry(ProblemCode.UNAVAILABLE, DATABASE_PAUSE);
    }

    private static Fault checkFailed(Throwable thrown) {
        LOG.warn("A check that somebody waited for has failed", thrown);
        return Fault.retry(ProblemCode.CHECK_FAILED, CHECK_PAUSE);
    }

    private static Fault internal(Throwable thrown) {
        LOG.error("A request to the REST interface failed", thrown);
        return Fault.of(ProblemCode.INTERNAL);
    }
}
