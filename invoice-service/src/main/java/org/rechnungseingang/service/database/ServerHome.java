package org.rechnungseingang.service.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;

/** The one directory of the own PostgreSQL, readable by its owner only, and what lies in it. */
record ServerHome(Path root) {

    static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    // pg_ctl hands the path to a shell between double quotes.
    private static final Pattern UNSPEAKABLE = Pattern.compile("[\"'$`\\\\\\p{Cntrl}]");

    /** Makes the directory when it is missing; refuses one that belongs to somebody else. */
    static ServerHome open(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        if (UNSPEAKABLE.matcher(absolute.toString()).find()) {
            throw Refusals.unspeakableDirectory(absolute);
        }
        try {
            Files.createDirectories(absolute);
            ServerHome home = new ServerHome(absolute.toRealPath());
            home.checkOwner(home.root());
            home.checkOwner(home.cluster());
            Files.setPosixFilePermissions(home.root(), OWNER_ONLY);
            return home;
        } catch (IOException e) {
            throw Refusals.unusableDirectory(absolute, e);
        }
    }

    /** PostgreSQL's own data directory; when it exists, it is complete. */
    Path cluster() {
        return root.resolve("cluster");
    }

    /** The file whose lock is the ownership of this directory. */
    Path lock() {
        return root.resolve("lock");
    }

    /** Who holds the lock, for people; never the lock file itself, since closing that would drop the lock. */
    Path holder() {
        return root.resolve("holder");
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** What PostgreSQL says before its own log begins. */
    Path startLog() {
        return root.resolve("start.log");
    }

    Path defaultProgramDirectory() {
        return root.resolve("program");
    }

    private void checkOwner(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Object owner = Files.getAttribute(path, "unix:uid");
        Object self = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        if (!owner.equals(self)) {
            throw Refusals.foreignDirectory(path, owner, self);
        }
    }
}
