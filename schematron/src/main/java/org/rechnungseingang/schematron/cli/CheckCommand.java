package org.rechnungseingang.schematron.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.document.PdfExtraction;
import org.rechnungseingang.schematron.Engine;
import org.rechnungseingang.schematron.LocalRules;
import org.rechnungseingang.schematron.LocalRulesRefused;
import org.rechnungseingang.schematron.RuleSetName;
import org.rechnungseingang.schematron.Validator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check FILE|DIR…}: one verdict a file. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = VersionOfJar.class,
        description = "Prüft E-Rechnungen nach den amtlichen Regeln. / Checks e-invoices by the official rules.",
        exitCodeListHeading = "%nExit:%n",
        exitCodeList = {
            "0:alle angenommen / all files accepted",
            "1:einige nicht angenommen / some not accepted",
            "2:falscher Aufruf oder nicht lesbar / wrong usage or unreadable file",
            "3:einige nicht prüfbar, ohne ihre Schuld / some could not be checked, through no fault of theirs"
        },
        exitCodeOnExecutionException = CheckCommand.FAILED)
final class CheckCommand implements Callable<Integer> {

    static final int ACCEPTED = 0;
    static final int NOT_ACCEPTED = 1;
    static final int UNREADABLE = 2;
    static final int FAILED = 3;

    private final InputStream standardInput;
    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "text|json|html",
            description =
                    "text (Vorgabe / default), json: eine Zeile je Datei / one line a file, html: eine Seite / one page")
    private Format format = Format.TEXT;

    @Option(
            names = "--lang",
            paramLabel = "de|en",
            description = "Sprache der Meldungen / language of the messages: de (Vorgabe / default), en")
    private Language lang = Language.DE;

    @Option(
            names = "--rules",
            paramLabel = "NAME",
            description = "nach diesem Regelwerk prüfen, was immer die Datei sagt / check by this rule set, "
                    + "whatever the file says it is")
    private Optional<String> rules = Optional.empty();

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "nach den Regeln dieses Tages / by the rules of that day; heute / today")
    private Optional<LocalDate> date = Optional.empty();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "den Bericht in diese Datei schreiben / write the report into this file")
    private Optional<String> output = Optional.empty();

    @Option(
            names = "--local-rules",
            paramLabel = "DIR",
            description =
                    "auch die Schematron-Dateien (*.sch) dieses Ordners auswerten; sie ändern das Ergebnis nicht / "
                            + "evaluate the Schematron files (*.sch) of this folder too; they never change the outcome")
    private Optional<Path> localRules = Optional.empty();

    @Option(
            names = "--engine",
            paramLabel = "java|saxon",
            description = "java (Vorgabe / default): die Regeln als Java / the rules as Java; "
                    + "saxon: die veröffentlichten Stylesheets / the stylesheets as published; mit gleichem Ergebnis, "
                    + "aber langsamer / with the same result, but slower")
    private Engine engine = Engine.JAVA;

    @Option(
            names = "--shadow",
            description = "sagen, was die nächste Version der Regeln finden wird / "
                    + "say what the next version of the rules will find")
    private boolean shadow;

    @Option(names = "--list-rules", description = "die Regelwerke aufzählen / list the rule sets")
    private boolean listRules;

    @Parameters(
            paramLabel = "FILE|DIR",
            description = "XML oder PDF, Ordner, - für die Standardeingabe / XML or PDF, folders, - for standard input")
    private List<String> files = new ArrayList<>();

    CheckCommand(InputStream standardInput, Terminal terminal) {
        this.standardInput = standardInput;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandSpec command = Optional.ofNullable(spec).orElseThrow();
        Validator validator = validator(command);
        if (listRules) {
            new RuleList(lang, validator.known()).write(command.commandLine().getOut());
            return ACCEPTED;
        }
        if (files.isEmpty()) {
            throw wrong(command, Phrase.NO_FILE);
        }
        LocalDate on = date.orElseGet(LocalDate::now);
        if (!rules.map(name -> validator.knows(name, on)).orElse(true)) {
            throw wrong(command, Phrase.UNKNOWN_RULES, rules.orElse(""), on, names(validator, on));
        }
        try (PdfExtraction extraction = PdfExtraction.create()) {
            return run(new Check(validator, extraction, on, rules, shadow), command);
        }
    }

    private Validator validator(CommandSpec command) {
        try {
            Validator official = Validator.official(Validator.DEFAULT_LIMIT, engine);
            return localRules.map(LocalRules::in).map(official::with).orElse(official);
        } catch (LocalRulesRefused e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int run(Check check, CommandSpec command) {
        PrintWriter err = command.commandLine().getErr();
        Inputs inputs = Inputs.of(files);
        try (Output out = Output.of(output, command.commandLine().getOut(), terminal)) {
            if (inputs.files().stream().anyMatch(out::overwrites)) {
                throw wrong(command, Phrase.OVERWRITES, output.orElse(""));
            }
            PrintWriter writer = out.writer();
            Report report = report(writer, check.on(), out.terminal());
            Progress progress = new Progress(err, terminal, lang, inputs.files().size(), System::nanoTime);
            int code = new Run(check, report, progress, lang, standardInput, err).check(inputs);
            return writer.checkError() ? UNREADABLE : code;
        } catch (Output.CannotWrite e) {
            throw wrong(command, Phrase.CANNOT_WRITE, output.orElse(""));
        }
    }

    private Report report(PrintWriter out, LocalDate on, Terminal shownOn) {
        return switch (format) {
            case TEXT -> new TextReport(out, lang, shownOn);
            case JSON -> new JsonReport(out, lang);
            case HTML -> new HtmlReport(out, lang, on);
        };
    }

    private ParameterException wrong(CommandSpec command, Phrase phrase, Object... values) {
        return new ParameterException(command.commandLine(), lang.of(phrase, values));
    }

    private static String names(Validator validator, LocalDate on) {
        return validator.ruleSets(on).stream().map(RuleSetName::name).distinct().collect(Collectors.joining(", "));
    }

    /** How verdicts are written. */
    enum Format {
        TEXT,
        JSON,
        HTML
    }
}
