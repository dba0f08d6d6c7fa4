package org.rechnungseingang.schematron.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rechnungseingang.schematron.BenchmarkMaterial;
import org.rechnungseingang.schematron.Engine;

/**
 * A validator in the race.
 *
 * @param check from the bytes of an invoice to "accept" or another word
 * @param loader the loader of its classes; libraries look for their parts there
 */
record Racer(String name, Function<byte[], String> check, ClassLoader loader) {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What one check took, in seconds. */
    record Lap(double time, double processor, boolean accepted) {}

    static Racer ours() {
        return ours("Rechnungseingang", Engine.JAVA);
    }

    /** Ours with the published stylesheets. */
    static Racer stylesheets() {
        return ours("Rechnungseingang, stylesheets", Engine.SAXON);
    }

    private static Racer ours(String name, Engine engine) {
        return new Racer(name, BenchmarkMaterial.ours(engine), Racer.class.getClassLoader());
    }

    static Racer floor() {
        return new Racer("floor: parse and schema", BenchmarkMaterial.floor(), Racer.class.getClassLoader());
    }

    /** Nothing but arithmetic, which needs neither memory nor caches: what the machine itself can do. */
    static Racer arithmetic() {
        return new Racer("arithmetic alone", Racer::arithmetic, Racer.class.getClassLoader());
    }

    private static String arithmetic(byte[] document) {
        long sum = document.length;
        for (int i = 0; i < 300_000; i++) {
            sum = sum * 31 + i;
        }
        return sum == 0 ? "accept" : "reject";
    }

    /** One of the others, from its jars and the class beside them, which sees nothing of ours. */
    static Racer other(Path folder, String type) {
        ClassLoader loader = new URLClassLoader(urls(folder), ClassLoader.getPlatformClassLoader());
        return within(loader, () -> new Racer(folder.getFileName().toString(), instance(loader, type), loader));
    }

    @SuppressWarnings("unchecked")
    private static Function<byte[], String> instance(ClassLoader loader, String type) {
        try {
            return (Function<byte[], String>)
                    loader.loadClass(type).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type, e);
        }
    }

    private static URL[] urls(Path folder) {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            urls.add(url(folder.resolve("classes")));
            files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(file -> urls.add(url(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return urls.toArray(URL[]::new);
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    Lap lap(byte[] document) {
        return within(loader, () -> {
            long start = System.nanoTime();
            long worked = THREADS.getCurrentThreadCpuTime();
            String outcome = check.apply(document);
            double processor = (THREADS.getCurrentThreadCpuTime() - worked) / 1e9;
            return new Lap((System.nanoTime() - start) / 1e9, processor, outcome.equals("accept"));
        });
    }

    private static <T> T within(ClassLoader loader, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
