package org.rechnungseingang.invoice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Puts lines below the lines they name as their parent. A parent must come before its children, so there are no
 * circles;
 * a line whose parent is not there stands at the top, and depth is bounded because screens walk down the tree.
 */
final class LineTree {

    private static final int DEEPEST = 32;

    private final List<Node> nodes;
    private final int[] parents;
    private final int[] depths;

    LineTree(List<Node> nodes) {
        this.nodes = nodes;
        this.parents = new int[nodes.size()];
        this.depths = new int[nodes.size()];
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node document = nodes.get(i).at("ram:AssociatedDocumentLineDocument");
            int parent = document.value("ram:ParentLineID").map(known::get).orElse(-1);
            parents[i] = parent >= 0 && depths[parent] == DEEPEST ? parents[parent] : parent;
            depths[i] = parents[i] < 0 ? 0 : depths[parents[i]] + 1;
            int position = i;
            document.value("ram:LineID").ifPresent(id -> known.putIfAbsent(id, position));
        }
    }

    /** Builds from the last line to the first, so that the lines below are there before the line above them. */
    List<InvoiceLine> build(BiFunction<Node, List<InvoiceLine>, InvoiceLine> line) {
        Map<Integer, List<InvoiceLine>> below = new HashMap<>();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            List<InvoiceLine> children = below.getOrDefault(i, new ArrayList<>());
            Collections.reverse(children);
            below.computeIfAbsent(parents[i], key -> new ArrayList<>()).add(line.apply(nodes.get(i), children));
        }
        List<InvoiceLine> top = below.getOrDefault(-1, new ArrayList<>());
        Collections.reverse(top);
        return top;
    }
}
