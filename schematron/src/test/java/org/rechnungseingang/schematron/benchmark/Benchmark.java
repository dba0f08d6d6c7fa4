package org.rechnungseingang.schematron.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rechnungseingang.schematron.BenchmarkMaterial;

/**
 * Our validator beside phive and Mustang, in one process and in turns, and what else has been promised of its speed.
 * Prints Markdown; fails on no figure.
 */
public final class Benchmark {

    private Benchmark() {}

    /** Arguments: folder of the others' jars, folder of samples for want of a corpus, rounds, a file for the cold start. */
    public static void main(String[] arguments) throws IOException {
        Path others = Path.of(arguments[0]);
        List<byte[]> documents = documents(Path.of(arguments[1]));
        int rounds = Integer.parseInt(arguments[2]);
        machine();
        Racer ours = Racer.ours();
        Racer phive = Racer.other(others.resolve("phive"), "PhiveEngine");
        Racer mustang = Racer.other(others.resolve("mustang"), "MustangEngine");
        Race race = new Race(List.of(ours, Racer.stylesheets(), phive, mustang, Racer.floor()), documents);
        race.warmUp();
        race.run(rounds);
        race.print(phive);
        System.out.println("\n| | median (least–most) | promised |\n|---|---|---|");
        new TwoThreads(ours, documents).print(rounds);
        new TwoThreads(Racer.arithmetic(), documents).print(rounds);
        LongInvoices.print("memory as it comes", List.of());
        LongInvoices.print("-Xmx256m", List.of("-Xmx256m"));
        coldStarts(others, arguments[3]);
        machine();
        hostile(others.resolveSibling("hostile"));
    }

    private static List<byte[]> documents(Path samples) {
        List<byte[]> official = BenchmarkMaterial.officialFiles();
        if (!official.isEmpty()) {
            return official;
        }
        System.out.println("No corpus (-Dcorpus=DIR), hence the accepted samples.");
        try (Stream<Path> files = Files.list(samples)) {
            return files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .map(Benchmark::bytes)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void coldStarts(Path others, String file) {
        ColdStart.print("ours", file);
        ColdStart.print("phive", file, others.resolve("phive").toString(), "PhiveEngine");
        ColdStart.print("Mustang", file, others.resolve("mustang").toString(), "MustangEngine");
    }

    /** A figure on the clock says little where the load is higher than ours alone, which is one, at times two. */
    private static void machine() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        System.out.println(Figures.number(
                "%nJava %s, %d processors, load of the last minute %.1f%n",
                System.getProperty("java.version"), system.getAvailableProcessors(), system.getSystemLoadAverage()));
    }

    private static void hostile(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> tables = Files.list(folder)) {
            for (Path table : tables.sorted().toList()) {
                System.out.println(Files.readString(table));
            }
        }
    }
}
