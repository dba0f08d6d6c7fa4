package org.rechnungseingang.service.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Runtime.Version;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which known faults of its XML parser a JDK has. Every invoice goes through that parser. */
record JdkFaults(Map<String, List<Version>> mendedIn) {

    private static final String TABLE = "/operation/jdk-xml-faults.properties";

    /** The table that comes with this version of the service. */
    static JdkFaults known() {
        Properties table = new Properties();
        try (InputStream in = JdkFaults.class.getResourceAsStream(TABLE)) {
            table.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JdkFaults(table.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        fault -> fault, fault -> versions(table.getProperty(fault)), (a, b) -> a, TreeMap::new)));
    }

    /** The faults of that JDK, by their CVE ids in order. */
    List<String> of(Version jdk) {
        return mendedIn.entrySet().stream()
                .filter(fault -> !mended(jdk, fault.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean mended(Version jdk, List<Version> mendedIn) {
        return mendedIn.stream()
                .filter(mended -> mended.feature() == jdk.feature())
                .findFirst()
                .map(mended -> jdk.compareToIgnoreOptional(mended) >= 0)
                .orElseGet(() -> mendedIn.stream().allMatch(mended -> mended.feature() < jdk.feature()));
    }

    private static List<Version> versions(String text) {
        return Arrays.stream(text.split(" ")).map(Version::parse).toList();
    }
}
