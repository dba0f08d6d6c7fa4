package org.rechnungseingang.service.peppol.smp;

import java.time.Instant;
import java.util.List;
import org.rechnungseingang.service.peppol.as4.BusinessDocument.Identifier;
import org.rechnungseingang.service.peppol.as4.Nodes;
import org.w3c.dom.Element;

/** What a publisher says about a participant and a document type. */
record ServiceInformation(Identifier participant, Identifier documentType, List<Process> processes) {

    static ServiceInformation of(Element information) {
        Element list = Elements.required(information, Names.SMP, "ProcessList");
        return new ServiceInformation(
                Elements.identifier(information, "ParticipantIdentifier"),
                Elements.identifier(information, "DocumentIdentifier"),
                Nodes.children(list, Names.SMP, "Process").stream()
                        .map(Process::of)
                        .toList());
    }

    /** The one endpoint for the question that is served now. */
    ServiceEndpoint endpoint(Question question, Instant now) {
        LookupFailed.unless(
                question.isAbout(participant),
                "The publisher's answer is about another participant: " + Question.named(participant));
        LookupFailed.unless(
                question.documentType().equals(documentType),
                "The publisher's answer is about another document type: " + Question.named(documentType));
        List<ServiceEndpoint> served = serving(question.process(), now);
        LookupFailed.unless(
                served.size() == 1,
                "The participant receives at several access points at once in this process: " + served);
        return served.get(0);
    }

    private List<ServiceEndpoint> serving(Identifier asked, Instant now) {
        List<Process> suiting = processes.stream()
                .filter(process -> process.identifier().equals(asked))
                .toList();
        LookupFailed.unless(
                !suiting.isEmpty(), "The participant does not receive in this process: " + Question.named(asked));
        List<ServiceEndpoint> overAs4 =
                suiting.stream().flatMap(process -> process.overAs4().stream()).toList();
        LookupFailed.unless(
                !overAs4.isEmpty(), "The participant does not receive over AS4 (" + Names.AS4 + ") in this process");
        return served(overAs4, now);
    }

    private static List<ServiceEndpoint> served(List<ServiceEndpoint> endpoints, Instant now) {
        List<ServiceEndpoint> served = endpoints.stream()
                .filter(endpoint -> endpoint.period().holds(now))
                .toList();
        if (served.isEmpty()) {
            boolean begins =
                    endpoints.stream().anyMatch(endpoint -> endpoint.period().isAhead(now));
            throw new LookupFailed(
                    "The participant " + (begins ? "does not receive yet: " : "no longer receives: ") + endpoints,
                    !begins);
        }
        return served;
    }

    /**
     * A process.
     *
     * @param endpoints read only when the process is asked for: what is wrong in another one harms nobody
     */
    record Process(Identifier identifier, List<Element> endpoints) {

        static Process of(Element process) {
            Element list = Elements.required(process, Names.SMP, "ServiceEndpointList");
            return new Process(
                    Elements.identifier(process, "ProcessIdentifier"), Nodes.children(list, Names.SMP, "Endpoint"));
        }

        List<ServiceEndpoint> overAs4() {
            return endpoints.stream()
                    .filter(endpoint ->
                            endpoint.getAttributeNS(null, "transportProfile").equals(Names.AS4))
                    .map(ServiceEndpoint::of)
                    .toList();
        }
    }
}
