-- What a PostgreSQL server (15 to 18) needs before the service can use it. Run once as a superuser:
--     psql --set ON_ERROR_STOP=1 --file create-database.sql postgres
-- then give both logins a password, each on its own: \password rechnungseingang_owner, \password rechnungseingang_app
-- The service runs the very same statements when it sets up its own PostgreSQL.

-- Owns the tables and runs the migrations; nothing else logs in with it.
CREATE ROLE rechnungseingang_owner LOGIN
    NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

-- The service itself: owns no table, so row-level security and missing grants bind it.
CREATE ROLE rechnungseingang_app LOGIN
    NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;

-- C.UTF-8 sorts by code point everywhere and for ever: no index breaks when the system's locales are updated.
CREATE DATABASE rechnungseingang
    OWNER rechnungseingang_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';

REVOKE ALL ON DATABASE rechnungseingang FROM PUBLIC;

GRANT CONNECT ON DATABASE rechnungseingang TO rechnungseingang_app;
