package dev.legacylogin;

import dev.legacylogin.server.TestUser;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and no longer than it takes. */
public final class Await {
    private static final Duration PAUSE = Duration.ofMillis(100);

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

    /** The same, for a minute at most. */
    public static void until(BooleanSupplier condition) {
        until(Duration.ofMinutes(1), condition);
    }

    /** Waits until the clock has passed a point in seconds since the epoch, as in a token. */
    public static void untilAfter(long epochSecond) {
        until(() -> Instant.now().getEpochSecond() > epochSecond);
    }

    /** Guesses again and again until Keycloak, which counts behind its answers, locks the user for a while. */
    public static void locked(TestUser user, Runnable wrongGuess) {
        until(() -> {
            wrongGuess.run();
            return user.isLocked();
        });
    }

    /** Waits until Keycloak, which counts behind its answers, has counted so many failures of the user. */
    public static void failures(TestUser user, int count) {
        until(() -> user.failures() == count);
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
