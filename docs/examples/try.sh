#!/usr/bin/env bash
# Tries what docs/operations.md says: the packaged service without the demo, on Debian's PostgreSQL, with TLS and secrets
# from files, as ordinary users. Works in a directory of its own and deletes it. Usage: try.sh JAR [BIN-OF-POSTGRESQL]
set -euo pipefail

examples=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=$(realpath "${1:?the jar}")
pg=${2:-$(ls -d /usr/lib/postgresql/*/bin | sort -V | head -n 1)}
host=rechnung.neustadt.example
work=$(mktemp -d "${TMPDIR:-/tmp}/rechnungseingang-try.XXXXXX")
service=

# Root becomes somebody else, anybody else stays who he is.
become() {
  local user=$1
  shift
  if [ "$(id -u)" = 0 ]; then
    exec setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups -- "$@"
  else
    exec "$@"
  fi
}
as() { (become "$@"); }

finish() {
  local code=$?
  if [ $code != 0 ]; then
    echo "--- the service's last lines" && for log in "$work"/*.log; do echo "$log"; grep -v "^\s*at " "$log" | tail -n 15 | cut -c 1-2000; done || true
  fi
  [ -z "$service" ] || kill -KILL "$service" 2>/dev/null || true
  as postgres "$pg/pg_ctl" stop --silent --mode=immediate --pgdata="$work/cluster" >/dev/null 2>&1 || true
  rm -rf "$work"
  exit $code
}
trap finish EXIT

free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

is() {
  if [ "$2" != "$3" ]; then
    echo "NO   $1: expected $2, found $3"
    exit 1
  fi
  echo "ok   $1"
}

contains() {
  case "$3" in
    *"$2"*) echo "ok   $1" ;;
    *)
      echo "NO   $1: expected to find $2 in: ${3:0:1000}"
      exit 1
      ;;
  esac
}

random() { openssl rand -hex 24; }

# --- PostgreSQL with two logins
db_port=$(free_port)
chmod 0755 "$work"
install -d -m 0755 "$work/etc" "$work/secrets" "$work/tls" "$work/state"
install -m 0644 "$jar" "$work/invoice-service.jar"
random >"$work/superuser"
if [ "$(id -u)" = 0 ]; then
  install -d -o postgres "$work/cluster"
  chown postgres "$work/superuser"
  chown nobody "$work/state"
fi
as postgres "$pg/initdb" --pgdata="$work/cluster" --username=postgres --pwfile="$work/superuser" \
  --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 >"$work/initdb.log"
start_database() {
  as postgres "$pg/pg_ctl" start --silent --wait --pgdata="$work/cluster" --log="$work/cluster/server.log" \
    --options="-c listen_addresses=127.0.0.1 -c port=$db_port -c unix_socket_directories="
}
start_database
sql() { PGPASSWORD=$(cat "$work/superuser") "$pg/psql" --host=127.0.0.1 --port="$db_port" --username=postgres \
  --set ON_ERROR_STOP=1 --no-psqlrc --quiet --tuples-only --no-align "$@"; }
(cd "$work" && jar --extract --file "$jar" BOOT-INF/classes/database/create-database.sql)
sql --file "$work/BOOT-INF/classes/database/create-database.sql" postgres
app=$(random) && owner=$(random) && token=$(random) && password=$(random)
sql postgres <<<"ALTER ROLE rechnungseingang_app PASSWORD '$app'; ALTER ROLE rechnungseingang_owner PASSWORD '$owner';"
echo "ok   $("$pg/postgres" --version), roles and database"

# --- configuration, secrets, certificate
cp "$examples/application.yaml" "$work/etc/"
people=rechnungseingang.people.neustadt.accounts
echo "$app" >"$work/secrets/spring.datasource.password"
echo "$owner" >"$work/secrets/rechnungseingang.database.owner.password"
echo "$token" >"$work/secrets/rechnungseingang.tenants.neustadt.api-token"
echo "$password" >"$work/secrets/$people.betrieb.password"
random >"$work/secrets/$people.beispiel.password"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=$host" \
  -addext "subjectAltName=DNS:$host,DNS:elsewhere.example" \
  -keyout "$work/tls/key.pem" -out "$work/tls/certificate.pem" 2>"$work/openssl.log"
[ "$(id -u)" != 0 ] || chown -R nobody "$work/secrets" "$work/tls"
chmod -R go= "$work/secrets" "$work/tls"
cp "$work/tls/certificate.pem" "$work/ca.pem"

# --- the service
port=$(free_port)
start_service() {
  local log=$1
  shift
  (
    cd "$work/state"
    export RECHNUNGSEINGANG_SECRETS="$work/secrets" TMPDIR="$work/state"
    become nobody java -Xmx512m -XX:+ExitOnOutOfMemoryError -Djava.io.tmpdir="$work/state" \
      -jar "$work/invoice-service.jar" --server.port="$port" "$@"
  ) >"$work/$log" 2>&1 &
  service=$!
}
with_example=(
  "--spring.config.additional-location=file:$work/etc/"
  "--spring.datasource.url=jdbc:postgresql://127.0.0.1:$db_port/rechnungseingang"
  "--spring.ssl.bundle.pem.web.keystore.certificate=file:$work/tls/certificate.pem"
  "--spring.ssl.bundle.pem.web.keystore.private-key=file:$work/tls/key.pem"
)
wait_for() {
  local text=$1 log=$2
  for _ in $(seq 900); do
    ! grep -q "$text" "$work/$log" 2>/dev/null || return 0
    kill -0 "$service" 2>/dev/null || break
    sleep 0.2
  done
  echo "NO   \"$text\" never came in $log"
  exit 1
}
stop_service() {
  local code=0
  kill -TERM "$service"
  wait "$service" || code=$?
  service=
  is "SIGTERM ends it in order" 143 "$code"
}
# The answer's code, and with `body` what it says.
call() { curl --silent --noproxy '*' --cacert "$work/ca.pem" --max-time 60 --output "$work/body" --write-out '%{http_code}' \
  --resolve "$host:$port:127.0.0.1" --resolve "elsewhere.example:$port:127.0.0.1" "$@" || true; }
body() { cat "$work/body"; }
here="https://$host:$port"
admin="betrieb:$password"

start_service first.log "${with_example[@]}"
wait_for 'the service is running' first.log

is "liveness is open" 200 "$(call "$here/actuator/health/liveness")"
is "readiness is open" 200 "$(call "$here/actuator/health/readiness")"
is "readiness says no more than UP" '{"status":"UP"}' "$(body)"
for secret in health health/work info metrics prometheus; do
  is "$secret is not open" 401 "$(call "$here/actuator/$secret")"
done
is "the administrator sees health" 200 "$(call --user "$admin" "$here/actuator/health")"
is "the administrator sees the work" 200 "$(call --user "$admin" "$here/actuator/health/work")"
contains "nothing waits" '"deadLetters":0' "$(body)"
is "the administrator scrapes" 200 "$(call --user "$admin" "$here/actuator/prometheus")"
contains "dead letters are a metric" 'rechnungseingang_dead_letters' "$(body)"

is "the demo's administrator is nobody" 401 "$(call --user admin:musterstadt-demo "$here/actuator/health")"
is "the demo's token is worth nothing" 401 \
  "$(call --header 'Authorization: Bearer demo-token-musterstadt-not-for-production' "$here/api/v1/invoices/NEU-2026-0000001-00")"
is "there is one town, and no demo town" 'Stadt Neustadt' "$(sql --command 'select name from tenant' rechnungseingang)"

bearer="Authorization: Bearer $token"
printf '<?xml version="1.0"?><Invoice xmlns="urn:example:secret-content-4711"/>' >"$work/file.xml"
is "a document is taken in" 202 "$(call --header "$bearer" --header 'Content-Type: application/xml' \
  --data-binary "@$work/file.xml" "$here/api/v1/invoices")"
number=$(body | grep -o 'NEU-20[0-9-]*' | head -n 1)
for _ in $(seq 150); do
  grep -q "Checked: " "$work/first.log" && break
  sleep 0.2
done
is "its case can be read" 200 "$(call --header "$bearer" "$here/api/v1/invoices/$number")"
is "it was checked, and the log names its number" 1 \
  "$(grep 'Checked: ' "$work/first.log" | grep '"tenant":"neustadt"' | grep -c "\"receiptNumber\":\"$number\"" || true)"
is "the log holds nothing of its content" 0 "$(grep -c 'secret-content-4711' "$work/first.log" || true)"
is "each line of the log is a JSON object" 0 "$(grep -cv '^{.*}$' "$work/first.log" || true)"
pdf="$examples/../../samples/good/zugferd-01-xrechnung.pdf"
is "a PDF is taken in" 202 "$(call --header "$bearer" --header 'Content-Type: application/pdf' \
  --data-binary "@$pdf" "$here/api/v1/invoices")"
for _ in $(seq 300); do
  [ "$(grep -c 'Checked: ' "$work/first.log")" -lt 2 ] || break
  sleep 0.2
done
contains "its XML was found and accepted" 'Checked: accept' "$(grep 'Checked: ' "$work/first.log" | tail -n 1)"
is "a login under no town's name is nobody's" 401 "$(call --user "$admin" "https://elsewhere.example:$port/actuator/health")"
is "a forwarded host is not believed" 401 "$(call --user "$admin" --header "X-Forwarded-Host: $host" \
  "https://elsewhere.example:$port/actuator/health")"

as postgres "$pg/pg_ctl" stop --silent --mode=fast --pgdata="$work/cluster"
is "without PostgreSQL it is not ready" 503 "$(call "$here/actuator/health/readiness")"
is "without PostgreSQL it is alive" 200 "$(call "$here/actuator/health/liveness")"
start_database
for _ in $(seq 60); do
  [ "$(call "$here/actuator/health/readiness")" = 200 ] && break
  sleep 0.5
done
is "with PostgreSQL back it is ready again" 200 "$(call "$here/actuator/health/readiness")"
is "and the document is there" 200 "$(call --header "$bearer" "$here/api/v1/invoices/$number")"
stop_service

start_service proxy.log "${with_example[@]}" --server.forward-headers-strategy=native \
  '--server.tomcat.remoteip.internal-proxies=127\.0\.0\.1'
wait_for 'the service is running' proxy.log
is "behind a proxy the forwarded host names the town" 200 "$(call --user "$admin" --header "X-Forwarded-Host: $host" \
  "https://elsewhere.example:$port/actuator/health")"
stop_service

sed '/^  tenants:/,/^logging:/{/^logging:/!d}' "$examples/application.yaml" >"$work/etc/application.yaml"
rm "$work"/secrets/rechnungseingang.tenants.* "$work"/secrets/rechnungseingang.people.*
start_service no-town.log "${with_example[@]}"
wait_for 'the service is running' no-town.log
wait_for 'No town is configured' no-town.log
echo "ok   without a town it says what is missing"
stop_service
echo "All of it."
