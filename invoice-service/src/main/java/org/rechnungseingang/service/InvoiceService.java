package org.rechnungseingang.service;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The service: takes invoices in, checks them and leads them to whoever decides. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class InvoiceService {

    public static void main(String[] arguments) {
        SpringApplication.run(InvoiceService.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
