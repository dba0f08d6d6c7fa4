package org.rechnungseingang.service.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every fault under the interface's addresses as a problem. It goes by the address and not by the controller, as
 * an advice would: many faults come before a controller is chosen, from the login, the container or an unknown address.
 */
@Component
class Problems implements HandlerExceptionResolver, WebMvcConfigurer {

    private final Faults faults;
    private final JsonMapper json;

    Problems(Faults faults, JsonMapper json) {
        this.faults = faults;
        this.json = json;
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(0, this);
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        if (!Paths.covers(request)) {
            return null;
        }
        Fault fault = faults.of(thrown);
        // Else the sender has hung up, or has half of another answer already.
        if (!response.isCommitted()) {
            write(fault, request, response);
        }
        return new ModelAndView();
    }

    /** Answers a bare status, as the container would give it, with the problem that it stands for. */
    void answer(HttpStatusCode status, HttpServletRequest request, HttpServletResponse response) {
        write(faults.of(status), request, response);
    }

    private void write(Fault fault, HttpServletRequest request, HttpServletResponse response) {
        Locale locale = Language.of(request);
        response.resetBuffer();
        response.setStatus(fault.code().status().value());
        fault.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            response.getOutputStream().write(json.writeValueAsBytes(fault.in(locale)));
        } catch (IOException e) {
            throw new UncheckedIOException("The sender did not wait for the answer", e);
        }
    }
}
