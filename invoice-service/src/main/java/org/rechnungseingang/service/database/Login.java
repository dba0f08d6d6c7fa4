package org.rechnungseingang.service.database;

/** A name and a password for PostgreSQL; printing it does not show the password. */
record Login(String username, String password) {

    @Override
    public String toString() {
        return "Login[" + username + "]";
    }
}
