package org.rechnungseingang.service.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;

/** Starts the partner programs before there is any other bean, and ends them after all of them. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class PartnersFirst {

    @Bean
    static Partners partners(ConfigurableEnvironment environment) {
        return Partners.start(environment);
    }
}
