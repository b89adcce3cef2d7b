package dev.legacylogin.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Await;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.importing.UserImports;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Cluster;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

/** A node is killed in the middle of an import. The other one goes on with the same file: nobody is there twice, or half. */
class ImportKilledIT {
    private static final int ROWS = 20_000;
    private static final int KILL_AFTER = 5_000;
    private static final int SAMPLE = 100;

    private final Cluster cluster = Cluster.get();

    @AutoClose
    private final TestRealm realm = UserImports.emptyRealm();

    @Test
    void otherNodeGoesOn() {
        String file = UserImports.HEADER + UserImports.rows(1, ROWS);
        CompletableFuture<Answer> broken = CompletableFuture.supplyAsync(
                () -> importing(false, file).at(cluster.a().baseUri()).send());
        Await.until(
                Duration.ofMinutes(3),
                () -> broken.isDone() || realm.admin().users().count() > KILL_AFTER);
        assertThat(broken).as("the import").isNotDone();
        assertThat(importing(false, file).at(cluster.b().baseUri()).send().status())
                .as("in the whole cluster one import runs")
                .isEqualTo(409);

        cluster.a().kill();

        assertThat(broken.handle((answer, failure) -> failure instanceof CompletionException)
                        .join())
                .isTrue();
        int left = realm.admin().users().count();
        assertThat(left).isLessThan(ROWS);
        Answer again = onceFree(file);
        JsonNode summary = UserImports.summary(again);
        assertThat(summary.path("exists").intValue()).isEqualTo(left);
        assertThat(UserImports.figures(again)).containsExactly(ROWS, ROWS - left, left, 0);
        assertThat(realm.admin().users().count()).isEqualTo(ROWS);
        assertEverybodyIsWhole(left);
        System.out.printf(
                "Node A killed in the middle of %d rows: %d users kept, all there after the file again%n", ROWS, left);

        cluster.a().start();
        cluster.a().awaitMembers(2);
        cluster.b().awaitMembers(2);
    }

    private Http importing(boolean dryRun, String file) {
        return UserImports.request("POST", realm, UserImports.COLUMNS + "&dry-run=" + dryRun)
                .header("Content-Type", "text/csv")
                .body(file);
    }

    /** The dead node's hold on the realm ends by itself. */
    private Answer onceFree(String file) {
        Await.until(
                Duration.ofMinutes(2),
                () -> importing(true, UserImports.HEADER)
                                .at(cluster.b().baseUri())
                                .send()
                                .status()
                        == 200);
        return importing(false, file).at(cluster.b().baseUri()).send();
    }

    /** Those around the row where it broke off, as the batches of both nodes left them. */
    private void assertEverybodyIsWhole(int left) {
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, "legacy-fusio");
        IntStream.range(Math.max(1, left - SAMPLE / 2), left + SAMPLE / 2).forEach(i -> {
            List<UserRepresentation> users = realm.admin().users().searchByUsername("user" + i, true);
            assertThat(users).as("user" + i).hasSize(1);
            assertThat(users.get(0).getEmail()).isEqualTo("user" + i + "@example.com");
            assertThat(users.get(0).firstAttribute("legacy_id")).isEqualTo(String.valueOf(i));
            assertThat(own.password("user" + i, UserImports.PASSWORD).status())
                    .as("user" + i)
                    .isEqualTo(200);
        });
    }
}
