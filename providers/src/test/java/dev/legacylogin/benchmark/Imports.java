package dev.legacylogin.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.importing.UserImports;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An import of users, and Keycloak's own partial import of the same users with the same hashes, in turn.
 *
 * @param users how many an import has
 * @param aCall how many a partial import has, which is one transaction
 * @param turns what was measured
 */
record Imports(int users, int aCall, List<Turn> turns) {

    /** For one partial import: there a user takes ten times as long. */
    private static final int TIMES_AS_MANY = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One of each. */
    record Turn(Rate ours, Rate partial) {}

    /** Of users that are created: how many a second, and the server's CPU time for one, in milliseconds. */
    record Rate(double usersASecond, double cpuMillis) {}

    /** Imports so many users again and again, after a time that does not count. */
    static Imports of(Target target, int users, int times) {
        TestRealm ours = UserImports.emptyRealm();
        TestRealm other = UserImports.emptyRealm();
        int aCall = Math.max(1, users / TIMES_AS_MANY);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i <= times; i++) {
            int turn = i;
            Rate imported = rate(target, users, () -> importUsers(ours, turn * users, users));
            turns.add(new Turn(imported, rate(target, aCall, () -> importPartially(other, turn * aCall, aCall))));
            System.out.printf("Import %d of %d%n", i, times);
        }
        return new Imports(users, aCall, turns.subList(1, turns.size()));
    }

    private static Rate rate(Target target, int users, Runnable create) {
        double cpuBefore = target.cpuTime().get().toNanos();
        long start = System.nanoTime();
        create.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Rate(users / seconds, (target.cpuTime().get().toNanos() - cpuBefore) / 1e6 / users);
    }

    private static void importUsers(TestRealm realm, int from, int users) {
        String rows = IntStream.range(from, from + users)
                .mapToObj(i -> UserImports.row(i + 1, "user" + i))
                .collect(Collectors.joining());
        assertThat(UserImports.figures(UserImports.csv(realm, false, rows))).containsExactly(users, users, 0, 0);
    }

    private static void importPartially(TestRealm realm, int from, int users) {
        ObjectNode body = JSON.createObjectNode().put("ifResourceExists", "SKIP");
        ArrayNode all = body.putArray("users");
        IntStream.range(from, from + users).forEach(i -> addUser(all, i));
        Answer answer = Http.post("/admin/realms/" + realm.name() + "/partialImport")
                .patient()
                .asAdmin()
                .json(body)
                .send();
        assertThat(answer.json().path("added").intValue()).as(answer.body()).isEqualTo(users);
    }

    /** What a row of {@link UserImports#row} becomes. */
    private static void addUser(ArrayNode all, int i) {
        String name = "user" + i;
        ObjectNode user = all.addObject()
                .put("username", name)
                .put("email", name + "@example.com")
                .put("firstName", "First")
                .put("lastName", "Last")
                .put("enabled", true);
        user.putObject("attributes").put("legacy_id", String.valueOf(i + 1)).put("legacy_username", name);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("credentialData", "{\"hashIterations\":1,\"algorithm\":\"legacy-hash\"}")
                .put("secretData", "{\"value\":\"" + UserImports.HASH + "\"}");
    }
}
