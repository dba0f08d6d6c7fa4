package org.rechnungseingang.service.portal.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rechnungseingang.service.portal.LargeUploads;
import org.rechnungseingang.service.portal.Limits;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * Reads the files of a request, within the limits. Of a file at most one byte more than the limit is read, whatever the
 * headers announce. What is large lies on disk until it is there as a whole and its turn has come, so that only one file of
 * a request at a time is in memory, and only so many of all requests.
 */
@Component
class Uploads {

    /** So much of a body may be in memory while it still arrives, of each line that there is, in bytes. */
    private static final int IN_MEMORY = 1 << 18;

    private static final Duration BUSY_PAUSE = Duration.ofSeconds(5);

    private final int limit;
    private final LargeUploads large;

    Uploads(Limits limits, LargeUploads large) {
        this.limit = limits.invoiceBytes();
        this.large = large;
    }

    /** Whether the request is made for several files. */
    boolean severalIn(HttpServletRequest request) {
        String type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/form-data")) {
            return true;
        }
        if (type.startsWith("multipart/") || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw Refusal.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
        return false;
    }

    /** Works on the request's body as one file. */
    <T> T whole(HttpServletRequest request, Function<Upload, T> work) {
        long announced = request.getContentLengthLong();
        refuseBeyondLimit(announced);
        refuseInVain(announced);
        byte[] head = read(request, IN_MEMORY + 1);
        if (head.length <= IN_MEMORY) {
            return work.apply(new Upload(name(request), complete(head, announced)));
        }
        try (LongBody body = LongBody.read(head, input(request), Math.max(limit, IN_MEMORY) + 1)) {
            refuseBeyondLimit(body.length());
            return bounded(
                    body.length(), () -> work.apply(new Upload(name(request), complete(body.bytes(), announced))));
        }
    }

    /** Works on the request's parts; they are gone afterwards. */
    <T> T parts(HttpServletRequest request, Function<List<Part>, T> work) {
        refuseInVain(request.getContentLengthLong());
        List<Part> parts = parts(request);
        long largest = parts.stream().mapToLong(Part::getSize).max().orElse(0);
        return bounded(largest, () -> work.apply(parts));
    }

    /** One of the parts. */
    Upload read(Part part) {
        refuseBeyondLimit(part.getSize());
        try (InputStream content = part.getInputStream()) {
            return new Upload(name(part), complete(content.readAllBytes(), part.getSize()));
        } catch (IOException e) {
            throw new IllegalStateException("A part that was on disk cannot be read", e);
        }
    }

    /** The part's name, as the sender gave it. */
    static Optional<String> name(Part part) {
        return Optional.ofNullable(part.getSubmittedFileName()).filter(name -> !name.isBlank());
    }

    private static byte[] read(HttpServletRequest request, int atMost) {
        try {
            return request.getInputStream().readNBytes(atMost);
        } catch (IOException e) {
            // The sender has hung up or sends rubbish.
            throw Refusal.of(ProblemCode.BAD_REQUEST);
        }
    }

    private static InputStream input(HttpServletRequest request) {
        try {
            return request.getInputStream();
        } catch (IOException e) {
            throw Refusal.of(ProblemCode.BAD_REQUEST);
        }
    }

    private void refuseBeyondLimit(long size) {
        if (size > limit) {
            throw new Refusal(Fault.tooLarge(limit));
        }
    }

    // Half an invoice must never be taken for a whole one.
    private byte[] complete(byte[] bytes, long announced) {
        refuseBeyondLimit(bytes.length);
        if (announced >= 0 && bytes.length != announced) {
            throw Refusal.of(ProblemCode.BAD_REQUEST);
        }
        if (bytes.length == 0) {
            throw Refusal.of(ProblemCode.EMPTY_BODY);
        }
        return bytes;
    }

    // Who would be told to come again anyhow need not send all of it first.
    private void refuseInVain(long announced) {
        if (announced > LargeUploads.SMALL && large.areAllHeld()) {
            throw busy();
        }
    }

    private <T> T bounded(long size, Supplier<T> work) {
        return large.within(size, Duration.ZERO, work).orElseThrow(Uploads::busy);
    }

    private static Refusal busy() {
        return new Refusal(Fault.retry(ProblemCode.TOO_MANY_REQUESTS, BUSY_PAUSE));
    }

    private static List<Part> parts(HttpServletRequest request) {
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (multipart == null) {
            throw Refusal.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        }
        try {
            // Spring parses and tells what is wrong; the parts themselves keep the order in which they were sent.
            multipart.getMultiFileMap();
            return List.copyOf(multipart.getParts());
        } catch (IOException | ServletException e) {
            throw new MultipartException("Parts cannot be read", e);
        }
    }

    private static Optional<String> name(HttpServletRequest request) {
        try {
            return Optional.ofNullable(request.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                    .map(ContentDisposition::parse)
                    .map(ContentDisposition::getFilename);
        } catch (IllegalArgumentException e) {
            // Only people read it: an odd name is no reason to refuse an invoice.
            return Optional.empty();
        }
    }
}
