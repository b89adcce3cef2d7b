package dev.legacylogin.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.credential.PasswordCredentialModel;

/** A password that cannot be the right one takes as long as any other that is wrong. */
@Isolated
class PasswordTimeTest {
    private static final int MEASUREMENTS = 4;
    /** Counts this thread's work alone. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $2y$11$abcdefghijklmnopqrstuug7UNkyKeYcvZr9DIp5unrfhIW47ssoe | 10
            $wp$2y$11$abcdefghijklmnopqrstuuGLbM3A2fciArlzeRzBy272ceMTe8p9C | 4097
            bcrypt_sha256$$2b$11$abcdefghijklmnopqrstuuPVareunWxwb3arGtQvqHz6GIScwrGm2 | 10
            $P$DIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0 | 4097
            $S$FTOxWPdvJRs0P/xZBdrrPlGgzViOS0drHu3jaIjitesfttrp18bk | 513
            $5$rounds=200000$saltstring$m0VKTcuutQTdvZpHj7E/dYu9lJGeIWagMBQJeRIf./9 | 512
            $scrypt$ln=15,r=8,p=1$c29tZXNhbHRzb21lc2FsdA$c29tZXNhbHRzb21lc2FsdA | 10
            $fbscrypt$v=1,n=15,r=8,p=1,sk=c29tZXNhbHRzb21lc2FsdA$c29tZXNhbHQ$c29tZXNhbHRzb21lc2FsdA | 10
            """)
    void isThatOfAWrongOne(String hash, int length) throws UnusableHashException {
        PasswordCredentialModel credential = OldHash.read(hash).credential();
        String impossible = "x".repeat(length - 1) + "\ud800";
        long shortest = Long.MAX_VALUE;
        long shortestOfWrong = Long.MAX_VALUE;
        for (int i = 0; i < MEASUREMENTS; i++) { // in turn: the compiler makes later ones faster
            shortestOfWrong = Math.min(shortestOfWrong, time(credential, "x".repeat(10)));
            shortest = Math.min(shortest, time(credential, impossible));
        }

        assertThat(shortest).isGreaterThan(shortestOfWrong / 2);
    }

    /** In nanoseconds. */
    private static long time(PasswordCredentialModel credential, String password) {
        long start = CLOCK.getCurrentThreadCpuTime();
        Verified.by(credential, password);
        return CLOCK.getCurrentThreadCpuTime() - start;
    }
}
