package org.rechnungseingang.schematron;

import java.util.function.Supplier;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.tree.tiny.TinyTree;
import net.sf.saxon.type.Type;
import org.jspecify.annotations.Nullable;
import org.rechnungseingang.schematron.translated.Tree;

/** One document as trees: as arrays at once, and as Saxon wants it when somebody asks. Not thread-safe. */
final class Trees {

    private final Tree arrays;
    private final Supplier<XdmNode> parse;
    private @Nullable XdmNode saxon;
    /** The node of {@link #arrays} for each of Saxon's; 0 where there is none. */
    private int @Nullable [] numbers;

    Trees(Tree arrays, Supplier<XdmNode> parse) {
        this.arrays = arrays;
        this.parse = parse;
    }

    Tree arrays() {
        return arrays;
    }

    XdmNode saxon() {
        XdmNode tree = saxon;
        if (tree == null) {
            tree = parse.get();
            saxon = tree;
        }
        return tree;
    }

    /** The element of {@link #arrays} that has that number in Saxon's tree; none if that is no element. */
    int element(int saxonNumber) {
        int[] known = numbers;
        if (known == null) {
            known = numbers((TinyTree) saxon().getUnderlyingNode().getTreeInfo());
            numbers = known;
        }
        return saxonNumber < known.length && known[saxonNumber] > 0 ? known[saxonNumber] : Tree.NONE;
    }

    /** Both trees have the same elements in the same order. */
    private static int[] numbers(TinyTree tree) {
        int[] numbers = new int[tree.getNumberOfNodes()];
        int element = Tree.DOCUMENT;
        for (int node = 0; node < numbers.length; node++) {
            int kind = tree.getNodeKind(node);
            if (kind == Type.ELEMENT || kind == Type.TEXTUAL_ELEMENT) {
                element++;
                numbers[node] = element;
            }
        }
        return numbers;
    }
}
