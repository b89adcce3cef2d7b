package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Answers;
import dev.legacylogin.Clients;
import dev.legacylogin.Expect;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestUser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How a described API says no: each reason in its own words, or in those of the next general one. */
class DescribedRefusalsIT {
    private static final String LOGIN =
            "\"operation\": \"login\", \"path\": \"/in\", \"success\": {\"body\": \"{access_token}\"}";

    /** Says nothing of refusals. */
    @AutoClose
    private static final DescribedApi SHORT = DescribedApi.of("{\"endpoints\":[{" + LOGIN + "}]}");

    /** One answer for all, that tells why. */
    @AutoClose
    private static final DescribedApi TALKING = DescribedApi.of("{\"endpoints\":[{" + LOGIN
            + ",\"requires\":{\"query.key\":\"k\"},\"errors\":{\"malformed\":{\"status\":422,"
            + "\"body\":\"{reason}\"}}}],\"errors\":{\"error\":{\"body\":[\"{reason}\",\"{status}\",\"{path}\"]}}}");

    @Test
    void withoutAWordItIsProblemJson() {
        assertProblem(SHORT.post("/in").json("{}").send(), 400, "Bad Request", "The user name is missing");
        assertProblem(SHORT.post("/in").json("{").send(), 400, "Bad Request", "Malformed request");
        assertProblem(
                SHORT.post("/in")
                        .json("{\"username\":\"x\",\"password\":\"x\"}")
                        .send(),
                401,
                "Unauthorized",
                "The credentials are wrong");
        assertProblem(
                SHORT.post("/in").json("x".repeat(20_000)).send(),
                413,
                "Request Entity Too Large",
                "The request is too large");
        assertProblem(
                SHORT.post("/in")
                        .header("Content-Type", "application/xml")
                        .body("<a/>")
                        .send(),
                415,
                "Unsupported Media Type",
                "Unsupported content type");
        assertProblem(
                SHORT.post("/in")
                        .header("Origin", "https://evil.example")
                        .json("{}")
                        .send(),
                403,
                "Forbidden",
                "Origin not allowed");
    }

    @Test
    void eachReasonOrTheNextGeneralOne() {
        says(TALKING.post("/in").json("{}").send(), 422, "\"requirement-missing\"");
        says(key("{\"password\":\"x\"}"), 422, "\"username-missing\"");
        says(key("{\"username\":\"x\"}"), 422, "\"password-missing\"");
        says(key("{"), 422, "\"malformed\"");
        says(key("{\"username\":\"x\",\"password\":\"x\"}"), 401, "[\"unknown-user\",401,\"/in\"]");
        says(
                TALKING.post("/in?key=k")
                        .header("Content-Type", "a/b")
                        .body("x")
                        .send(),
                415,
                "[\"content-type\",415,\"/in\"]");
        says(TALKING.post("/in?key=%ff").json("{}").send(), 422, "\"malformed\"");
        Answer wrongMethod = Http.request("DELETE", TALKING.path("/in?key=k")).send();
        Expect.json(wrongMethod, 405, "[\"method\",405,\"/in\"]", "allow", "OPTIONS, POST");
    }

    @Test
    void whatKeycloakRefuses() {
        try (TestUser user = TALKING.realm().createUser("right")) {
            user.requiredActions("UPDATE_PASSWORD");
            says(login(user, "right"), 403, "[\"password-change-required\",403,\"/in\"]");
            user.requiredActions("VERIFY_EMAIL");
            says(login(user, "right"), 403, "[\"action-pending\",403,\"/in\"]");
            user.requiredActions();
            assertThat(login(user, "right").status()).isEqualTo(200);

            Clients.change(TALKING.realm(), DescribedApi.CLIENT, it -> it.setDirectAccessGrantsEnabled(false));
            says(login(user, "right"), 403, "[\"client\",403,\"/in\"]");
            Clients.change(TALKING.realm(), DescribedApi.CLIENT, it -> {
                it.setDirectAccessGrantsEnabled(true);
                it.setEnabled(false);
            });
            says(login(user, "right"), 403, "[\"client\",403,\"/in\"]");
            Clients.change(TALKING.realm(), DescribedApi.CLIENT, it -> it.setEnabled(true));
            user.change(it -> it.setEnabled(false));
            says(login(user, "right"), 401, "[\"credentials\",401,\"/in\"]");
            assertThat(user.admin().getUserSessions()).hasSize(1);
        }
    }

    @Test
    void aPreflight() {
        Answer answer = Answers.granted(Http.preflight(SHORT.path("/in"), DescribedApi.ORIGIN));

        assertThat(answer.header("Access-Control-Allow-Origin")).contains(DescribedApi.ORIGIN);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("OPTIONS, POST");
    }

    /** A failure of the server is one, also where one answer is said for all. */
    @Test
    void aFailureOfTheServer() {
        try (DescribedApi broken = DescribedApi.of(
                        "{\"endpoints\":[{" + LOGIN
                                + "}],\"errors\":{\"error\":{\"status\":400,\"body\":\"{reason}\"}}}",
                        realm -> RealmChange.breakTokens(RealmChange.client(realm, DescribedApi.CLIENT)));
                TestUser user = broken.realm().createUser("right")) {
            Answer answer = broken.post("/in")
                    .json(DescribedApi.credentials(user, "right"))
                    .send();

            says(answer, 500, "\"unexpected\"");
            says(broken.post("/in").json("{").send(), 400, "\"malformed\"");
        }
    }

    private static Answer login(TestUser user, String password) {
        return key(DescribedApi.credentials(user, password));
    }

    private static Answer key(String json) {
        return TALKING.post("/in?key=k").json(json).send();
    }

    private static void says(Answer answer, int status, String body) {
        Expect.json(answer, status, body);
    }

    private static void assertProblem(Answer answer, int status, String title, String detail) {
        Expect.json(
                answer,
                status,
                "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(title, status, detail),
                "content-type",
                "application/problem+json");
    }
}
