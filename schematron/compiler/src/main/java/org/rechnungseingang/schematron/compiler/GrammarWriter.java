package org.rechnungseingang.schematron.compiler;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import org.apache.xerces.xs.XSAttributeDeclaration;
import org.apache.xerces.xs.XSAttributeUse;
import org.apache.xerces.xs.XSComplexTypeDefinition;
import org.apache.xerces.xs.XSConstants;
import org.apache.xerces.xs.XSElementDeclaration;
import org.apache.xerces.xs.XSModel;
import org.apache.xerces.xs.XSModelGroup;
import org.apache.xerces.xs.XSObject;
import org.apache.xerces.xs.XSObjectList;
import org.apache.xerces.xs.XSParticle;
import org.apache.xerces.xs.XSSimpleTypeDefinition;
import org.apache.xerces.xs.XSTypeDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Writes a schema as lines that {@code Grammar} reads: types of elements, each with its attributes and the series of its
 * children or the kind of its text. What is not a plain series of elements is {@code left} to a complete processor.
 */
final class GrammarWriter {

    /** What every element may have. */
    private static final List<String> XSI = List.of("schemaLocation", "noNamespaceSchemaLocation");

    private final NameTable names;
    private final XSModel model;
    /** The numbers of the types, by what their lines say if that names no other type: hundreds are alike. */
    private final Map<Object, Integer> types = new HashMap<>();

    private final Deque<XSTypeDefinition> open = new ArrayDeque<>();
    private final StringBuilder lines = new StringBuilder();

    private GrammarWriter(XSModel model, NameTable names) {
        this.model = model;
        this.names = names;
    }

    /** The lines for documents with that root. */
    static String lines(XSModel model, XSElementDeclaration root, NameTable names) {
        GrammarWriter writer = new GrammarWriter(model, names);
        writer.lines.append("root ").append(writer.element(root)).append('\n');
        XSI.forEach(name -> names.numbered(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, name));
        while (!writer.open.isEmpty()) {
            writer.type(writer.open.remove());
        }
        return writer.lines.toString();
    }

    private String element(XSElementDeclaration element) {
        return name(element) + " " + number(element.getTypeDefinition());
    }

    private String name(XSObject named) {
        String namespace = Optional.ofNullable(named.getNamespace()).orElse("");
        return names.numbered(namespace, named.getName());
    }

    private int number(XSTypeDefinition type) {
        boolean ofElements = type instanceof XSComplexTypeDefinition complex && complex.getSimpleType() == null;
        return types.computeIfAbsent(ofElements ? type : content(type), any -> {
            open.add(type);
            return types.size();
        });
    }

    private void type(XSTypeDefinition type) {
        lines.append("type ")
                .append(Optional.ofNullable(type.getName()).orElse("-"))
                .append('\n');
        lines.append(content(type));
    }

    private String content(XSTypeDefinition type) {
        try {
            return type instanceof XSComplexTypeDefinition complex ? content(complex) : text(type);
        } catch (Untranslatable left) {
            return "left " + left.getMessage() + "\n";
        }
    }

    private String content(XSComplexTypeDefinition type) {
        demand(type.getAttributeWildcard() == null && !type.getAbstract(), "any attribute, or abstract");
        String attributes = attributes(type);
        return switch (type.getContentType()) {
            case XSComplexTypeDefinition.CONTENTTYPE_SIMPLE -> attributes + text(type.getSimpleType());
            case XSComplexTypeDefinition.CONTENTTYPE_ELEMENT -> attributes + children(type.getParticle());
            default -> throw new Untranslatable("no content, or mixed");
        };
    }

    private String attributes(XSComplexTypeDefinition type) {
        List<String> attributes = new ArrayList<>();
        for (Object item : type.getAttributeUses()) {
            XSAttributeUse use = (XSAttributeUse) item;
            XSAttributeDeclaration attribute = use.getAttrDeclaration();
            attributes.add(
                    "attribute %d %s %s\n".formatted(use.getRequired() ? 1 : 0, name(attribute), ValueKinds.of(use)));
        }
        attributes.sort(null);
        return String.join("", attributes);
    }

    private static String text(XSTypeDefinition type) {
        return "text " + ValueKinds.of((XSSimpleTypeDefinition) type) + "\n";
    }

    /** A series of elements or of choices between elements. */
    private String children(XSParticle particle) {
        XSModelGroup group = group(particle);
        demand(isOnce(particle), "a repeated group");
        if (group.getCompositor() == XSModelGroup.COMPOSITOR_CHOICE) {
            return choice(particle);
        }
        demand(group.getCompositor() == XSModelGroup.COMPOSITOR_SEQUENCE, "elements in any order");
        StringBuilder children = new StringBuilder();
        for (Object item : group.getParticles()) {
            XSParticle child = (XSParticle) item;
            if (child.getTerm() instanceof XSElementDeclaration element) {
                children.append("child ")
                        .append(times(child))
                        .append(declared(element))
                        .append('\n');
            } else {
                boolean choice = group(child).getCompositor() == XSModelGroup.COMPOSITOR_CHOICE;
                children.append(choice ? choice(child) : children(child));
            }
        }
        return children.toString();
    }

    private String choice(XSParticle particle) {
        List<String> choices = new ArrayList<>();
        for (Object item : group(particle).getParticles()) {
            XSParticle choice = (XSParticle) item;
            demand(isOnce(choice) && choice.getTerm() instanceof XSElementDeclaration, "a choice between groups");
            choices.add(declared((XSElementDeclaration) choice.getTerm()));
        }
        return "child " + times(particle) + choices.stream().collect(Collectors.joining("")) + "\n";
    }

    private String declared(XSElementDeclaration element) {
        demand(
                element.getConstraintType() == XSConstants.VC_NONE
                        && element.getIdentityConstraints().getLength() == 0
                        && !element.getAbstract()
                        && !isReplaceable(element),
                "an element with a constraint, or for which others may stand");
        return " " + element(element);
    }

    private boolean isReplaceable(XSElementDeclaration element) {
        @Nullable XSObjectList others = model.getSubstitutionGroup(element);
        return others != null && others.getLength() > 0;
    }

    private static XSModelGroup group(XSParticle particle) {
        if (particle.getTerm() instanceof XSModelGroup group) {
            return group;
        }
        throw new Untranslatable("any element");
    }

    private static boolean isOnce(XSParticle particle) {
        return particle.getMinOccurs() == 1 && !particle.getMaxOccursUnbounded() && particle.getMaxOccurs() == 1;
    }

    private static String times(XSParticle particle) {
        return particle.getMinOccurs() + " " + (particle.getMaxOccursUnbounded() ? "*" : particle.getMaxOccurs());
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new Untranslatable(otherwise);
        }
    }
}
