package org.rechnungseingang.schematron;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import net.sf.saxon.Configuration;
import net.sf.saxon.lib.EnvironmentVariableResolver;
import net.sf.saxon.lib.Feature;
import net.sf.saxon.lib.ResourceResolver;
import net.sf.saxon.s9api.BuildingContentHandler;
import net.sf.saxon.s9api.DocumentBuilder;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.trans.XPathException;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Forwarding;
import org.rechnungseingang.document.Parsing;
import org.xml.sax.ContentHandler;
import org.xml.sax.helpers.DefaultHandler;

/** Saxon that reaches nothing outside by its configuration, whatever a stylesheet asks for. */
final class SealedSaxon {

    /** Of everything that stylesheets may name; no protocol that a machine knows. */
    static final URI ROOT = URI.create("rules:/");

    private static final String DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private static final EnvironmentVariableResolver NO_ENVIRONMENT = new EnvironmentVariableResolver() {
        @Override
        public Set<String> getAvailableEnvironmentVariables() {
            return Set.of();
        }

        @Override
        public @Nullable String getEnvironmentVariable(String name) {
            return null;
        }
    };

    private SealedSaxon() {}

    /** A configuration that reads no documents but those that the resolver gives it. */
    static Configuration configuration(ResourceResolver documents) {
        Configuration configuration = new Configuration();
        configuration.setConfigurationProperty(Feature.ALLOW_EXTERNAL_FUNCTIONS, false);
        configuration.setConfigurationProperty(Feature.DISABLE_XSL_EVALUATE, true);
        configuration.setConfigurationProperty(Feature.ALLOWED_PROTOCOLS, "");
        configuration.setConfigurationProperty(Feature.ENVIRONMENT_VARIABLE_RESOLVER, NO_ENVIRONMENT);
        configuration.setConfigurationProperty(
                Feature.XML_PARSER_FEATURE.name + URLEncoder.encode(DOCTYPE, StandardCharsets.UTF_8), true);
        configuration.setResourceResolver(documents);
        configuration.setUnparsedTextURIResolver((uri, encoding, within) -> {
            throw new XPathException("no text is read from outside: " + uri);
        });
        configuration.setCollectionFinder((context, uri) -> {
            throw new XPathException("no collection is read from outside: " + uri);
        });
        return configuration;
    }

    /** The tree of a document that is known to be well-formed. */
    static XdmNode tree(Processor processor, Document document, String location) {
        return tree(processor, document, location, Forwarding::new);
    }

    /** The same by way of a handler that stands before the tree, and with the lines that it says. */
    static XdmNode tree(
            Processor processor, Document document, String location, Function<ContentHandler, DefaultHandler> before) {
        DocumentBuilder trees = processor.newDocumentBuilder();
        trees.setLineNumbering(true);
        // Without a location of its own the engine takes one module for the other.
        trees.setBaseURI(ROOT.resolve(location));
        return tree(trees, document, before);
    }

    /** The same, as that builder makes trees. */
    static XdmNode tree(DocumentBuilder trees, Document document, Function<ContentHandler, DefaultHandler> before) {
        try {
            BuildingContentHandler builder = trees.newBuildingContentHandler();
            Parsing parsing = document.parse(before.apply(builder));
            if (!(parsing instanceof Parsing.WellFormed)) {
                throw new IllegalStateException(parsing.toString());
            }
            return builder.getDocumentNode();
        } catch (SaxonApiException e) {
            throw new IllegalStateException(e);
        }
    }
}
