package org.rechnungseingang.schematron.translated;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.saxon.Configuration;
import net.sf.saxon.expr.StaticProperty;
import net.sf.saxon.om.GroundedValue;
import net.sf.saxon.om.Item;
import net.sf.saxon.om.NamespaceUri;
import net.sf.saxon.str.StringView;
import net.sf.saxon.sxpath.IndependentContext;
import net.sf.saxon.sxpath.XPathDynamicContext;
import net.sf.saxon.sxpath.XPathEvaluator;
import net.sf.saxon.sxpath.XPathExpression;
import net.sf.saxon.sxpath.XPathVariable;
import net.sf.saxon.trans.UncheckedXPathException;
import net.sf.saxon.trans.XPathException;
import net.sf.saxon.type.BuiltInAtomicType;
import net.sf.saxon.value.AtomicValue;
import net.sf.saxon.value.BigDecimalValue;
import net.sf.saxon.value.BooleanValue;
import net.sf.saxon.value.DateValue;
import net.sf.saxon.value.DoubleValue;
import net.sf.saxon.value.EmptySequence;
import net.sf.saxon.value.IntegerValue;
import net.sf.saxon.value.NumericValue;
import net.sf.saxon.value.SequenceExtent;
import net.sf.saxon.value.SequenceType;
import net.sf.saxon.value.StringValue;

/** An expression of XPath with the variables {@code $a}, {@code $b}, {@code $c}, evaluated by Saxon. */
final class SaxonXPath {

    private static final Configuration CONFIGURATION = new Configuration();
    private static final Map<String, SaxonXPath> COMPILED = new ConcurrentHashMap<>();
    private static final List<String> NAMES = List.of("a", "b", "c");

    private final XPathExpression expression;
    private final String staticFault;
    private final List<XPathVariable> variables = new ArrayList<>();

    private SaxonXPath(String text, List<SequenceType> types) {
        XPathExpression compiled;
        String fault = "";
        try {
            XPathEvaluator evaluator = new XPathEvaluator(CONFIGURATION);
            IndependentContext context = (IndependentContext) evaluator.getStaticContext();
            context.setXPathLanguageLevel(31);
            context.setWarningHandler((message, code, location) -> {});
            for (int i = 0; i < types.size(); i++) {
                XPathVariable variable = context.declareVariable(NamespaceUri.NULL, NAMES.get(i));
                variable.setRequiredType(types.get(i));
                variables.add(variable);
            }
            compiled = evaluator.createExpression(text);
        } catch (XPathException e) {
            compiled = null;
            fault = String.valueOf(e.getMessage());
        }
        expression = compiled;
        staticFault = fault;
    }

    /** With variables of which Saxon knows no type beforehand. */
    static Answer dynamically(String text, Object... values) {
        return COMPILED.computeIfAbsent(
                        text + values.length, key -> new SaxonXPath(text, Collections.nCopies(values.length, ANY)))
                .evaluate(values);
    }

    /** With variables of the types of those values, each of which may be absent. */
    static Answer typed(String text, Object... values) {
        return typed(text, StaticProperty.ALLOWS_ZERO_OR_ONE, values);
    }

    /** With variables of the types of those values, none of which may be absent. */
    static Answer one(String text, Object... values) {
        return typed(text, StaticProperty.EXACTLY_ONE, values);
    }

    private static Answer typed(String text, int cardinality, Object... values) {
        List<SequenceType> types = new ArrayList<>();
        for (Object value : values) {
            BuiltInAtomicType type =
                    value == null ? BuiltInAtomicType.STRING : ((AtomicValue) of(value)).getPrimitiveType();
            types.add(SequenceType.makeSequenceType(type, cardinality));
        }
        return COMPILED.computeIfAbsent(text + types, key -> new SaxonXPath(text, types))
                .evaluate(values);
    }

    private static final SequenceType ANY =
            SequenceType.makeSequenceType(BuiltInAtomicType.ANY_ATOMIC, StaticProperty.ALLOWS_ZERO_OR_MORE);

    private Answer evaluate(Object... values) {
        if (expression == null) {
            return Answer.failed(staticFault);
        }
        try {
            XPathDynamicContext context = expression.createDynamicContext();
            for (int i = 0; i < values.length; i++) {
                context.setVariable(variables.get(i), of(values[i]));
            }
            List<Item> items = expression.evaluate(context);
            List<Object> ours = new ArrayList<>();
            for (Item item : items) {
                ours.add(ours((AtomicValue) item));
            }
            return Answer.said(items.isEmpty() ? null : items.size() == 1 ? ours.get(0) : ours);
        } catch (XPathException | UncheckedXPathException | IndexOutOfBoundsException e) {
            return Answer.failed(String.valueOf(e.getMessage()));
        }
    }

    /** Always a list, also of one. */
    static Answer list(String text, Object... values) {
        Answer answer = dynamically(text, values);
        if (answer.isFailure()) {
            return answer;
        }
        String shown = answer.value();
        return new Answer(
                shown.equals("nothing") ? "[]" : shown.startsWith("[") ? shown : "[" + shown + "]", answer.failure());
    }

    static GroundedValue of(Object value) {
        if (value == null) {
            return EmptySequence.getInstance();
        }
        if (value instanceof List<?> items) {
            return new SequenceExtent.Of<>(
                    items.stream().map(item -> (Item) of(item)).toList());
        }
        if (value instanceof Untyped untyped) {
            return StringValue.makeUntypedAtomic(StringView.of(untyped.value()).tidy());
        }
        if (value instanceof String text) {
            return new StringValue(StringView.of(text).tidy());
        }
        if (value instanceof Whole whole) {
            return IntegerValue.makeIntegerValue(whole.toBigIntegerExact());
        }
        if (value instanceof BigDecimal decimal) {
            // The one decimal with trailing zeros that Saxon has: of an integer of 64 bits.
            return decimal.scale() == 0 && decimal.precision() <= 18
                    ? new BigDecimalValue(decimal.longValue())
                    : new BigDecimalValue(decimal);
        }
        if (value instanceof Double number) {
            return new DoubleValue(number);
        }
        if (value instanceof Boolean truth) {
            return BooleanValue.get(truth);
        }
        LocalDate date = (LocalDate) value;
        return new DateValue(date.getYear(), (byte) date.getMonthValue(), (byte) date.getDayOfMonth(), true);
    }

    private static Object ours(AtomicValue value) throws XPathException {
        if (value instanceof IntegerValue integer) {
            return Whole.of(integer.asBigInteger());
        }
        if (value instanceof DoubleValue number) {
            return number.getDoubleValue();
        }
        if (value instanceof NumericValue number) {
            return number.getDecimalValue();
        }
        if (value instanceof BooleanValue truth) {
            return truth.getBooleanValue();
        }
        if (value instanceof DateValue date && !date.hasTimezone()) {
            return LocalDate.of(date.getYear(), date.getMonth(), date.getDay());
        }
        return value.isUntypedAtomic() ? new Untyped(value.getStringValue()) : value.getStringValue();
    }
}
