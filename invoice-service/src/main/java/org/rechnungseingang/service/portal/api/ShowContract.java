package org.rechnungseingang.service.portal.api;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the contract itself; everybody may read it. */
@RestController
class ShowContract {

    private static final Resource CONTRACT = new ClassPathResource("openapi/v1.yaml");

    @GetMapping(Paths.CONTRACT)
    ResponseEntity<Resource> contract() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_YAML).body(CONTRACT);
    }
}
