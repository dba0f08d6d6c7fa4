package org.rechnungseingang.service.portal.supplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rechnungseingang.service.intake.Receipt;
import org.rechnungseingang.service.intake.ReceiptNumber;
import org.rechnungseingang.service.intake.ReceiveInvoice;
import org.rechnungseingang.service.journal.CaseId;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.people.Role;
import org.rechnungseingang.service.portal.FieldErrors;
import org.rechnungseingang.service.portal.LargeUploads;
import org.rechnungseingang.service.portal.Limits;
import org.rechnungseingang.service.tenant.TenantId;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

class UploadTests {

    private static final Instant ARRIVED = Instant.parse("2026-11-23T09:15:30Z");
    private static final Limits LIMITS = new Limits(DataSize.ofMegabytes(2), 1, 1);
    private static final Person SUPPLIER = new Person(
            new TenantId(UUID.randomUUID()),
            Optional.of(UUID.randomUUID()),
            "Frank Sauer",
            Set.of(Role.SUPPLIER),
            Optional.empty());

    private final ReceiveInvoice receive = mock(ReceiveInvoice.class);
    private final LargeUploads permits = new LargeUploads(LIMITS);
    private final RedirectAttributesModelMap redirect = new RedirectAttributesModelMap();

    @Test
    void takesAPermitForALargeFileAndGivesItBack() {
        when(receive.receive(any())).thenAnswer(kept -> {
            assertThat(permits.areAllHeld()).isTrue();
            return receipt();
        });

        assertThat(page(permits).take(SUPPLIER, ARRIVED, List.of(file(LargeUploads.SMALL + 1)), redirect))
                .startsWith("redirect:/upload?receipt=");
        assertThat(permits.areAllHeld()).isFalse();
    }

    @Test
    void takesNoPermitForSmallFiles() {
        when(receive.receive(any())).thenAnswer(kept -> {
            assertThat(permits.areAllHeld()).isFalse();
            return receipt();
        });

        assertThat(page(permits).take(SUPPLIER, ARRIVED, List.of(file(LargeUploads.SMALL), file(1)), redirect))
                .startsWith("redirect:/upload?receipt=");
    }

    @Test
    void asksToComeAgainWhenAllPermitsAreHeld() {
        LargeUploads held = mock(LargeUploads.class);
        when(held.within(anyLong(), any(), any())).thenReturn(Optional.empty());

        assertThat(page(held).take(SUPPLIER, ARRIVED, List.of(file(LargeUploads.SMALL + 1)), redirect))
                .isEqualTo("redirect:/upload");
        verifyNoInteractions(receive);
        assertThat(redirect.getFlashAttributes().get("refused"))
                .isEqualTo(new Upload.Refusals(FieldErrors.NONE.and("files", "upload.error.busy"), List.of()));
    }

    @Test
    void notesForEachFileWhenTheRequestArrived() {
        Receipt receipt = receipt();
        when(receive.receive(argThat(envelope -> envelope.receivedAt().equals(ARRIVED))))
                .thenReturn(receipt);

        assertThat(page(permits).take(SUPPLIER, ARRIVED, List.of(file(1), file(2)), redirect))
                .startsWith("redirect:/upload?receipt=");
    }

    private Upload page(LargeUploads large) {
        UploadLimits limits = new UploadLimits(LIMITS, new MultipartProperties());
        return new Upload(receive, mock(UploadResults.class), limits, large);
    }

    private static Receipt receipt() {
        return new Receipt(
                new CaseId(UUID.randomUUID()),
                ReceiptNumber.of("BIG-2026-0017000-93").orElseThrow(),
                false);
    }

    private static MultipartFile file(int size) {
        return new MockMultipartFile("files", "rechnung.xml", "application/xml", new byte[size]);
    }
}
