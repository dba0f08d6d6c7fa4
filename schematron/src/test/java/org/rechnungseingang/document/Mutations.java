package org.rechnungseingang.document;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents with a few changes by chance, most of which hurt XML somewhere. */
final class Mutations {

    private static final List<String> DOCUMENTS = List.of(
            "<a/>",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"c\">d</a>\n",
            "\ufeff<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\r\n<!--c--><?p i?><a>x<b/>y</a><?p?><!-- -->",
            "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><a xml:lang=\"de\">&lt;&#228;&#x1F600;&amp;</a>",
            "<a:b xmlns:a=\"urn:a\" xmlns=\"urn:b\"><c xmlns=\"\" d='e' a:d='f'/><d xmlns:a='urn:c' a:e=''>&gt;</d></a:b>",
            "<a xmlns:p='urn:1' xmlns:q='urn:2'>\n <p:b p:c='1' q:c='2' c='3'>\n  <q:d/></p:b>\t</a >",
            "<a>\r\n <b c='x\ty\nz\r\nw'>é € 😀\u0085\u2028</b>\r\n <![CDATA[<&]]]]>x<![CDATA[]]>\n<!--\r\n- -->\n</a>",
            "<a><Amount currencyID=\"EUR\">12345678901234567890</Amount><ID>123</ID><b>1<!--2-->3<?d 4?>5</b></a>",
            "<ubl:Invoice xmlns:ubl=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\" xmlns:cbc=\"urn:cbc\">\n"
                    + "    <cbc:ID>R-1</cbc:ID>\n    <cbc:Note>Größe &amp; \"Maß\"</cbc:Note>\n"
                    + "    <cbc:BinaryObject mimeCode=\"a/b\">QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=</cbc:BinaryObject>\n"
                    + "</ubl:Invoice>");

    private static final List<String> SPLICES = List.of(
            "&#x0;",
            "&#0;",
            "&#9;",
            "&#10;",
            "&#13;",
            "&#x20;",
            "&#49;",
            "&#xD800;",
            "&#xFFFE;",
            "&#x10FFFF;",
            "&#x110000;",
            "&#99999999999;",
            "&#;",
            "&#x;",
            "&# 1;",
            "&#X41;",
            "&amp;",
            "&lt;",
            "&gt;",
            "&quot;",
            "&apos;",
            "&auml;",
            "&",
            "&;",
            "&amp",
            "]]>",
            "]]",
            "]",
            "<![CDATA[",
            "<![CDATA[x]]>",
            "<![cdata[x]]>",
            "<!--",
            "-->",
            "--",
            "-",
            "<!-- c -->",
            "<!---->",
            "<!--->",
            "<?",
            "?>",
            "<?p?>",
            "<?p  q ?>",
            "<?p??>",
            "<?xml?>",
            "<?xml version='1.0'?>",
            "<?XML x?>",
            "<?a:b?>",
            "<?xml-stylesheet href='a'?>",
            "<!DOCTYPE a>",
            "<",
            ">",
            "/>",
            "</",
            "</a>",
            "<a>",
            "<b/>",
            "<b></b>",
            "<b>",
            "</b>",
            "<é/>",
            "<a-b.c_1/>",
            "<:a/>",
            "<a:/>",
            "<a:b:c/>",
            "<x:a/>",
            "<xml:a/>",
            "<xmlns:a/>",
            "<1/>",
            "< a/>",
            "<b xmlns='urn:x'/>",
            " xmlns:a=\"\"",
            " xmlns=\"\"",
            " xmlns=''",
            " xmlns:a='urn:a'",
            " xmlns:a=\"urn:b\"",
            " xmlns='urn:a'",
            " xmlns:b='urn:a'",
            " xmlns:xml='http://www.w3.org/XML/1998/namespace'",
            " xmlns:xml='urn:a'",
            " xmlns:x='http://www.w3.org/XML/1998/namespace'",
            " xmlns:x='http://www.w3.org/2000/xmlns/'",
            " xmlns:xmlns='urn:a'",
            " xmlns:x=' urn:a&amp; '",
            " xmlns:=''",
            " a:b='c'",
            " a:b='c' b:b='c'",
            " b='c'",
            " b='c' b='c'",
            " b = 'c'",
            " b=c",
            " b",
            " b='<'",
            " b='&lt;'",
            " b='\"'",
            " b=\"'\"",
            " b='\t\n\r\n '",
            " b='&#10;'",
            " b='a'c='d'",
            " é='a'",
            " xml:space='preserve'",
            " xml:lang=''",
            " x:b='c'",
            "\r",
            "\n",
            "\r\n",
            "\t",
            " ",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "\uffff",
            "\u0000",
            "\u0001",
            "\u001f",
            "\u007f",
            "é",
            "€",
            "😀",
            "\ud83d",
            "0",
            "12345678901234567890",
            "=",
            "'",
            "\"",
            ":",
            "xmlns",
            "xml",
            "encoding='UTF-8'",
            "encoding='ISO-8859-1'",
            "encoding='UTF-16'",
            "standalone='no'",
            "version='1.1'",
            "<b c='1' d='2' e='3' f='4'>",
            "<Quantity>1</Quantity>",
            "<Rate>&#x2e;</Rate>");

    /** Bytes that are no UTF-8, or no character of XML. */
    private static final List<int[]> RAW = List.of(
            new int[] {0x80},
            new int[] {0xc3},
            new int[] {0xc0, 0x80},
            new int[] {0xc1, 0xbf},
            new int[] {0xe0, 0x80, 0x80},
            new int[] {0xe0, 0x9f, 0xbf},
            new int[] {0xed, 0xa0, 0x80},
            new int[] {0xed, 0x9f, 0xbf},
            new int[] {0xee, 0x80, 0x80},
            new int[] {0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80},
            new int[] {0xef, 0xbf, 0xbd},
            new int[] {0xef, 0xbf, 0xbe},
            new int[] {0xf0, 0x8f, 0xbf, 0xbf},
            new int[] {0xf0, 0x90, 0x80, 0x80},
            new int[] {0xf4, 0x8f, 0xbf, 0xbf},
            new int[] {0xf4, 0x90, 0x80, 0x80},
            new int[] {0xf8, 0x88, 0x80, 0x80, 0x80},
            new int[] {0xfe},
            new int[] {0xff, 0xfe},
            new int[] {0xef, 0xbb, 0xbf});

    /** What may stand before everything else: the mark, as bytes, and the declaration. */
    private static final Pattern HEAD = Pattern.compile("(?s)(?:\u00ef\u00bb\u00bf)?(?:<\\?xml .*?\\?>)?");

    private static final List<Integer> BUFFERS = List.of(64, 2048, 8192, 8192 + 64, 2 * 8192);
    private static final List<String> FILLS = List.of("x", "\n", "\r\n", "x\r\n", "é", "😀");

    private final Random random;
    private final List<byte[]> documents;

    /** Of small documents, which hold nearly everything there is in XML. */
    Mutations(long seed) {
        this(seed, DOCUMENTS.stream().map(Mutations::bytes).toList());
    }

    Mutations(long seed, List<byte[]> documents) {
        this.random = new Random(seed);
        this.documents = documents;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    byte[] next() {
        byte[] document = moved(any(documents));
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            document = change(document);
        }
        return document;
    }

    /** Leaves it where it is, or moves it to where a buffer of the JDK's parser ends. */
    private byte[] moved(byte[] document) {
        if (random.nextInt(4) > 0) {
            return document;
        }
        Matcher head = HEAD.matcher(new String(document, StandardCharsets.ISO_8859_1));
        int start = head.lookingAt() ? head.end() : 0;
        String fill = any(FILLS);
        int count = any(BUFFERS) / bytes(fill).length - random.nextInt(80);
        String comment = "<!--" + fill.repeat(Math.max(0, count)) + "-->";
        return replaced(document, start, start, bytes(comment));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private byte[] change(byte[] document) {
        int at = random.nextInt(document.length + 1);
        int to = Math.min(document.length, at + 1 + random.nextInt(4));
        return switch (random.nextInt(12)) {
            case 0 -> replaced(document, at, to, new byte[0]);
            case 1 -> replaced(document, at, Math.min(document.length, at + 1), someByte());
            case 2 -> replaced(document, at, at, someByte());
            case 3 -> replaced(document, at, at, raw(any(RAW)));
            case 4 -> replaced(document, at, at, Arrays.copyOfRange(document, at, to));
            case 5 -> replaced(document, at, at, piece());
            case 6 -> Arrays.copyOf(document, Math.max(1, at));
            case 7 -> replaced(document, at, at, repeated());
            default -> replaced(document, at, at, bytes(any(SPLICES)));
        };
    }

    private byte[] someByte() {
        return new byte[] {(byte) random.nextInt(256)};
    }

    private byte[] piece() {
        byte[] other = any(documents);
        int from = random.nextInt(other.length);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(40)));
    }

    private byte[] repeated() {
        return bytes(any(SPLICES).repeat(1 + random.nextInt(70)));
    }

    private static byte[] raw(int[] values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] replaced(byte[] document, int from, int to, byte[] by) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(document, 0, from);
        changed.writeBytes(by);
        changed.write(document, to, document.length - to);
        return changed.toByteArray();
    }
}
