package org.rechnungseingang.schematron.translated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xml.sax.helpers.AttributesImpl;

class TreeTests {

    private static final NameCodes NAMES = NameCodes.of(" a\n b\n c\n d");
    private static final List<String> LETTERS = List.of("a", "b", "c", "unknown");

    /** Parent and name of each element, by its number; 0 is the document. */
    private final List<Integer> parents = new ArrayList<>(List.of(Tree.NONE));

    private final List<Integer> codes = new ArrayList<>(List.of(0));
    private final TreeBuilder builder = new TreeBuilder(NAMES);

    @Test
    void findsChildrenAndSiblingsByTheirNames() {
        Random random = new Random(32);
        grow(Tree.DOCUMENT, 0, random);
        while (codes.size() < 2_000) {
            grow(Tree.DOCUMENT, 0, random);
        }
        Tree tree = builder.tree();

        assertThat(tree.size()).isEqualTo(codes.size());
        for (int node = 0; node < tree.size(); node++) {
            for (int code = 1; code <= 4; code++) {
                assertThat(children(tree, node, code)).isEqualTo(children(node, code));
                assertThat(tree.has(node, code)).isEqualTo(!children(node, code).isEmpty());
                for (int below = 1; below <= 4; below++) {
                    assertThat(tree.has(node, code, below, 1)).isEqualTo(leads(node, List.of(code, below, 1)));
                }
            }
        }
    }

    @Test
    void knowsWhichAttributesAreNowhere() {
        AttributesImpl attributes = new AttributesImpl();
        attributes.addAttribute("", "b", "b", "CDATA", "1");
        builder.startElement("", "a", "a", attributes);
        builder.endElement("", "a", "a");
        Tree tree = builder.tree();

        assertThat(tree.hasAttribute(2)).isTrue();
        assertThat(tree.hasAttribute(1)).isFalse();
        assertThat(tree.attribute(1, 1)).isEqualTo(Tree.NONE);
        assertThat(tree.value(tree.attribute(1, 2))).isEqualTo("1");
    }

    private void grow(int parent, int depth, Random random) {
        String name = LETTERS.get(random.nextInt(LETTERS.size()));
        int element = codes.size();
        parents.add(parent);
        codes.add(LETTERS.indexOf(name) == 3 ? 0 : LETTERS.indexOf(name) + 1);
        builder.startElement("", name, name, new AttributesImpl());
        for (int i = random.nextInt(6 - depth); i > 0; i--) {
            grow(element, depth + 1, random);
        }
        builder.endElement("", name, name);
    }

    private static List<Integer> children(Tree tree, int node, int code) {
        List<Integer> children = new ArrayList<>();
        for (int child = tree.child(node, code); child >= 0; child = tree.siblingAlike(child)) {
            children.add(child);
        }
        return children;
    }

    private List<Integer> children(int node, int code) {
        List<Integer> children = new ArrayList<>();
        for (int child = 1; child < codes.size(); child++) {
            if (parents.get(child) == node && codes.get(child) == code) {
                children.add(child);
            }
        }
        return children;
    }

    private boolean leads(int node, List<Integer> path) {
        return path.isEmpty()
                || children(node, path.get(0)).stream().anyMatch(child -> leads(child, path.subList(1, path.size())));
    }
}
