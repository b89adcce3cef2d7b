package dev.legacylogin.pocketbase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.Calls;
import dev.legacylogin.Expect;
import dev.legacylogin.Failure;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;

/** The calls of wanderer and their answers. */
final class PocketbasePath {
    static final String CLIENT = "legacy-pocketbase";
    static final String PATH = "/auth/login";
    static final String WRONG = "Failed to authenticate.";

    private PocketbasePath() {}

    static Answer login(TestRealm realm, String username, String password) {
        return post(realm, "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
    }

    static Answer login(TestUser user) {
        return login(user.realm(), user.username(), user.password());
    }

    static Answer post(TestRealm realm, String json) {
        return Http.post(realm.path(PATH)).json(json).send();
    }

    /** The record of an answer whose status and keys are those of the page. */
    static JsonNode record(Answer answer) {
        JsonNode record = answer.json().path("record");
        Expect.json(
                answer, 200, "{\"record\":%s,\"token\":\"<Bearer legacy-pocketbase>\"}".formatted(record.toString()));
        return record;
    }

    /** The record that a login of a new user with these attributes is answered with. */
    static JsonNode recordWith(TestRealm realm, Map<String, String> attributes) {
        try (TestUser user = realm.createUser("right")) {
            return record(login(user.attributes(attributes)));
        }
    }

    /** The documented success with this record, in which {@code <created>} and {@code <updated>} stand for dates. */
    static void succeeded(Answer answer, String record, String... moreHeaders) {
        JsonNode answered = answer.json().path("record");
        String expected = record.replace("<created>", answered.path("created").asText())
                .replace("<updated>", answered.path("updated").asText());
        Expect.json(
                answer,
                200,
                "{\"record\":%s,\"token\":\"<Bearer legacy-pocketbase>\"}".formatted(expected),
                moreHeaders);
    }

    /** The record of a user of whom Keycloak alone knows anything. */
    static String plainRecord(TestUser user) {
        return """
                {"avatar":"","collectionId":"_pb_users_auth_","collectionName":"users","created":"<created>",\
                "email":"%2$s@example.org","emailVisibility":false,"id":"%1$s","language":"","location":null,"token":"",\
                "unit":"","updated":"<updated>","username":"%2$s","verified":true}""".formatted(user.id(), user.username());
    }

    /** The answer is the documented failure with this message, at the path below the realm. */
    static void failed(Answer answer, TestRealm realm, String message) {
        Expect.json(answer, 400, failure(realm.path(PATH), 400, message, "{}"));
    }

    /** The answer tells that these members are blank. */
    static void blank(Answer answer, TestRealm realm, String data) {
        String message = "Something went wrong while processing your request.";
        Expect.json(answer, 400, failure(realm.path(PATH), 400, message, data));
    }

    static String failure(String path, int status, String message, String data) {
        return Failure.pocketbase(status, message, data, Calls.url(path)).body();
    }
}
