package org.rechnungseingang.service.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.rechnungseingang.service.InvoiceService;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The service's own main class plus stop points. A line on standard input names the point at which the next thread that
 * comes by stops, {@link #GO_ON} lets that thread go on; the end of standard input ends the node, so that none outlives the test that started it.
 */
final class StoppingNode {

    static final String GO_ON = "GO_ON";

    private StoppingNode() {}

    public static void main(String[] arguments) throws IOException {
        ConfigurableApplicationContext service = new SpringApplication(
                        InvoiceService.class, Stops.class, StopsOnTheWay.class, StopsOfMessages.class, Approver.class)
                .run(arguments);
        Stops.Armed armed = service.getBean(Stops.Armed.class);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            if (order.equals(GO_ON)) {
                armed.goOn();
            } else {
                armed.at(order.strip());
            }
        }
        System.exit(SpringApplication.exit(service));
    }
}
