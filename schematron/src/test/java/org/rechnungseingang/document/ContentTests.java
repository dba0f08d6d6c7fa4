package org.rechnungseingang.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTests {

    @ParameterizedTest
    @ValueSource(strings = {"<a/>", "  \n<a/>", "<?xml version='1.0'?><a/>", "<!-- a --><a/>", "<!DOCTYPE a><a/>"})
    void tellsXmlInEveryEncoding(String text) {
        for (String encoding : new String[] {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1"}) {
            if (!text.startsWith(" ") || encoding.length() == 5 || encoding.startsWith("ISO")) {
                assertThat(Content.of(text.getBytes(Charset.forName(encoding))))
                        .as(encoding)
                        .isEqualTo(Content.XML);
            }
        }
    }

    @Test
    void tellsXmlThatTheParserWillRefuse() {
        String text = "<?xml version='1.0'?><a/>";
        assertThat(Content.of(text.getBytes(Charset.forName("UTF-32")))).isEqualTo(Content.XML);
        assertThat(Content.of(text.getBytes(Charset.forName("UTF-32LE")))).isEqualTo(Content.XML);
        assertThat(Content.of(text.getBytes(Charset.forName("IBM1047")))).isEqualTo(Content.XML);
    }

    @Test
    void tellsXmlAfterAByteOrderMark() {
        assertThat(Content.of("\ufeff<a/>".getBytes(StandardCharsets.UTF_8))).isEqualTo(Content.XML);
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, PDF",
        "rubbish %PDF-1.4, PDF",
        "<html><body/></html>, TEXT",
        "<!DOCTYPE html><html/>, TEXT",
        "a;b;c, TEXT",
        "Rechnung über 5 Euro, TEXT"
    })
    void tellsPdfAndText(String text, Content content) {
        assertThat(Content.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(content);
    }

    @Test
    void tellsPicturesAndContainers() {
        assertThat(Content.of(bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0)))
                .isEqualTo(Content.PNG);
        assertThat(Content.of(bytes(0xff, 0xd8, 0xff, 0xe0))).isEqualTo(Content.JPEG);
        assertThat(Content.of(bytes('P', 'K', 3, 4, 0))).isEqualTo(Content.ZIP);
        assertThat(Content.of(bytes('P', 'K', 5, 6, 0))).isEqualTo(Content.ZIP);
        assertThat(Content.of(bytes(1, 2, 3))).isEqualTo(Content.UNKNOWN);
    }

    @Test
    void tellsThatThereIsNothing() {
        assertThat(Content.of(new byte[0])).isEqualTo(Content.EMPTY);
        assertThat(Content.of(bytes(' ', '\n'))).isEqualTo(Content.EMPTY);
        assertThat(Content.of(bytes(0xef, 0xbb, 0xbf))).isEqualTo(Content.EMPTY);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    @Test
    void knowsAMailByItsHeader() {
        assertThat(Content.of(ascii("Return-Path: <a@b.example>\r\nFrom: a@b.example\r\nSubject: PDF\r\n\r\n%PDF-1.7")))
                .isEqualTo(Content.MAIL);
        assertThat(Content.of(ascii("Subject: x\nFrom: a@b.example\nMIME-Version: 1.0\n\nText")))
                .isEqualTo(Content.MAIL);
    }

    @Test
    void takesNoOtherTextForAMail() {
        assertThat(Content.of(ascii("Betreff: Rechnung\nVon: A\n\nFrom: a\nDate: heute")))
                .isEqualTo(Content.TEXT);
        assertThat(Content.of(ascii("From: a;Date: b\n1;2"))).isEqualTo(Content.TEXT);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
