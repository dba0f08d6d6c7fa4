package org.rechnungseingang.service;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service: takes invoices in, checks them and leads them to whoever decides. */
@SpringBootApplication
public class InvoiceService {

    public static void main(String[] arguments) {
        SpringApplication.run(InvoiceService.class, arguments);
    }
}
