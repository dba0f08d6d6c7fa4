package org.rechnungseingang.schematron.compiler;

import java.util.Arrays;
import java.util.List;
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
            block(
                    Arrays.stream(block.getOperanda())
                            .map(Operand::getChildExpression)
                            .toList(),
                    scope,
                    out);
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
            parts.forEach(part -> statements(part, scope, out));
            return;
        }
        for (int from = 0; from < parts.size(); from += ASSERTIONS_A_METHOD) {
            List<Expression> some = parts.subList(from, Math.min(parts.size(), from + ASSERTIONS_A_METHOD));
            translator.code().about("rule_part");
            out.line(translator
                            .code()
                            .call(
                                    "void",
                                    scope,
                                    inside -> some.forEach(part -> statements(part, scope.inMethod(), inside)))
                    + ";");
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

    private record Finding(String id, String flag, String text) {}

    private Finding finding(FixedElement element, Scope scope) {
        String id = "unnamed";
        String flag = "";
        String text = "\"\"";
        Expression content = element.getContentExpression();
        List<Expression> parts = content instanceof Block block
                ? Arrays.stream(block.getOperanda())
                        .map(Operand::getChildExpression)
                        .toList()
                : List.of(content);
        for (Expression part : parts) {
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
                text = text(said.getContentExpression(), scope);
            } else {
                throw Untranslatable.of(part);
            }
        }
        return new Finding(id.strip(), flag.strip(), text);
    }

    private static String literal(FixedAttribute attribute) {
        if (attribute.getSelect() instanceof StringLiteral literal) {
            return literal.stringify();
        }
        throw Untranslatable.of(attribute);
    }

    private String text(Expression content, Scope scope) {
        List<Expression> parts = content instanceof Block block
                ? Arrays.stream(block.getOperanda())
                        .map(Operand::getChildExpression)
                        .toList()
                : List.of(content);
        if (parts.stream().allMatch(Statements::isFixed)) {
            StringBuilder text = new StringBuilder();
            parts.forEach(part -> text.append(((StringLiteral) ((ValueOf) part).getSelect()).stringify()));
            return Literals.text(text.toString().strip().replaceAll("\\s+", " "));
        }
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
