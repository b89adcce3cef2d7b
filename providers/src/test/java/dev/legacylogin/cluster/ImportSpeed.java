package dev.legacylogin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.importing.UserImports;
import dev.legacylogin.server.Admin;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * A measurement and no part of the suite (its name does not end in IT): {@code mvn verify -Pcluster
 * -Dit.test=ImportSpeed -Dserver.java-options=-Xmx1g}. How many users a second an import creates over PostgreSQL, how many
 * Keycloak's partial import of 1,000 users a call does in the same run, and what a login takes during an import.
 */
class ImportSpeed {
    private static final int WARM_UP = 20_000;
    private static final int ROWS = Integer.getInteger("rows", 100_000);
    private static final int PARTIAL = 3_000;
    private static final int A_CALL = 1_000;
    private static final int LOGINS = 30;
    private static final long PAUSE_NANOS = 100_000_000;
    private static final int TIMES_AS_FAST = 8;
    private static final int SLOWER_LOGINS = 2;

    @Test
    void usersASecond() {
        try (TestRealm realm = UserImports.emptyRealm();
                TestRealm other = UserImports.emptyRealm();
                TestUser user = realm.createUser("a password")) {
            imported(realm, 0, WARM_UP);
            partial(other, 0, A_CALL);
            double idle = login(realm, user);
            double partial = partial(other, A_CALL, A_CALL + PARTIAL);
            List<Double> rates = imports(realm);
            double rate = median(rates);
            double last = rates.get(rates.size() - 1);
            CompletableFuture<Double> another =
                    CompletableFuture.supplyAsync(() -> imported(realm, WARM_UP + ROWS, 2 * WARM_UP + ROWS));
            List<Double> busy = new ArrayList<>();
            while (!another.isDone()) {
                busy.add(login(realm, user));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%d users: %.0f a second (the last tenth: %.2f of the first); partial import, %d a call: %.0f; "
                            + "%.1f times as fast; a login meanwhile: %.1f times its time%n",
                    ROWS,
                    rate,
                    last / rates.get(0),
                    A_CALL,
                    partial,
                    rate / partial,
                    median(busy) / idle);

            assertThat(rate / partial).isGreaterThan(TIMES_AS_FAST);
            assertThat(median(busy) / idle).isLessThan(SLOWER_LOGINS);
        }
    }

    /** Users a second in each tenth. */
    private static List<Double> imports(TestRealm realm) {
        return IntStream.range(0, 10)
                .mapToObj(part -> imported(realm, WARM_UP + ROWS / 10 * part, WARM_UP + ROWS / 10 * (part + 1)))
                .toList();
    }

    private static double imported(TestRealm realm, int from, int to) {
        String rows = IntStream.range(from, to)
                .mapToObj(i -> UserImports.row(i + 1, "user" + i))
                .collect(Collectors.joining());
        long start = System.nanoTime();
        Answer answer = UserImports.csv(realm, false, rows);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(UserImports.figures(answer)).containsExactly(to - from, to - from, 0, 0);
        return (to - from) / seconds;
    }

    private static double partial(TestRealm realm, int from, int to) {
        long start = System.nanoTime();
        for (int first = from; first < to; first += A_CALL) {
            PartialImportRepresentation users = new PartialImportRepresentation();
            users.setIfResourceExists("SKIP");
            users.setUsers(IntStream.range(first, first + A_CALL)
                    .mapToObj(ImportSpeed::user)
                    .toList());
            try (Response response = Admin.realm(realm.name()).partialImport(users)) {
                assertThat(response.getStatus()).isEqualTo(200);
            }
        }
        return (to - from) / ((System.nanoTime() - start) / 1e9);
    }

    /** The same user, with the same hash. */
    private static UserRepresentation user(int i) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType("password");
        credential.setCredentialData("{\"hashIterations\":1,\"algorithm\":\"legacy-hash\"}");
        credential.setSecretData("{\"value\":\"" + UserImports.HASH + "\"}");
        UserRepresentation user = new UserRepresentation();
        user.setUsername("user" + i);
        user.setEmail("user" + i + "@example.com");
        user.setFirstName("First");
        user.setLastName("Last");
        user.setEnabled(true);
        user.singleAttribute("legacy_id", String.valueOf(i + 1));
        user.singleAttribute("legacy_username", "user" + i);
        user.setCredentials(List.of(credential));
        return user;
    }

    /** The median of some logins at Keycloak's own endpoint, in milliseconds. */
    private static double login(TestRealm realm, TestUser user) {
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, "legacy-fusio");
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < LOGINS; i++) {
            LockSupport.parkNanos(PAUSE_NANOS); // some users, and no attack
            long start = System.nanoTime();
            assertThat(own.password(user).status()).isEqualTo(200);
            times.add((System.nanoTime() - start) / 1e6);
        }
        return median(times);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
