package dev.legacylogin.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.server.Answer;

/** Asserts a whole answer of a documented path: status, the headers that matter and the body to the last byte. */
public final class Answers {
    private Answers() {}

    /** The answer is this JSON text and nothing else. */
    public static void assertJson(Answer answer, int status, String body) {
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
        assertCommon(answer, status);
    }

    /** The answer has no body at all. */
    public static void assertEmpty(Answer answer, int status) {
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().allValues("Content-Length")).containsExactly("0");
        assertThat(answer.headers().allValues("Content-Type")).isEmpty();
        assertCommon(answer, status);
    }

    private static void assertCommon(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().map()).doesNotContainKeys("www-authenticate", "set-cookie", "location");
    }
}
