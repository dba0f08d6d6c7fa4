package org.rechnungseingang.service.peppol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://smp.example.org",
                "HTTPS://smp.example.org:8443/a?b",
                "https://10.0.0.1",
                "https://localhost",
                "http://localhost:8080/as4",
                "http://LOCALHOST",
                "HTTP://localhost",
                "http://127.0.0.1:1",
                "http://127.255.0.1",
                "http://[::1]:1/"
            })
    void mayBeConfigured(String address) {
        assertThat(Addresses.isSafe(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://smp.example.org",
                "http://localhost.",
                "http://localhost.example.org",
                "http://127.0.0.1.",
                "http://127.0.0.1.example.org",
                "http://127.1",
                "http://2130706433",
                "http://0.0.0.0",
                "http://10.0.0.1",
                "http://[::2]/",
                "http://[::]/",
                "http://[fe80::1]/",
                "http://[::ffff:127.0.0.1]/",
                "https:///as4",
                "https:smp.example.org",
                "https://user@smp.example.org",
                "https://user:secret@smp.example.org",
                "https://@smp.example.org",
                "http://user@localhost",
                "http://localhost@smp.example.org",
                "https://a_b",
                "ftp://localhost",
                "file:///etc/passwd",
                "jar:https://smp.example.org!/a",
                "//smp.example.org",
                "smp.example.org",
                ""
            })
    void mayNotBeConfigured(String address) {
        assertThat(Addresses.isSafe(URI.create(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.0.1",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2001:db8::1",
                "3fff::1",
                "::ffff:8.8.8.8"
            })
    void areOfTheInternet(String address) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.168.0.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fdff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void areOfNobodysBusiness(String address) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isFalse();
    }
}
