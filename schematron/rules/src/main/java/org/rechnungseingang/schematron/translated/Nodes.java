package org.rechnungseingang.schematron.translated;

import java.util.Arrays;

/** Nodes as they are found, one after the other. */
public final class Nodes {

    private int[] nodes = new int[8];
    private int size;

    public void add(int node) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, size * 2);
        }
        nodes[size++] = node;
    }

    /** All of them, in the order in which they were added. */
    public int[] all() {
        return Arrays.copyOf(nodes, size);
    }

    /** In document order, each once. */
    public int[] sorted() {
        int[] sorted = all();
        if (size < 2) {
            return sorted;
        }
        for (int node : sorted) {
            if (!Tree.isInOrder(node)) {
                throw new Doubtful("order of attributes or texts");
            }
        }
        Arrays.sort(sorted);
        int kept = 1;
        for (int i = 1; i < size; i++) {
            if (sorted[i] != sorted[kept - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return kept == size ? sorted : Arrays.copyOf(sorted, kept);
    }

    /** The last one first. */
    public int[] reversed() {
        int[] reversed = new int[size];
        for (int i = 0; i < size; i++) {
            reversed[i] = nodes[size - 1 - i];
        }
        return reversed;
    }
}
