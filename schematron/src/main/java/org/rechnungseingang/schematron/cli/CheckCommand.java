package org.rechnungseingang.schematron.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.schematron.LocalRules;
import org.rechnungseingang.schematron.LocalRulesRefused;
import org.rechnungseingang.schematron.Outcome;
import org.rechnungseingang.schematron.Shadow;
import org.rechnungseingang.schematron.Validator;
import org.rechnungseingang.schematron.Verdict;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check FILE…}: one verdict a file. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = VersionOfJar.class,
        description = "Prüft E-Rechnungen nach den amtlichen Regeln. / Checks e-invoices by the official rules.",
        exitCodeListHeading = "%nExit:%n",
        exitCodeList = {
            "0:all files accepted",
            "1:some not accepted",
            "2:wrong usage or unreadable file",
            "3:some could not be checked, through no fault of theirs"
        },
        exitCodeOnExecutionException = CheckCommand.FAILED)
final class CheckCommand implements Callable<Integer> {

    private static final int ACCEPTED = 0;
    private static final int NOT_ACCEPTED = 1;
    private static final int UNREADABLE = 2;
    static final int FAILED = 3;

    /** More than any document may have, so that the validator says which bound it breaks. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final InputStream standardInput;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--format", paramLabel = "text|json", description = "text (default) or json, one line a file")
    private Format format = Format.TEXT;

    @Option(names = "--lang", paramLabel = "de|en", description = "language of the messages, de (default) or en")
    private Language lang = Language.DE;

    @Option(
            names = "--rules",
            paramLabel = "NAME",
            description = "check by this rule set, whatever the file says it is")
    private Optional<String> rules = Optional.empty();

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "check by the rules of that day; default: today")
    private Optional<LocalDate> date = Optional.empty();

    @Option(
            names = "--local-rules",
            paramLabel = "DIR",
            description = "evaluate the Schematron files (*.sch) of this folder too; they never change the outcome")
    private Optional<Path> localRules = Optional.empty();

    @Option(names = "--shadow", description = "say what the next version of the rules will find")
    private boolean shadow;

    @Parameters(paramLabel = "FILE", description = "XML or PDF files; - for standard input")
    private List<String> files = new ArrayList<>();

    CheckCommand(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() {
        CommandSpec command = Optional.ofNullable(spec).orElseThrow();
        if (files.isEmpty()) {
            throw new ParameterException(command.commandLine(), "Keine Datei genannt. / No file was named.");
        }
        try (PdfExtraction extraction = PdfExtraction.create()) {
            return check(
                    new Check(validator(command.commandLine()), extraction, date.orElseGet(LocalDate::now), rules),
                    command.commandLine());
        }
    }

    private Validator validator(CommandLine commandLine) {
        try {
            Validator official = Validator.official();
            return localRules.map(LocalRules::in).map(official::with).orElse(official);
        } catch (LocalRulesRefused e) {
            throw new ParameterException(commandLine, String.valueOf(e.getMessage()), e);
        }
    }

    private int check(Check check, CommandLine commandLine) {
        if (!check.knowsRules()) {
            throw new ParameterException(commandLine, "Unbekanntes Regelwerk / unknown rule set: " + rules.orElse(""));
        }
        PrintWriter out = commandLine.getOut();
        Report report = format == Format.JSON ? new JsonReport(out) : new TextReport(out, lang, Ansi.AUTO);
        return files.stream()
                .mapToInt(file -> check(file, check, report, commandLine.getErr()))
                .max()
                .orElse(ACCEPTED);
    }

    private int check(String file, Check check, Report report, PrintWriter err) {
        try {
            byte[] bytes = read(file);
            Verdict verdict = check.check(bytes);
            Optional<Shadow> next = shadow ? check.shadow(bytes, verdict) : Optional.empty();
            next.ifPresentOrElse(found -> report.add(file, verdict, found), () -> report.add(file, verdict));
            return code(verdict.outcome());
        } catch (IOException | InvalidPathException e) {
            err.println(
                    file + ": nicht lesbar / cannot be read: " + e.getClass().getSimpleName());
            return UNREADABLE;
        }
    }

    private static int code(Outcome outcome) {
        return switch (outcome) {
            case ACCEPT -> ACCEPTED;
            case ERROR -> FAILED;
            case REJECT, SCHEMA_INVALID, NOT_WELLFORMED, NO_RULE_SET, REFUSED -> NOT_ACCEPTED;
        };
    }

    private byte[] read(String file) throws IOException {
        try (InputStream stream = file.equals("-") ? standardInput : Files.newInputStream(Path.of(file))) {
            return stream.readNBytes(MOST_BYTES);
        }
    }

    /** How verdicts are written. */
    enum Format {
        TEXT,
        JSON
    }

    /** The language of what is not official text. */
    enum Language {
        DE,
        EN
    }
}
