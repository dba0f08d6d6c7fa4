package org.rechnungseingang.schematron.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.rechnungseingang.schematron.compiler.Main;
import org.rechnungseingang.schematron.translated.NameCodes;
import org.rechnungseingang.schematron.translated.Report;
import org.rechnungseingang.schematron.translated.TranslatedRules;
import org.rechnungseingang.schematron.translated.Tree;

/** Stylesheets of one rule each, translated and compiled as the official ones are, and loaded in their place. */
final class SmallRules {

    /** With gaps for a context and a test; the translator's own tests use it too. */
    private static final Path STYLESHEET =
            Path.of("../compiler/src/test/resources/org/rechnungseingang/schematron/compiler/rule.xslt");

    private static final String PACKAGE = SmallRules.class.getPackageName();

    private final Class<?> official;

    private SmallRules(Class<?> official) {
        this.official = official;
    }

    /** Rules about {@code /a:doc/a:item}, the stylesheets {@code town/0.xslt}, {@code town/1.xslt}, … with these tests. */
    static SmallRules of(Path folder, List<String> tests) throws IOException {
        Path town = Files.createDirectories(folder.resolve("rules/town"));
        String stylesheet = Files.readString(STYLESHEET);
        for (int i = 0; i < tests.size(); i++) {
            String test = tests.get(i).replace("&", "&amp;").replace("<", "&lt;");
            String rule = stylesheet.replace("@context@", "/a:doc/a:item").replace("@test@", test);
            Files.writeString(town.resolve(i + ".xslt"), rule);
        }
        Path place = folder.resolve("place.xsl");
        Files.writeString(place, resource("/org/rechnungseingang/schematron/place.xsl"));
        Main.main(folder + "/java", place.toString(), folder + "/rules", "town");
        return new SmallRules(loaded(compiled(folder.resolve("java"))));
    }

    NameCodes names() throws ReflectiveOperationException {
        var names = official.getDeclaredMethod("names");
        return (NameCodes) names.invoke(null);
    }

    TranslatedRules rules(int number, Tree tree, Report report) throws ReflectiveOperationException {
        var of = official.getDeclaredMethod("of", String.class, Tree.class, Report.class);
        Optional<?> rules = (Optional<?>) of.invoke(null, "town/" + number + ".xslt", tree, report);
        return (TranslatedRules) rules.orElseThrow();
    }

    private static Map<String, ByteArrayOutputStream> compiled(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, ByteArrayOutputStream> classes = new HashMap<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> found = Files.walk(sources)) {
            List<Path> java =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            boolean done = compiler.getTask(
                            null,
                            new InMemory(files, classes),
                            null,
                            List.of("-proc:none", "-nowarn"),
                            null,
                            files.getJavaFileObjectsFromPaths(java))
                    .call();
            if (!done) {
                throw new IllegalStateException("the generated Java does not compile");
            }
        }
        return classes;
    }

    /** Before those of the same name that the official rules have. */
    private static Class<?> loaded(Map<String, ByteArrayOutputStream> classes) {
        ClassLoader loader = new ClassLoader(SmallRules.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                synchronized (getClassLoadingLock(name)) {
                    Class<?> known = findLoadedClass(name);
                    if (known != null || !classes.containsKey(name)) {
                        return known != null ? known : super.loadClass(name, resolve);
                    }
                    byte[] bytes = classes.get(name).toByteArray();
                    return defineClass(name, bytes, 0, bytes.length);
                }
            }
        };
        try {
            return loader.loadClass(PACKAGE + ".OfficialRules");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static String resource(String name) {
        try (InputStream stream = SmallRules.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what is compiled. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> classes;

        InMemory(JavaFileManager files, Map<String, ByteArrayOutputStream> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + type.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(type, bytes);
                    return bytes;
                }
            };
        }
    }
}
