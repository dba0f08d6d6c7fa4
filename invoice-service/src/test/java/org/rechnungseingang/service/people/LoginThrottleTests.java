package org.rechnungseingang.service.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginThrottleTests {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.1";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Time time = new Time();
    private final LoginThrottle throttle = new LoginThrottle(new Logins(), time);

    @Test
    void letsSomebodyErrAFewTimes() {
        fail("clerk", HERE, 4);

        assertThat(throttle.waits("clerk", HERE)).isFalse();
    }

    @Test
    void doublesTheWaitWithEachFurtherFailure() {
        fail("clerk", HERE, 5);
        assertThat(waitOf("clerk", HERE)).isEqualTo(Duration.ofSeconds(15));
        fail("clerk", HERE, 1);
        assertThat(waitOf("clerk", HERE)).isEqualTo(Duration.ofSeconds(30));
        fail("clerk", HERE, 1);
        assertThat(waitOf("clerk", HERE)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void neverWaitsLongerThanAQuarterOfAnHour() {
        fail("clerk", HERE, 60);

        assertThat(waitOf("clerk", HERE)).isEqualTo(Duration.ofMinutes(16));
    }

    @Test
    void takesALoginForTheSameHoweverItIsWritten() {
        fail("Clerk ", HERE, 5);

        assertThat(throttle.waits("clerk", HERE)).isTrue();
    }

    @Test
    void hitsNeitherAnotherLoginNorAnotherAddress() {
        fail("clerk", HERE, 7);

        assertThat(throttle.waits("treasurer", HERE)).isFalse();
        assertThat(throttle.waits("clerk", ELSEWHERE)).isFalse();
    }

    @Test
    void hitsNobodyThroughALoginThatLooksLikeAnotherSource() {
        for (String login : new String[] {"clerk " + HERE, HERE + " clerk", HERE}) {
            fail(login, ELSEWHERE, 7);
        }

        assertThat(throttle.waits("clerk", HERE)).isFalse();
    }

    @Test
    void forgetsFailuresOneByOne() {
        fail("clerk", HERE, 5);
        time.pass(Duration.ofMinutes(15));
        fail("clerk", HERE, 1);
        assertThat(waitOf("clerk", HERE)).isEqualTo(Duration.ofSeconds(15));

        time.pass(Duration.ofMinutes(45));
        fail("clerk", HERE, 1);
        assertThat(throttle.waits("clerk", HERE)).isFalse();
    }

    @Test
    void forgetsTheFailuresOfALoginThatSucceeds() {
        fail("clerk", HERE, 4);
        throttle.succeeded("clerk", HERE);
        fail("clerk", HERE, 4);

        assertThat(throttle.waits("clerk", HERE)).isFalse();
    }

    @Test
    void slowsDownAnAddressThatTriesManyLogins() {
        for (int login = 0; login < 49; login++) {
            fail("login" + login, HERE, 1);
        }
        assertThat(throttle.waits("another", HERE)).isFalse();
        fail("login49", HERE, 1);

        assertThat(throttle.waits("another", HERE)).isTrue();
        assertThat(throttle.waits("another", ELSEWHERE)).isFalse();
    }

    @Test
    void takesAWholeIpv6PrefixForOneAddress() {
        for (int host = 1; host <= 50; host++) {
            fail("login" + host, "2001:db8:1:2::" + Integer.toHexString(host), 1);
        }

        assertThat(throttle.waits("another", "2001:db8:1:2:ffff::1")).isTrue();
        assertThat(throttle.waits("another", "2001:db8:1:3::1")).isFalse();
    }

    // A town hall behind one address: a failure every six minutes, day and night, for a month.
    @Test
    void neverSlowsDownAnAddressWhereNowAndThenSomebodyErrs() {
        for (int failure = 0; failure < 7_200; failure++) {
            assertThat(throttle.waits("another", HERE)).isFalse();
            fail("login" + failure, HERE, 1);
            time.pass(Duration.ofMinutes(6));
        }
    }

    @Test
    void slowsDownManyAddressesThatTryOneLogin() {
        fromManyAddresses("clerk", 20);

        assertThat(throttle.waits("clerk", ELSEWHERE)).isTrue();
        assertThat(throttle.waits("treasurer", ELSEWHERE)).isFalse();
    }

    @Test
    void makesNobodyWaitLongerThanAMinuteForWhatManyAddressesDo() {
        fromManyAddresses("clerk", 1_000);

        assertThat(waitOf("clerk", ELSEWHERE)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void neverHitsTheOwnerForWhatManyAddressesDoWhereHeHasLoggedInOfLate() {
        throttle.succeeded("clerk", HERE);
        time.pass(Duration.ofDays(29));
        fromManyAddresses("clerk", 1_000);

        assertThat(throttle.waits("clerk", HERE)).isFalse();
        assertThat(throttle.waits("clerk", ELSEWHERE)).isTrue();
    }

    @Test
    void forgetsWhereTheOwnerHasNotLoggedInForAMonth() {
        throttle.succeeded("clerk", HERE);
        time.pass(Duration.ofDays(31));
        throttle.succeeded("treasurer", HERE);
        fromManyAddresses("clerk", 20);

        assertThat(throttle.waits("clerk", HERE)).isTrue();
    }

    @Test
    void slowsDownGuessingAlsoWhereTheOwnerHasLoggedIn() {
        throttle.succeeded("clerk", HERE);
        fail("clerk", HERE, 5);

        assertThat(throttle.waits("clerk", HERE)).isTrue();
        assertThat(throttle.waits("clerk", ELSEWHERE)).isFalse();
    }

    private void fromManyAddresses(String login, int addresses) {
        for (int address = 0; address < addresses; address++) {
            fail(login, "203.0." + address / 256 + "." + address % 256, 1);
        }
    }

    private void fail(String login, String address, int times) {
        for (int time = 0; time < times; time++) {
            throttle.failed(login, address);
        }
    }

    /** How long the login has to wait from now on; the time has then passed. */
    private Duration waitOf(String login, String address) {
        Instant from = time.instant();
        while (throttle.waits(login, address)) {
            time.pass(SOON);
        }
        Duration waited = Duration.between(from, time.instant());
        time.turnBackTo(from);
        return waited;
    }

    private static final class Time extends Clock {

        private Instant now = Instant.parse("2026-11-23T09:15:30Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        void turnBackTo(Instant then) {
            now = then;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
