package dev.legacylogin.token;

import dev.legacylogin.server.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and no longer than it takes. */
public final class Await {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Await() {}

    /** Asks again and again until the condition holds; fails after the given time. */
    public static void until(Duration atMost, BooleanSupplier condition) {
        Instant end = Instant.now().plus(atMost);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("It did not happen within " + atMost);
            }
            pause();
        }
    }

    /** Waits until the clock has passed a point in seconds since the epoch, as in a token. */
    public static void untilAfter(long epochSecond) {
        until(Duration.ofMinutes(1), () -> Instant.now().getEpochSecond() > epochSecond);
    }

    /** Guesses again and again until Keycloak locks the user for a while. */
    public static void locked(TestUser user, Runnable wrongGuess) {
        until(Duration.ofMinutes(1), () -> {
            wrongGuess.run();
            return (boolean) user.realm()
                    .admin()
                    .attackDetection()
                    .bruteForceUserStatus(user.id())
                    .get("disabled");
        });
    }

    /** Waits until Keycloak, which counts behind its answers, has counted so many failures of the user. */
    public static void failures(TestUser user, int count) {
        until(Duration.ofMinutes(1), () -> {
            var status = user.realm().admin().attackDetection().bruteForceUserStatus(user.id());
            return (int) status.get("numFailures") == count;
        });
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
