package org.rechnungseingang.service.finance;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.rechnungseingang.service.finance.Answer.Accepted;
import org.rechnungseingang.service.finance.Feedback.Unreadable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A finance system that reads and writes files. Below its directory: {@code orders} takes one file an order, named by its
 * key; {@code handed-over} keeps a second name of each, so that an order that was fetched is never written again;
 * {@code feedback} is read in the order of the names; what was applied goes to {@code done}, what could not be to
 * {@code set-aside}.
 */
final class FileDropFinanceSystem implements FinanceSystem {

    private static final String JSON = ".json";
    private static final int LONGEST_FILE = 64 * 1024;
    /** Whoever does not rename a finished file into place is given so long to finish it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path orders;
    private final Path handedOver;
    private final Path feedback;
    private final Path done;
    private final Path setAside;
    private final JsonMapper mapper;
    private final Clock clock;

    FileDropFinanceSystem(Path directory, JsonMapper mapper, Clock clock) {
        this.orders = directory.resolve("orders");
        this.handedOver = directory.resolve("handed-over");
        this.feedback = directory.resolve("feedback");
        this.done = directory.resolve("done");
        this.setAside = directory.resolve("set-aside");
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public Answer handOver(PaymentOrder order) {
        try {
            for (Path directory : List.of(orders, handedOver)) {
                Files.createDirectories(directory);
            }
            drop(order.key() + JSON, OrderMessage.forFile(order).json(mapper));
            return new Accepted(order.key());
        } catch (IOException e) {
            throw new FinanceUnavailable("The order cannot be written to " + orders, e);
        }
    }

    @Override
    public List<Feedback> feedback(String cursor, int limit) {
        try {
            Files.createDirectories(feedback);
            List<Feedback> read = new ArrayList<>();
            for (Path file : waiting(limit)) {
                Feedback message = read(file);
                if (message instanceof Unreadable && mayBeUnfinished(file)) {
                    break;
                }
                read.add(message);
            }
            return read;
        } catch (IOException e) {
            throw new FinanceUnavailable("The feedback cannot be read from " + feedback, e);
        }
    }

    @Override
    public void settled(Feedback message) {
        Path target = message instanceof Unreadable ? setAside : done;
        try {
            Files.createDirectories(target);
            Files.move(feedback.resolve(message.cursor()), target.resolve(message.cursor()), ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Another node has moved it.
        } catch (IOException e) {
            throw new FinanceUnavailable("The feedback cannot be moved to " + target, e);
        }
    }

    /**
     * Its second name is made before the file shows itself. So a file with a second name that is still hidden was never
     * shown, and one that is hidden no longer was, even if somebody has fetched it since.
     */
    private void drop(String name, byte[] content) throws IOException {
        Path hidden = orders.resolve("." + name + ".tmp");
        Path kept = handedOver.resolve(name);
        if (!Files.exists(kept)) {
            write(hidden, content);
            link(kept, hidden);
        }
        try {
            Files.move(hidden, orders.resolve(name), ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            return;
        }
        sync(orders);
    }

    private void link(Path kept, Path hidden) throws IOException {
        try {
            Files.createLink(kept, hidden);
        } catch (FileAlreadyExistsException e) {
            return;
        }
        sync(handedOver);
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, CREATE, WRITE, TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    // A name is safe only when its directory is.
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    private List<Path> waiting(int limit) throws IOException {
        try (Stream<Path> files = Files.list(feedback)) {
            return files.filter(
                            file -> !name(file).startsWith(".") && name(file).endsWith(JSON))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .limit(limit)
                    .toList();
        }
    }

    private Feedback read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(LONGEST_FILE + 1);
            String content = new String(bytes, StandardCharsets.UTF_8);
            return bytes.length > LONGEST_FILE
                    ? new Unreadable(name(file), "It is longer than " + LONGEST_FILE + " bytes", content)
                    : FeedbackMessage.read(name(file), content, mapper);
        }
    }

    private boolean mayBeUnfinished(Path file) throws IOException {
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        return changed.plus(PATIENCE).isAfter(clock.instant());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
