package org.rechnungseingang.service.peppol.smp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands in for a server of the DNS (RFC 1035): over UDP it answers each question with the same records, right behind it.
 * It knows no zones and no compression of names but the one to the question.
 */
public final class LoopbackDirectory implements AutoCloseable {

    /** The name exists. */
    public static final int KNOWN = 0;

    static final int SERVER_FAILURE = 2;
    static final int UNKNOWN_NAME = 3;

    private static final int HEADER = 12;
    private static final int CNAME = 5;
    private static final int NAPTR = 35;

    private final DatagramSocket socket;
    private final int code;
    private final List<Data> records;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /**
     * Answers so.
     *
     * @param code how it went
     */
    public LoopbackDirectory(int code, Data... records) throws SocketException {
        this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        this.code = code;
        this.records = List.of(records);
        Thread thread = new Thread(this::serve, "directory");
        thread.setDaemon(true);
        thread.start();
    }

    /** A record's type and data. */
    public record Data(int type, byte[] bytes) {}

    /** A record that leads to a publisher. */
    public static Data naptr(int order, int preference, String flags, String service, String expression) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(order >> 8);
        data.write(order);
        data.write(preference >> 8);
        data.write(preference);
        List.of(flags, service, expression).forEach(text -> {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            data.write(bytes.length);
            data.writeBytes(bytes);
        });
        data.write(0);
        return new Data(NAPTR, data.toByteArray());
    }

    /** Another name for the question's, which is the one that the other records are about. */
    static Data alias() {
        return new Data(CNAME, new byte[] {(byte) 0xc0, HEADER});
    }

    /** As the configuration has it. */
    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** The names that were asked about. */
    List<String> asked() {
        return asked;
    }

    private void serve() {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
                socket.receive(packet);
                byte[] answer = answer(packet);
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (SocketException e) {
            // It was closed.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] answer(DatagramPacket packet) throws IOException {
        byte[] question = packet.getData();
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        for (; question[at] != 0; at += question[at] + 1) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(question, at + 1, question[at], StandardCharsets.US_ASCII));
        }
        asked.add(name.toString());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(question, 0, 2);
        out.writeShort(0x8180 | code);
        out.writeShort(1);
        out.writeShort(records.size());
        out.writeInt(0);
        out.write(question, HEADER, at + 5 - HEADER);
        for (Data record : records) {
            out.writeShort(0xc000 | HEADER);
            out.writeShort(record.type());
            out.writeShort(1);
            out.writeInt(60);
            out.writeShort(record.bytes().length);
            out.write(record.bytes());
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
