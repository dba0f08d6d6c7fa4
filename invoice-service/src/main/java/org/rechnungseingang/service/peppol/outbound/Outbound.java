package org.rechnungseingang.service.peppol.outbound;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.rechnungseingang.service.archive.Originals;
import org.rechnungseingang.service.intake.InvoiceCases;
import org.rechnungseingang.service.peppol.As4Messages;
import org.rechnungseingang.service.peppol.TrustFor;
import org.rechnungseingang.service.peppol.as4.OpenReply;
import org.rechnungseingang.service.peppol.as4.OwnKeys;
import org.rechnungseingang.service.peppol.as4.SealMessage;
import org.rechnungseingang.service.peppol.as4.TrustedCertificates;
import org.rechnungseingang.service.peppol.http.Http;
import org.rechnungseingang.service.peppol.outbound.OutboundProperties.NetworkLookup;
import org.rechnungseingang.service.peppol.smp.DnsPublishers;
import org.rechnungseingang.service.peppol.smp.FixedPublisher;
import org.rechnungseingang.service.peppol.smp.FoundAddresses;
import org.rechnungseingang.service.peppol.smp.Lookup;
import org.rechnungseingang.service.peppol.smp.Publishers;
import org.rechnungseingang.service.peppol.smp.SmpLookup;
import org.rechnungseingang.service.tenant.CurrentTenant;
import org.rechnungseingang.service.validation.Verdicts;
import org.rechnungseingang.service.work.Jobs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The sending side of the access point, where the configuration says whom it can reach. */
@Configuration(proxyBeanMethods = false)
@Conditional(Sends.class)
class Outbound {

    @Bean
    Lookup lookup(OutboundProperties properties, TrustFor trust, TrustedCertificates accessPoints, Clock clock) {
        return new FixedEndpoints(
                KnownEndpoints.of(properties.endpoints()),
                accessPoints,
                properties
                        .network()
                        .map(network -> lookup(network, properties.connectTimeout(), trust, accessPoints, clock)));
    }

    private static Lookup lookup(
            NetworkLookup network, Duration connect, TrustFor trust, TrustedCertificates accessPoints, Clock clock) {
        FoundAddresses addresses = new FoundAddresses(network.privateAddresses());
        return new SmpLookup(
                publishers(network, addresses),
                OutboundProperties.read("lookup.authorities", () -> trust.issuedBy(Path.of(network.authorities()))),
                accessPoints,
                addresses,
                clock,
                new Http(connect, network.patience()));
    }

    private static Publishers publishers(NetworkLookup network, FoundAddresses addresses) {
        return network.publisher()
                .<Publishers>map(
                        publisher -> OutboundProperties.read("lookup.publisher", () -> new FixedPublisher(publisher)))
                .orElseGet(() ->
                        new DnsPublishers(network.zone(), network.server().orElse(""), network.patience(), addresses));
    }

    @Bean
    DeliverMessage deliverMessage(
            OutboundProperties properties,
            Lookup lookup,
            OwnKeys keys,
            TrustedCertificates trusted,
            OutboundMessages messages,
            Originals originals,
            SettleDelivery settle,
            MeterRegistry meters,
            Clock clock) {
        return new DeliverMessage(
                messages,
                originals,
                lookup,
                new Breakers(properties.pause()),
                new SealMessage(keys),
                new Wire(new Http(properties.connectTimeout(), properties.patience())),
                new OpenReply(trusted),
                settle,
                self(keys),
                meters,
                clock);
    }

    @Bean
    TellSender tellSender(
            OutboundProperties properties,
            OwnKeys keys,
            As4Messages received,
            OutboundMessages outbound,
            Verdicts verdicts,
            InvoiceCases cases,
            Originals originals,
            Jobs jobs,
            ApplicationEventPublisher events,
            CurrentTenant tenant,
            Clock clock) {
        return new TellSender(
                received,
                outbound,
                verdicts,
                cases,
                originals,
                jobs,
                events,
                tenant,
                clock,
                self(keys),
                properties.country());
    }

    private static String self(OwnKeys keys) {
        return Provider.ofAccessPoint(keys.party())
                .orElseThrow(() -> new IllegalStateException("The access point's certificate is of " + keys.party()
                        + ", which is no name of Peppol's like POP000100: it cannot send"));
    }
}
