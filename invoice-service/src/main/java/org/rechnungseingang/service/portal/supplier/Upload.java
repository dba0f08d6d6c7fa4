package org.rechnungseingang.service.portal.supplier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rechnungseingang.service.intake.Channel;
import org.rechnungseingang.service.intake.Envelope;
import org.rechnungseingang.service.intake.ReceiveInvoice;
import org.rechnungseingang.service.people.CurrentPerson;
import org.rechnungseingang.service.people.Person;
import org.rechnungseingang.service.portal.FieldErrors;
import org.rechnungseingang.service.portal.LargeUploads;
import org.rechnungseingang.service.portal.Phrase;
import org.rechnungseingang.service.portal.Screen;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Handing in invoices by hand. What was kept is named in the address, so that the page can be loaded again. */
@Screen
class Upload {

    private static final int MOST_FILES = 20;
    // The files are here already: better a short wait than to have somebody choose and send them again.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String REFUSED = "refused";

    private final ReceiveInvoice receive;
    private final UploadResults results;
    private final UploadLimits limits;
    private final LargeUploads large;

    Upload(ReceiveInvoice receive, UploadResults results, UploadLimits limits, LargeUploads large) {
        this.receive = receive;
        this.results = results;
        this.limits = limits;
        this.large = large;
    }

    @GetMapping("/upload")
    String show(
            @CurrentPerson Person person,
            @RequestParam(defaultValue = "") List<String> receipt,
            @RequestParam Optional<String> large,
            @ModelAttribute(name = REFUSED, binding = false) Refusals refused,
            Model model) {
        List<UploadPage.Result> shown = new ArrayList<>(refused.results());
        shown.addAll(results.of(receipt.stream().limit(MOST_FILES).toList(), person));
        FieldErrors errors = large.map(tooLarge -> FieldErrors.NONE.and("files", "upload.error.large"))
                .orElse(refused.errors());
        boolean checking = shown.stream().anyMatch(UploadPage.Result::checking);
        model.addAttribute("upload", new UploadPage(limits.phrase(MOST_FILES), errors, shown, checking, self(receipt)));
        return "upload";
    }

    @ModelAttribute(REFUSED)
    Refusals none() {
        return Refusals.NONE;
    }

    @PostMapping("/upload")
    String take(
            @CurrentPerson Person person,
            @RequestAttribute(UploadArrival.AT) Instant at,
            @RequestParam(defaultValue = "") List<MultipartFile> files,
            RedirectAttributes redirect) {
        List<MultipartFile> chosen = files.stream()
                .filter(file -> !file.isEmpty() || name(file).isPresent())
                .toList();
        if (chosen.isEmpty() || chosen.size() > MOST_FILES) {
            return refuse(chosen.isEmpty() ? "upload.error.none" : "upload.error.many", redirect);
        }
        long largest = chosen.stream().mapToLong(MultipartFile::getSize).max().orElse(0);
        return large.within(largest, PATIENCE, () -> keep(chosen, at, person, redirect))
                .orElseGet(() -> refuse("upload.error.busy", redirect));
    }

    private static String refuse(String key, RedirectAttributes redirect) {
        redirect.addFlashAttribute(REFUSED, new Refusals(FieldErrors.NONE.and("files", key), List.of()));
        return "redirect:/upload";
    }

    private String keep(List<MultipartFile> files, Instant at, Person person, RedirectAttributes redirect) {
        List<UploadPage.Result> refused = new ArrayList<>();
        List<String> receipts = new ArrayList<>();
        for (MultipartFile file : files) {
            refusal(file).ifPresentOrElse(refused::add, () -> receipts.add(keep(file, at, person)));
        }
        redirect.addFlashAttribute(REFUSED, new Refusals(FieldErrors.NONE, refused));
        return "redirect:" + self(receipts);
    }

    private String keep(MultipartFile file, Instant at, Person person) {
        Envelope envelope = new Envelope(Channel.UPLOAD, at, person.actor(), name(file), bytes(file));
        return receive.receive(envelope).receiptNumber().text();
    }

    private Optional<UploadPage.Result> refusal(MultipartFile file) {
        if (file.isEmpty()) {
            return Optional.of(UploadPage.Result.refused(name(file), Phrase.of("upload.empty")));
        }
        return limits.allows(file.getSize())
                ? Optional.empty()
                : Optional.of(UploadPage.Result.refused(name(file), limits.tooLarge()));
    }

    private static Optional<String> name(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename()).filter(name -> !name.isBlank());
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String self(List<String> receipts) {
        return UriComponentsBuilder.fromPath("/upload")
                .queryParam("receipt", receipts)
                .build()
                .encode()
                .toUriString();
    }

    /**
     * What was not kept, carried over one redirect.
     *
     * @param errors what is wrong with the form
     * @param results the files that were refused, and why
     */
    record Refusals(FieldErrors errors, List<UploadPage.Result> results) {

        static final Refusals NONE = new Refusals(FieldErrors.NONE, List.of());
    }
}
