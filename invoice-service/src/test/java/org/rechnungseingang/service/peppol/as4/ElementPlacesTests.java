package org.rechnungseingang.service.peppol.as4;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementPlacesTests {

    /** Between bars the second child. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a><b/>|<c/>|</a>",
                "<a><b/>|<c></c>|</a>",
                "<a><b></b>|<c>text</c>|</a>",
                "<a><b><c/></b>|<c><c/></c>|</a>",
                "<a>\n <b />\n |<c\n>x</c\n>|\n</a\n>",
                "<?xml version='1.0'?>\n<!-- <x> --><?p <y>?><a><b/>|<c/>|</a>",
                "<a><!-- <b/><c/> --><b/><!-- > ' \" -->|<c/>|</a>",
                "<a><?p <b/>?><b/><?q ' ?>|<c/>|</a>",
                "<a><b/>|<c><!-- </c> --><?p </c>?><![CDATA[</c> ]] ]>]]></c>|</a>",
                "<a><b x='>'/>|<c x='</c>' y=\"/>\"/>|</a>",
                "<a><b x=\"'>\"/>|<c x='\">'></c>|</a>",
                "<a><b x='/'></b>|<c x='/'>y</c>|</a>",
                "<x:a xmlns:x='u'><x:b/>|<x:c xmlns:x='v'><x:c/></x:c>|</x:a>",
                "<a><b/>|<äöü ß='€'>😀</äöü>|</a>",
                "<a><b>]]&gt; --&gt;</b>|<c>&lt;/c></c>|</a>",
                "<a><b/>|<c/>|<!-- more --></a><!-- <a> -->",
                "<a><!----><b/>|<c><![CDATA[]]><!----></c>|</a>",
            })
    void findsTheSecondChild(String marked) {
        String before = marked.substring(0, marked.indexOf('|'));
        String child = marked.substring(marked.indexOf('|') + 1, marked.lastIndexOf('|'));

        List<Integer> places = ElementPlaces.secondChild(
                ByteBuffer.wrap(marked.replace("|", "").getBytes(StandardCharsets.UTF_8)));

        int start = before.getBytes(StandardCharsets.UTF_8).length;
        String name = child.split("[\\s/>]", 2)[0];
        assertThat(places)
                .containsExactly(
                        start,
                        start + name.getBytes(StandardCharsets.UTF_8).length,
                        start + child.getBytes(StandardCharsets.UTF_8).length);
    }
}
