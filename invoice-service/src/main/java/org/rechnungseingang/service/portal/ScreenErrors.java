package org.rechnungseingang.service.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What goes wrong on a screen is answered by an error page and not, as for programs, by problem+json. */
@ControllerAdvice(annotations = Screen.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ScreenErrors {

    @ExceptionHandler
    void answer(ErrorResponseException e, HttpServletResponse response) throws IOException {
        response.sendError(e.getStatusCode().value());
    }

    @ExceptionHandler({ServletRequestBindingException.class, TypeMismatchException.class})
    void refuse(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }
}
