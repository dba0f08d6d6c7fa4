package org.rechnungseingang.schematron;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.rechnungseingang.HostileTable;
import org.rechnungseingang.document.Document;

/** Checks what a stranger may send and holds the check to its bounds; what has a name gets a row in the table. */
final class HostileCheck {

    static final LocalDate ON = LocalDate.of(2026, 11, 1);

    /** Computing time of one check, not time on the wall: other work on the machine does not count. */
    static final Duration MOST_TIME = Duration.ofSeconds(10);

    /** What one check allocates in all, most of it short-lived. */
    static final long MOST_MEMORY = 512L * 1024 * 1024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Validator validator;
    private final HostileTable table = new HostileTable("hostile XML", "allocated in all, most heap at a time");

    HostileCheck(Validator validator) {
        this.validator = validator;
    }

    /** Without a row in the table. */
    Verdict check(byte[] bytes, long mostMemory) {
        return measure(bytes, mostMemory, MOST_TIME).verdict();
    }

    Verdict check(String what, byte[] bytes, long mostMemory) {
        return check(what, bytes, mostMemory, MOST_TIME);
    }

    Verdict check(String what, byte[] bytes, long mostMemory, Duration mostTime) {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        Measured measured = measure(bytes, mostMemory, mostTime);
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        table.add(
                what,
                bytes.length,
                measured.processor(),
                HostileTable.bytes(measured.allocated()) + ", " + HostileTable.bytes(peak),
                word(measured.verdict()));
        return measured.verdict();
    }

    private record Measured(Verdict verdict, Duration processor, long allocated) {}

    private Measured measure(byte[] bytes, long mostMemory, Duration mostTime) {
        Document document = Document.of(bytes);
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long worked = THREADS.getCurrentThreadCpuTime();
        Verdict verdict = validator.check(document, ON);
        Duration processor = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - worked);
        long memory = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        assertThat(processor).isLessThan(mostTime);
        assertThat(memory).isLessThan(mostMemory);
        return new Measured(verdict, processor, memory);
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static String word(Verdict verdict) {
        String outcome = verdict.outcome().wireName();
        if (verdict instanceof Verdict.Refused refused) {
            return outcome + ": " + refused.code();
        }
        return verdict instanceof Verdict.Checked checked
                ? outcome + ", findings: " + checked.findings().size()
                : outcome;
    }

    void writeTable() {
        table.write();
    }
}
