package dev.legacylogin.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Answers;
import dev.legacylogin.Failure;
import dev.legacylogin.RealmChange;
import dev.legacylogin.Route;
import dev.legacylogin.http.Fault;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Node;
import dev.legacylogin.server.TestRealm;
import java.util.function.Consumer;

/** What the tests of several nodes have in common. */
final class ClusterRealm {
    private ClusterRealm() {}

    /** A copy of the demo realm whose Fusio gives out refresh tokens and whose clients may introspect their tokens. */
    static TestRealm create(Consumer<ObjectNode> change) {
        return TestRealm.copy(json -> {
            json.put("accessTokenLifespan", 7200); // longer than any outage here
            RealmChange.settings(json, "legacy-fusio").put("response", "extended");
            RealmChange.clients(json).forEach(RealmChange::addItselfToTheAudience);
            change.accept(json);
        });
    }

    /** The documented answer to a wrong password, whole. */
    static void assertWrong(Route route, TestRealm realm, Answer answer) {
        Answers.assertFailure(answer, Failure.wrongSecret(route, url(route, realm)));
    }

    /** The path's own form of a failure of the server. */
    static void assertUnexpected(Route route, TestRealm realm, Answer answer) {
        Answers.assertFailure(answer, Failure.of(Fault.UNEXPECTED, route, url(route, realm)));
    }

    /** The URL of both nodes, by their hostname option. */
    private static String url(Route route, TestRealm realm) {
        return Node.HOSTNAME + realm.path(route.path());
    }
}
