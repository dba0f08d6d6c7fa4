package org.rechnungseingang.service.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.InvoiceService;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(InvoiceService.class);

    @Test
    void knowOnlyWhatStandsLeftOfThem() {
        MODULES.verify();
    }

    @Test
    void findsTheModulesOfTheWay() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .contains("tenant", "journal", "people", "work", "archive", "intake", "validation", "register");
    }

    /** {@code -Dpictures.write=true} writes the picture anew instead. */
    @Test
    void areInTheReadmeAsTheCodeHasThem() throws IOException {
        Path readme = Path.of(System.getProperty("basedir", ".")).resolve("../README.md");
        Readme text = new Readme(Files.readString(readme));
        String picture = ModulePicture.of(MODULES);

        if (Boolean.getBoolean("pictures.write")) {
            Files.writeString(readme, text.with(picture).text());
            return;
        }
        assertThat(text.picture())
                .as("README.md; to write it anew: mvn -pl invoice-service -am test -Dtest=ModulesTests"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -DargLine=-Dpictures.write=true")
                .isEqualTo(picture);
    }
}
