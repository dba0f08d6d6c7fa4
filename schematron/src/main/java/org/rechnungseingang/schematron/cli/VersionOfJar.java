package org.rechnungseingang.schematron.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class VersionOfJar implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            Optional.ofNullable(VersionOfJar.class.getPackage().getImplementationVersion())
                    .orElse("not packaged")
        };
    }
}
