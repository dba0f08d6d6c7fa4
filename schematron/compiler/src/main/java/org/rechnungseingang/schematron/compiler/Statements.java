package org.rechnungseingang.schematron.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.sf.saxon.expr.Expression;
import net.sf.saxon.expr.LetExpression;
import net.sf.saxon.expr.Literal;
import net.sf.saxon.expr.Operand;
import net.sf.saxon.expr.StringLiteral;
import net.sf.saxon.expr.instruct.ApplyTemplates;
import net.sf.saxon.expr.instruct.Block;
import net.sf.saxon.expr.instruct.Choose;
import net.sf.saxon.expr.instruct.FixedAttribute;
import net.sf.saxon.expr.instruct.FixedElement;
import net.sf.saxon.expr.instruct.ValueOf;

/** What a rule says: its variables, its assertions and reports, and their texts. */
final class Statements {

    /** Java compiles no method of more than 8 000 bytes while it runs; each assertion takes some twenty. */
    private static final int ASSERTIONS_A_METHOD = 100;

    private final Translator translator;

    Statements(Translator translator) {
        this.translator = translator;
    }

    /** Writes a rule; answers the call that evaluates it on the node {@code c}. */
    String rule(Schema.Context context) {
        translator.code().about("rule");
        return translator.code().call("void", Scope.node(), out -> {
            out.line("fired();");
            statements(context.body(), Scope.node(), out);
        });
    }

    private void statements(Expression body, Scope scope, JavaWriter out) {
        if (body instanceof LetExpression let) {
            Scope inside = translator.variables().declare(let, scope, out);
            statements(let.getAction(), inside, out);
        } else if (body instanceof Block block) {
            block(parts(block), scope, out);
        } else if (body instanceof Choose choose) {
            assertion(choose, scope, out);
        } else if (body instanceof FixedElement said && isFinding(said)) {
            found(finding(said, scope), scope, out);
        } else if (!isSilent(body)) {
            throw Untranslatable.of(body);
        }
    }

    private void block(List<Expression> parts, Scope scope, JavaWriter out) {
        if (parts.size() <= ASSERTIONS_A_METHOD) {
            some(parts, scope, out);
            return;
        }
        for (int from = 0; from < parts.size(); from += ASSERTIONS_A_METHOD) {
            List<Expression> some = parts.subList(from, Math.min(parts.size(), from + ASSERTIONS_A_METHOD));
            translator.code().about("rule_part");
            out.line(translator.code().call("void", scope, inside -> some(some, scope.inMethod(), inside)) + ";");
        }
    }

    /** Assertions one after the other; those that only forbid a path become a table. */
    private void some(List<Expression> parts, Scope scope, JavaWriter out) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Optional<String> row = forbidden(parts.get(i), scope);
            row.ifPresent(rows::add);
            if (row.isEmpty() || i == parts.size() - 1) {
                forbid(rows, scope, out);
                rows.clear();
            }
            if (row.isEmpty()) {
                statements(parts.get(i), scope, out);
            }
        }
    }

    /** The line of a table for an assertion that only forbids a path. */
    private Optional<String> forbidden(Expression part, Scope scope) {
        if (!(part instanceof Choose choose)
                || choose.size() != 2
                || choose.getAction(0) instanceof FixedElement
                || !(choose.getAction(1) instanceof FixedElement said)) {
            return Optional.empty();
        }
        return translator.forbidden(choose.getCondition(0)).flatMap(path -> {
            Finding finding = finding(said, scope);
            return finding.fixed()
                    .map(text -> String.join("\t", finding.id, finding.flag, String.join("/", path), text) + "\n");
        });
    }

    private void forbid(List<String> rows, Scope scope, JavaWriter out) {
        if (!rows.isEmpty()) {
            String lines = rows.stream().map(Literals::text).collect(Collectors.joining("\n            + "));
            String table = translator.code().constant("Forbidden", "FORBIDDEN", "Forbidden.of(" + lines + ")");
            out.line("forbid(" + scope.item().code() + ", " + table + ");");
        }
    }

    /** What writes nothing that a finding is made of. */
    private static boolean isSilent(Expression body) {
        return body instanceof ApplyTemplates
                || body instanceof Literal literal && literal.getGroundedValue().getLength() == 0
                || body instanceof FixedElement element
                        && element.getFixedElementName().getLocalPart().equals("fired-rule");
    }

    private void assertion(Choose choose, Scope scope, JavaWriter out) {
        for (int i = 0; i < choose.size(); i++) {
            if (choose.getAction(i) instanceof FixedElement said) {
                Finding finding = finding(said, scope);
                boolean holds = i == 1;
                String when = translator
                        .code()
                        .call(
                                "boolean",
                                scope,
                                test -> test.line("return "
                                        + translator.condition(choose.getCondition(0), scope.inMethod()) + ";"));
                out.block("if (" + (holds ? "!" : "") + when + ")", then -> found(finding, scope, then));
                return;
            }
        }
        throw Untranslatable.of(choose);
    }

    private static boolean isFinding(FixedElement element) {
        String name = element.getFixedElementName().getLocalPart();
        return name.equals("failed-assert") || name.equals("successful-report");
    }

    private static void found(Finding finding, Scope scope, JavaWriter out) {
        out.line("failed(" + scope.item().code() + ", " + Literals.text(finding.id) + ", " + Literals.text(finding.flag)
                + ", " + finding.text + ");");
    }

    /** An assertion's identifier, its flag, Java for its text, and the text itself if it is the same for every document. */
    private record Finding(String id, String flag, String text, Optional<String> fixed) {}

    private Finding finding(FixedElement element, Scope scope) {
        String id = "unnamed";
        String flag = "";
        String text = "\"\"";
        Optional<String> fixed = Optional.of("");
        for (Expression part : parts(element.getContentExpression())) {
            if (part instanceof FixedAttribute attribute) {
                switch (attribute.getAttributeName().getLocalPart()) {
                    case "id" -> {
                        id = literal(attribute);
                        translator.code().about(id);
                    }
                    case "flag" -> flag = literal(attribute);
                    case "role" -> flag = flag.isEmpty() ? literal(attribute) : flag;
                    default -> {}
                }
            } else if (part instanceof FixedElement said
                    && said.getFixedElementName().getLocalPart().equals("text")) {
                List<Expression> words = parts(said.getContentExpression());
                fixed = fixed(words);
                text = fixed.map(Literals::text).orElseGet(() -> text(words, scope));
            } else {
                throw Untranslatable.of(part);
            }
        }
        return new Finding(id.strip(), flag.strip(), text, fixed);
    }

    private static String literal(FixedAttribute attribute) {
        if (attribute.getSelect() instanceof StringLiteral literal) {
            return literal.stringify();
        }
        throw Untranslatable.of(attribute);
    }

    private static List<Expression> parts(Expression content) {
        return content instanceof Block block
                ? Arrays.stream(block.getOperanda())
                        .map(Operand::getChildExpression)
                        .toList()
                : List.of(content);
    }

    private static Optional<String> fixed(List<Expression> parts) {
        if (!parts.stream().allMatch(Statements::isFixed)) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(((StringLiteral) ((ValueOf) part).getSelect()).stringify()));
        return Optional.of(text.toString().strip().replaceAll("\\s+", " "));
    }

    private String text(List<Expression> parts, Scope scope) {
        StringBuilder code = new StringBuilder("Texts.concat(");
        for (Expression part : parts) {
            if (!(part instanceof ValueOf value)) {
                throw Untranslatable.of(part);
            }
            code.append(code.charAt(code.length() - 1) == '(' ? "" : ", ")
                    .append(Conversions.cast(Kind.TEXT, translator.single(value.getSelect(), scope)));
        }
        return code.append(")").toString();
    }

    private static boolean isFixed(Expression part) {
        return part instanceof ValueOf value && value.getSelect() instanceof StringLiteral;
    }
}
