package org.rechnungseingang.schematron;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;
import org.rechnungseingang.schematron.own.OwnChecks;

/** Tells whether a document is a correct invoice. Thread-safe; rules are loaded when the first document needs them. */
public final class Validator {

    /** What one check may take by default; an invoice of 10 000 lines takes some seconds. */
    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(60);

    /** Of one's own in extensions; Saxon's bound for all names together is a million. */
    private static final int FOREIGN_NAMES = 20_000;

    private final Catalogue catalogue;
    private final Names names;
    private final Schemas schemas;
    private final SaxonEngine saxon;
    private final RuleEngine engine;
    private final Doubts doubts;
    private final OwnChecks own;
    private final Duration limit;
    private final LocalChecking local;

    Validator(Catalogue catalogue, Duration limit) {
        this(catalogue, limit, Engine.JAVA, reason -> {});
    }

    private Validator(Catalogue catalogue, Duration limit, Engine engine, Consumer<String> doubts) {
        this.catalogue = catalogue;
        this.names = new Names(FOREIGN_NAMES);
        this.doubts = new Doubts(doubts);
        this.schemas = new Schemas(catalogue.imports(), engine, this.doubts);
        this.saxon = new SaxonEngine(catalogue.documents());
        this.engine = new RuleEngine(saxon, engine, this.doubts);
        this.own = OwnChecks.of(catalogue.profiles());
        this.limit = limit;
        this.local = LocalChecking.NONE;
    }

    private Validator(Validator official, LocalChecking local) {
        this.catalogue = official.catalogue;
        this.names = official.names;
        this.schemas = official.schemas;
        this.saxon = official.saxon;
        this.engine = official.engine;
        this.doubts = official.doubts;
        this.own = official.own;
        this.limit = official.limit;
        this.local = local;
    }

    /**
     * A validator that evaluates these rules too, within the same time limit; they stand in the place of such rules as it
     * had before. Its findings are {@link Verdict#local}; the outcome is the official one whatever they say.
     */
    public Validator with(LocalRules rules) {
        return new Validator(this, LocalChecking.of(rules, saxon.besides()));
    }

    /** A validator with the official rule sets of the catalogue and the default time limit of a check. */
    public static Validator official() {
        return official(DEFAULT_LIMIT);
    }

    /** A validator with the official rule sets of the catalogue that gives up a check after that time. */
    public static Validator official(Duration limit) {
        return official(limit, Engine.JAVA);
    }

    /** The same with a choice of who evaluates the rules. */
    public static Validator official(Duration limit, Engine engine) {
        return new Validator(Catalogue.official(), limit, engine, reason -> {});
    }

    /** The usual one, which tells each reason of {@link #doubts} to somebody when it comes up, on any thread. */
    public static Validator official(Consumer<String> doubts) {
        return new Validator(Catalogue.official(), DEFAULT_LIMIT, Engine.JAVA, doubts);
    }

    /**
     * Checks the document by the rule set that is in force for it on that day; never throws for what it contains. What
     * goes wrong with the check itself is a {@link Verdict.Failed}.
     */
    public Verdict check(Document document, LocalDate on) {
        return read(document, reading -> {
            Identity identity = Identity.of(reading.tree());
            return catalogue
                    .ruleSet(identity, on)
                    .map(ruleSet -> check(reading, ruleSet))
                    .orElseGet(() -> catalogue.withoutRuleSet(identity));
        });
    }

    /** Checks the document by the rule set of that name, whatever the document says it is; empty if there is none. */
    public Optional<Verdict> check(Document document, LocalDate on, String ruleSet) {
        return catalogue.ruleSet(ruleSet, on).map(found -> check(document, found));
    }

    /**
     * What the next version of the document's rule set would find that the one in force on that day does not, and the
     * other way round. Empty if the document is not evaluated by rules on that day, or no next version is known.
     */
    public Optional<Shadow> shadow(Document document, LocalDate on) {
        Verdict current = check(document, on);
        return current instanceof Verdict.Checked checked ? shadow(document, on, checked) : Optional.empty();
    }

    /** The same for a document that has been checked for that day already. */
    public Optional<Shadow> shadow(Document document, LocalDate on, Verdict.Checked current) {
        return catalogue
                .next(current.rules(), on)
                .map(next -> Shadow.of(next.name(), next.from(), current, check(document, next)));
    }

    /** The rule sets in force on that day, in the order in which they are tried. */
    public List<RuleSetName> ruleSets(LocalDate on) {
        return catalogue.ruleSets().stream()
                .filter(set -> set.inForce(on))
                .map(RuleSet::name)
                .toList();
    }

    /** All rule sets of the catalogue, of past and coming days too, in the order in which they are tried. */
    public List<KnownRuleSet> known() {
        return catalogue.ruleSets().stream().map(KnownRuleSet::of).toList();
    }

    /** Whether a rule set of that name is in force on that day. */
    public boolean knows(String ruleSet, LocalDate on) {
        return catalogue.ruleSet(ruleSet, on).isPresent();
    }

    /**
     * How often the rules as Java left a document to the published stylesheets, by reason in few words, and how often a
     * valid one was left to the complete schema processor.
     */
    public Map<String, Long> doubts() {
        return doubts.counts();
    }

    private Verdict check(Document document, RuleSet ruleSet) {
        return read(document, reading -> check(reading, ruleSet));
    }

    private static Verdict read(Document document, Function<Reading, Verdict> then) {
        try {
            Reading reading = new Reading(document);
            Parsing parsing = reading.read();
            return parsing instanceof Parsing.WellFormed ? then.apply(reading) : unreadable(parsing);
        } catch (VirtualMachineError e) {
            return Broken.READING.outOfMemory(e);
        } catch (RuntimeException e) {
            return Broken.READING.engineBroke(e);
        }
    }

    private Verdict check(Reading reading, RuleSet ruleSet) {
        Deadline deadline = Deadline.in(limit);
        Checking checking = new Checking(ruleSet, catalogue, engine, deadline);
        try {
            List<SchemaError> errors = schemaErrors(reading, ruleSet, deadline);
            if (!errors.isEmpty()) {
                return new Verdict.SchemaInvalid(ruleSet.name(), errors);
            }
            Trees trees = new Trees(reading.tree(), () -> saxon.tree(reading.document(), names));
            return local.beside(withOwn(checking.check(trees), reading, deadline), trees, deadline);
        } catch (Deadline.Exceeded e) {
            return checking.broken().tooLong(limit);
        } catch (VirtualMachineError e) {
            return checking.broken().outOfMemory(e);
        } catch (RuntimeException e) {
            return checking.broken().engineBroke(e);
        }
    }

    private List<SchemaError> schemaErrors(Reading reading, RuleSet ruleSet, Deadline deadline) {
        return ruleSet.syntax()
                .schema()
                .map(schema -> schemas.errors(schema, reading, deadline))
                .orElse(List.of());
    }

    private Verdict withOwn(Verdict verdict, Reading reading, Deadline deadline) {
        return verdict instanceof Verdict.Checked checked
                ? checked.withOwn(own.check(reading.invoice(), checked.findings(), deadline::check))
                : verdict;
    }

    private static Verdict unreadable(Parsing parsing) {
        if (parsing instanceof Parsing.Refused refused) {
            return new Verdict.Refused(refused.code(), refused.text(), refused.english());
        }
        if (parsing instanceof Parsing.NotWellFormed fault) {
            return new Verdict.NotWellFormed(fault.line(), fault.column(), fault.text());
        }
        throw new IllegalStateException(parsing.toString());
    }
}
