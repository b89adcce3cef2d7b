package dev.legacylogin.threats;

import static dev.legacylogin.threats.Threats.RIGHT;
import static dev.legacylogin.threats.Threats.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Await;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Threat 6, a measurement and no part of the suite (its name does not end in IT):
 * {@code mvn verify -Dit.test=LoginTimes}. How long an unknown user, a wrong password and a locked user take at every
 * legacy path and at Keycloak's own endpoint, all in turn, with a dear password hash.
 */
@Tag("threat-6")
@Isolated
class LoginTimes {
    private static final int TRIES = 200;
    private static final int WARM_UP = 20;

    private enum Case {
        UNKNOWN,
        WRONG_PASSWORD,
        LOCKED
    }

    @Test
    void noWiderApartThanKeycloaksOwn() {
        try (TestRealm open = realm(100_000);
                TestRealm locking = realm(1);
                TestUser known = open.createUser(RIGHT);
                TestUser locked = locking.createUser(RIGHT)) {
            Login.at(Route.FUSIO).own(locking, locked.username(), WRONG);
            Await.until(locked::isLocked);

            Map<Login, Map<Case, long[]>> legacy = new LinkedHashMap<>();
            Map<Login, Map<Case, long[]>> own = new LinkedHashMap<>();
            for (int i = -WARM_UP; i < TRIES; i++) {
                for (Login login : Login.ALL) {
                    measure(legacy, login, Case.UNKNOWN, i, () -> login.send(open, "nobody-of-this-name", WRONG));
                    measure(own, login, Case.UNKNOWN, i, () -> login.own(open, "nobody-of-this-name", WRONG));
                    measure(legacy, login, Case.WRONG_PASSWORD, i, () -> login.send(open, known.username(), WRONG));
                    measure(own, login, Case.WRONG_PASSWORD, i, () -> login.own(open, known.username(), WRONG));
                    measure(legacy, login, Case.LOCKED, i, () -> login.send(locking, locked.username(), WRONG));
                    measure(own, login, Case.LOCKED, i, () -> login.own(locking, locked.username(), WRONG));
                }
            }
            report(legacy, own);
        }
    }

    /** With the hash that was Keycloak's default before Argon2, and locked for hours after so many failures. */
    private static TestRealm realm(int failureFactor) {
        return Login.realm((ObjectNode json) -> {
            json.put("failureFactor", failureFactor).put("quickLoginCheckMilliSeconds", 0);
            json.put("waitIncrementSeconds", 36_000).put("maxFailureWaitSeconds", 36_000);
            json.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha512) and hashIterations(210000)");
        });
    }

    private static void measure(
            Map<Login, Map<Case, long[]>> times, Login login, Case which, int index, Supplier<Answer> request) {
        long start = System.nanoTime();
        Answer answer = request.get();
        long nanos = System.nanoTime() - start;
        assertThat(answer.status()).isBetween(400, 499);
        if (index >= 0) {
            times.computeIfAbsent(login, l -> new EnumMap<>(Case.class))
                    .computeIfAbsent(which, c -> new long[TRIES])[index] = nanos;
        }
    }

    private static void report(Map<Login, Map<Case, long[]>> legacy, Map<Login, Map<Case, long[]>> own) {
        System.out.printf("%-15s %28s %28s%n", "medians, ms", "legacy path", "Keycloak's own");
        System.out.printf(
                "%-15s %9s%9s%10s %9s%9s%10s%n", "", "unknown", "wrong", "locked", "unknown", "wrong", "locked");
        boolean wider = false;
        for (Login login : Login.ALL) {
            double[] l = medians(legacy.get(login));
            double[] o = medians(own.get(login));
            System.out.printf(
                    "%-15s %9.1f%9.1f%10.1f %9.1f%9.1f%10.1f   spread / own median: %.3f, own %.3f%n",
                    login, l[0], l[1], l[2], o[0], o[1], o[2], spread(l) / o[0], spread(o) / o[0]);
            wider |= spread(l) > spread(o) + 0.1 * o[0];
        }
        assertThat(wider).as("a legacy path tells cases apart by time").isFalse();
    }

    private static double[] medians(Map<Case, long[]> times) {
        return Arrays.stream(Case.values())
                .mapToDouble(which -> {
                    long[] sorted = times.get(which).clone();
                    Arrays.sort(sorted);
                    return sorted[sorted.length / 2] / 1e6;
                })
                .toArray();
    }

    private static double spread(double[] medians) {
        return Arrays.stream(medians).max().orElseThrow()
                - Arrays.stream(medians).min().orElseThrow();
    }
}
