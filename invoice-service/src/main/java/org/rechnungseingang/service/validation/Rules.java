package org.rechnungseingang.service.validation;

import org.rechnungseingang.schematron.Validator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one validator of a node; rules are compiled once and shared. */
@Configuration(proxyBeanMethods = false)
class Rules {

    @Bean
    Validator validator() {
        return Validator.official();
    }
}
