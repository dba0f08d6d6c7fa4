package org.rechnungseingang.schematron;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rechnungseingang.document.Document;
import org.rechnungseingang.document.Parsing;
import org.rechnungseingang.schematron.own.OwnChecks;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Tells whether a document is a correct invoice. Thread-safe; rules are loaded when the first document needs them. */
public final class Validator {

    /** What one check may take by default; an invoice of 10 000 lines takes some seconds. */
    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(60);

    private final Catalogue catalogue;
    /** Of one's own in extensions; Saxon's bound for all names together is a million. */
    private static final int FOREIGN_NAMES = 20_000;

    private final Names names;
    private final Schemas schemas;
    private final SaxonEngine saxon;
    private final RuleEngine engine;
    private final OwnChecks own;
    private final Duration limit;
    private final LocalChecking local;

    Validator(Catalogue catalogue, Duration limit) {
        this(catalogue, limit, Engine.JAVA);
    }

    Validator(Catalogue catalogue, Duration limit, Engine engine) {
        this.catalogue = catalogue;
        this.names = new Names(FOREIGN_NAMES);
        this.schemas = new Schemas(catalogue.imports(), names);
        this.saxon = new SaxonEngine(catalogue.documents());
        this.engine = new RuleEngine(saxon, engine);
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
        return new Validator(Catalogue.official(), limit, engine);
    }

    /**
     * Checks the document by the rule set that is in force for it on that day; never throws for what it contains. What
     * goes wrong with the check itself is a {@link Verdict.Failed}.
     */
    public Verdict check(Document document, LocalDate on) {
        Identity.Probe probe = new Identity.Probe();
        Parsing probed = document.parse(probe);
        if (probed instanceof Parsing.Refused || probed instanceof Parsing.NotWellFormed) {
            return unreadable(probed);
        }
        Identity identity = probe.identity();
        return catalogue
                .ruleSet(identity, on)
                .map(ruleSet -> check(document, ruleSet))
                .orElseGet(() -> withoutRuleSet(document, identity));
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

    /** How often the rules as Java left a document to the published stylesheets, by reason in few words. */
    public Map<String, Long> doubts() {
        return engine.doubts();
    }

    private Verdict withoutRuleSet(Document document, Identity identity) {
        // The probe read no further than the profile; what is not well-formed is nothing else before that.
        Parsing whole = document.parse(new DefaultHandler());
        return whole instanceof Parsing.WellFormed ? catalogue.withoutRuleSet(identity) : unreadable(whole);
    }

    private Verdict check(Document document, RuleSet ruleSet) {
        Deadline deadline = Deadline.in(limit);
        Checking checking = new Checking(ruleSet, catalogue, engine, deadline);
        try {
            Reading reading = reading(ruleSet, deadline);
            Parsing parsing = reading.read(document);
            if (!(parsing instanceof Parsing.WellFormed)) {
                return unreadable(parsing);
            }
            if (!reading.errors().isEmpty()) {
                return new Verdict.SchemaInvalid(ruleSet.name(), reading.errors());
            }
            Trees trees = new Trees(reading.tree(), () -> saxon.tree(document, names));
            return local.beside(withOwn(checking.check(trees), reading, deadline), trees, deadline);
        } catch (Deadline.Exceeded e) {
            return checking.tooLong(limit);
        } catch (VirtualMachineError e) {
            return checking.outOfMemory(e);
        } catch (RuntimeException e) {
            return checking.engineBroke(e);
        }
    }

    private Verdict withOwn(Verdict verdict, Reading reading, Deadline deadline) {
        return verdict instanceof Verdict.Checked checked
                ? checked.withOwn(own.check(reading.invoice(), checked.findings(), deadline::check))
                : verdict;
    }

    private Reading reading(RuleSet ruleSet, Deadline deadline) {
        Optional<String> schema = ruleSet.syntax().schema();
        if (schema.isEmpty()) {
            return new Reading(new DefaultHandler(), deadline);
        }
        try {
            var handler = schemas.handler(schema.get());
            Reading reading = new Reading(handler, deadline);
            handler.setErrorHandler(reading);
            return reading;
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
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
