package org.rechnungseingang.schematron.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is to be checked.
 *
 * @param files the files, {@code -} for standard input; those of a folder in the order of their names
 * @param unread what cannot be read
 */
record Inputs(List<String> files, List<Unread> unread) {

    static final String STANDARD_INPUT = "-";

    /** A file or folder and why it cannot be read. */
    record Unread(String file, Phrase reason) {}

    /** Finds the files; folders are searched to their bottom for XML and PDF, without links and hidden files. */
    static Inputs of(List<String> arguments) {
        Inputs inputs = new Inputs(new ArrayList<>(), new ArrayList<>());
        arguments.forEach(inputs::add);
        return inputs;
    }

    private void add(String argument) {
        try {
            if (!argument.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(argument))) {
                addFolder(argument);
            } else {
                files.add(argument);
            }
        } catch (IOException | InvalidPathException e) {
            unread.add(new Unread(argument, reason(e)));
        }
    }

    private void addFolder(String folder) throws IOException {
        Path given = Path.of(folder);
        Path root = Files.isSymbolicLink(given) ? given.toRealPath() : given;
        Search search = new Search(root);
        Files.walkFileTree(root, search);
        search.closed.forEach(path -> unread.add(new Unread(path.toString(), Phrase.UNREADABLE)));
        search.found.stream().sorted().map(Path::toString).forEach(files::add);
        if (search.found.isEmpty()) {
            unread.add(new Unread(folder, Phrase.EMPTY_FOLDER));
        }
    }

    static Phrase reason(Exception e) {
        return e instanceof NoSuchFileException ? Phrase.NOT_FOUND : Phrase.UNREADABLE;
    }

    /** Walks a folder; a link is neither a file nor a folder for it. */
    private static final class Search extends SimpleFileVisitor<Path> {

        private final List<Path> found = new ArrayList<>();
        private final List<Path> closed = new ArrayList<>();
        private final Path root;

        Search(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            boolean skipped = !folder.equals(root) && Files.isHidden(folder);
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            boolean named = name.endsWith(".xml") || name.endsWith(".pdf");
            if (named && attributes.isRegularFile() && !Files.isHidden(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            closed.add(path);
            return FileVisitResult.CONTINUE;
        }
    }
}
