package org.rechnungseingang.service.demo;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rechnungseingang.service.peppol.As4Messages;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.tenant.Tenants;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sends samples over Peppol to the town; what has come is not sent again. */
@Component
@Profile("demo")
class SupplierMessages {

    private final DemoProperties properties;
    private final Partners partners;
    private final Tenants tenants;
    private final CurrentTenant tenant;
    private final As4Messages messages;

    SupplierMessages(
            DemoProperties properties, Partners partners, Tenants tenants, CurrentTenant tenant, As4Messages messages) {
        this.properties = properties;
        this.partners = partners;
        this.tenants = tenants;
        this.tenant = tenant;
        this.messages = messages;
    }

    /** Sends what has not come yet, and tells how much that was. */
    int send(URI service, Path folder) {
        List<Path> missing = missing(folder);
        missing.forEach(file -> partners.peppol().send(service.resolve("/as4"), file, id(file)));
        return missing.size();
    }

    private List<Path> missing(Path folder) {
        return tenant.within(
                tenants.ofKey(properties.town()).orElseThrow().id(),
                () -> Samples.OF_PEPPOL.stream()
                        .sorted()
                        .map(folder::resolve)
                        .filter(Files::isRegularFile)
                        .filter(file -> !messages.hasCome(id(file)))
                        .toList());
    }

    private static String id(Path file) {
        return file.getFileName() + "@samples.example";
    }
}
