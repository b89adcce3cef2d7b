package dev.legacylogin.threats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every documented way to log in with a password, and the same client's way at Keycloak's own token endpoint. */
enum Login {
    FUSIO(
            "fusio",
            "legacy-fusio",
            400,
            "{\"success\":false,\"title\":\"Internal Server Error\",\"message\":\"Invalid name or password\"}") {
        @Override
        Http request(TestRealm realm, String username, String password) {
            return Http.post(realm.path("/consumer/login")).json(json("username", username, "password", password));
        }
    },
    POCKETBASE("pocketbase", "legacy-pocketbase", 400, null) {
        @Override
        Http request(TestRealm realm, String username, String password) {
            return Http.post(realm.path("/auth/login")).json(json("username", username, "password", password));
        }
    },
    NOMIC("nomic", "legacy-nomic", 403, "") {
        @Override
        Http request(TestRealm realm, String username, String password) {
            return Http.post(realm.path("/api/auth/token")).basic(username, password);
        }
    },
    PASSPORT("passport", "2", 422, "{\"success\":false,\"message\":\"Email or password does not match.\"}") {
        @Override
        Http request(TestRealm realm, String username, String password) {
            return Http.post(realm.path("/api/auth/login"))
                    .json(json(
                            "username",
                            username,
                            "password",
                            password,
                            "client_id",
                            "2",
                            "client_secret",
                            SECRET,
                            "grant_type",
                            "password"));
        }
    },
    PASSPORT_TOKEN(
            "passport",
            "2",
            401,
            "{\"error\":\"invalid_credentials\",\"error_description\":\"The user credentials were incorrect.\",\"message\":\"The user credentials were incorrect.\"}") {
        @Override
        Http request(TestRealm realm, String username, String password) {
            return Http.post(realm.path("/oauth/token"))
                    .json(json(
                            "username",
                            username,
                            "password",
                            password,
                            "client_id",
                            "2",
                            "client_secret",
                            SECRET,
                            "grant_type",
                            "password"));
        }
    },
    SPHINX(
            "sphinx",
            "legacy-sphinx",
            401,
            "{\"code\":401,\"error\":\"invalid_credentials\",\"desc\":\"User or password does not match\"}") {
        @Override
        Http request(TestRealm realm, String username, String password) {
            return Http.post(realm.path("/v1/api/auth/login")).json(json("user", username, "password", password));
        }
    };

    /** Of every client in the realms that {@link #realm} makes, so that Keycloak's own endpoint can be asked too. */
    static final String SECRET = "a-secret-of-the-test-clients";

    /** Half of a surrogate pair can be said in an escape only. */
    private static final ObjectMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    final String shape;
    final String clientId;
    private final int deniedStatus;
    private final String deniedBody;

    Login(String shape, String clientId, int deniedStatus, String deniedBody) {
        this.shape = shape;
        this.clientId = clientId;
        this.deniedStatus = deniedStatus;
        this.deniedBody = deniedBody;
    }

    abstract Http request(TestRealm realm, String username, String password);

    Answer send(TestRealm realm, String username, String password) {
        return request(realm, username, password).send();
    }

    /** The documented answer to wrong credentials. */
    Answer denied(TestRealm realm) {
        String body = deniedBody == null ? pocketbaseFailure(realm) : deniedBody;
        return new Answer(deniedStatus, null, body);
    }

    /** The answer to a login that is refused for a reason that is neither the user's nor the client's. */
    Failure refused(TestRealm realm) {
        Route route = this == PASSPORT_TOKEN ? Route.OAUTH : Route.valueOf(name());
        return Failure.refused(route, Calls.url(realm.path(route.path())));
    }

    private static String pocketbaseFailure(TestRealm realm) {
        String url = dev.legacylogin.server.TestServer.get().baseUri() + realm.path("/auth/login");
        String data = "{\"code\":400,\"message\":\"Failed to authenticate.\",\"data\":{}}";
        return "{\"url\":\"" + url + "\",\"status\":400,\"response\":" + data
                + ",\"isAbort\":false,\"originalError\":{\"url\":\"" + url + "\",\"status\":400,\"data\":" + data
                + "},\"name\":\"ClientResponseError 400\"}";
    }

    /** A login of the same client at Keycloak's own token endpoint. */
    Answer own(TestRealm realm, String username, String password) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "password");
        form.put("client_id", clientId);
        form.put("client_secret", SECRET);
        form.put("username", username);
        form.put("password", password);
        return Http.post(realm.path("/protocol/openid-connect/token"))
                .form(form)
                .send();
    }

    /** A copy of the demo realm in which every client has {@link #SECRET} and passport tells no names. */
    static TestRealm realm(java.util.function.Consumer<ObjectNode> change) {
        return TestRealm.copy(realm -> {
            for (JsonNode client : realm.get("clients")) {
                ((ObjectNode) client).put("secret", SECRET);
                if (client.get("clientId").asText().equals("2")) {
                    ((ObjectNode) client.get("protocolMappers").get(0).get("config")).put("unknown.username", "hidden");
                }
            }
            change.accept(realm);
        });
    }

    static String json(String... members) {
        ObjectNode object = ASCII.createObjectNode();
        for (int i = 0; i < members.length; i += 2) {
            object.put(members[i], members[i + 1]);
        }
        try {
            return ASCII.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
