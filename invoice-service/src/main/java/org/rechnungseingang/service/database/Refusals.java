package org.rechnungseingang.service.database;

import java.nio.file.Path;
import java.util.List;

/** The wording of every refusal, German first. */
final class Refusals {

    private static final String OTHER_SERVER = """
            Oder eine eigene PostgreSQL mit spring.datasource.url angeben.
            Or name a PostgreSQL of your own by spring.datasource.url.""";

    private Refusals() {}

    static DatabaseRefused unshareMissing(String found) {
        return new DatabaseRefused("""
                PostgreSQL läuft nicht als root, und „unshare“ aus util-linux geht hier nicht: %1$s
                PostgreSQL does not run as root, and "unshare" of util-linux does not work here: %1$s""".formatted(found), """
                Den Dienst als gewöhnlichen Benutzer starten, oder util-linux installieren und Benutzer-Namensräume erlauben.
                Start the service as an ordinary user, or install util-linux and allow user namespaces.
                """ + OTHER_SERVER);
    }

    static DatabaseRefused noProgram(String platform) {
        return new DatabaseRefused("""
                Die mitgelieferte PostgreSQL gibt es nur für Linux auf amd64; hier läuft %1$s.
                The bundled PostgreSQL is for Linux on amd64 only; this is %1$s.""".formatted(platform), OTHER_SERVER);
    }

    static DatabaseRefused foreignDirectory(Path directory, Object owner, Object self) {
        return new DatabaseRefused("""
                %1$s gehört dem Benutzer mit der Nummer %2$s, der Dienst läuft als %3$s.
                %1$s belongs to the user with number %2$s, the service runs as %3$s.""".formatted(directory, owner, self), """
                Den Dienst als Eigentümer des Verzeichnisses starten, oder rechnungseingang.database.directory ändern.
                Start the service as the owner of the directory, or change rechnungseingang.database.directory.""");
    }

    static DatabaseRefused unusableDirectory(Path directory, Throwable cause) {
        return new DatabaseRefused("""
                %1$s lässt sich nicht anlegen oder nicht beschreiben: %2$s
                %1$s cannot be made or written to: %2$s""".formatted(directory, cause), """
                Schreibrechte geben, oder rechnungseingang.database.directory ändern.
                Grant write access, or change rechnungseingang.database.directory.""", cause);
    }

    static DatabaseRefused unspeakableDirectory(Path directory) {
        return new DatabaseRefused("""
                %1$s enthält Zeichen, die PostgreSQLs Werkzeuge nicht vertragen (Anführungszeichen, $, `, \\).
                %1$s holds characters that PostgreSQL's tools do not take (quotes, $, `, \\).""".formatted(directory), """
                rechnungseingang.database.directory ändern.
                Change rechnungseingang.database.directory.""");
    }

    static DatabaseRefused held(Path directory, String holder) {
        return new DatabaseRefused("""
                %1$s gehört schon einem laufenden Dienst: %2$s
                %1$s is held by a running service already: %2$s""".formatted(directory, holder), """
                Diesen Dienst beenden, oder ein anderes Verzeichnis angeben (rechnungseingang.database.directory).
                End that service, or name another directory (rechnungseingang.database.directory).""");
    }

    static DatabaseRefused otherMajor(Path cluster, String found, int wanted) {
        return new DatabaseRefused("""
                %1$s stammt von PostgreSQL %2$s, der Dienst bringt %3$s mit.
                %1$s was made by PostgreSQL %2$s, the service brings %3$s.""".formatted(cluster, found, wanted), """
                Mit der alten Fassung sichern (pg_dump), mit der neuen einspielen.
                Dump with the old release (pg_dump), restore with the new one.""");
    }

    static DatabaseRefused inUse(Path cluster, List<Long> processes) {
        return new DatabaseRefused("""
                In %1$s arbeiten noch Prozesse eines früheren PostgreSQL: %2$s
                Processes of an earlier PostgreSQL still work in %1$s: %2$s""".formatted(cluster, processes), """
                Warten oder diese Prozesse beenden, dann neu starten.
                Wait or end these processes, then start again.""");
    }

    static DatabaseRefused toolFailed(String tool, String output) {
        return new DatabaseRefused("""
                PostgreSQLs „%1$s“ ist gescheitert: %2$s
                PostgreSQL's "%1$s" failed: %2$s""".formatted(tool, output), """
                Die Meldung oben nennt den Grund; PostgreSQL muss jeden Ordner über dem Verzeichnis betreten dürfen.
                The message above gives the reason; PostgreSQL must be allowed to enter every folder above the directory.""");
    }

    static DatabaseRefused unsafe(Durability found) {
        return new DatabaseRefused("""
                PostgreSQL schreibt nicht dauerhaft: %1$s. So ginge bei einem Stromausfall Quittiertes verloren.
                PostgreSQL does not write durably: %1$s. What was acknowledged could be lost in a power failure.""".formatted(found), """
                fsync, full_page_writes und synchronous_commit einschalten (auch ALTER ROLE und ALTER DATABASE prüfen).
                Switch fsync, full_page_writes and synchronous_commit on (look at ALTER ROLE and ALTER DATABASE too).""");
    }

    static DatabaseRefused version(String found) {
        return new DatabaseRefused("""
                PostgreSQL %1$s wird nicht unterstützt, nur 15 bis 18.
                PostgreSQL %1$s is not supported, only 15 to 18.""".formatted(found), OTHER_SERVER);
    }

    static DatabaseRefused mightyRole(String role, List<String> powers) {
        return new DatabaseRefused("""
                Die Rolle „%1$s“ darf zu viel: %2$s. Zeilenschutz und fehlende Rechte würden sie nicht binden.
                The role "%1$s" may do too much: %2$s. Row-level security and missing grants would not bind it.""".formatted(role, String.join(", ", powers)), """
                Die Rollen wie in database/create-database.sql anlegen und den Dienst mit rechnungseingang_app anmelden.
                Create the roles as in database/create-database.sql and let the service log in as rechnungseingang_app.""");
    }

    static DatabaseRefused ownerMissing() {
        return new DatabaseRefused("""
                Es fehlt die Anmeldung der Eigentümer-Rolle, die die Tabellen anlegt.
                The login of the owner role, which creates the tables, is missing.""", """
                rechnungseingang.database.owner.username und .password oder .password-file setzen.
                Set rechnungseingang.database.owner.username and .password or .password-file.""");
    }

    static DatabaseRefused sameLogin(String role) {
        return new DatabaseRefused("""
                Dienst und Eigentümer melden sich beide als „%1$s“ an; es müssen zwei Rollen sein.
                Service and owner both log in as "%1$s"; they must be two roles.""".formatted(role), """
                Die Rollen wie in database/create-database.sql anlegen.
                Create the roles as in database/create-database.sql.""");
    }

    static DatabaseRefused passwordFileUnreadable(String file, Throwable cause) {
        return new DatabaseRefused("""
                Die Passwortdatei %1$s ist nicht lesbar.
                The password file %1$s cannot be read.""".formatted(file), """
                Pfad und Rechte prüfen.
                Check its path and permissions.""", cause);
    }
}
