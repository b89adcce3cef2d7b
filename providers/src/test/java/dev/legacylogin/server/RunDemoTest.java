package dev.legacylogin.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunDemoTest {

    private static final List<String> DOCUMENTED_PATHS = List.of(
            "/consumer/login",
            "/auth/login",
            "/api/auth/token",
            "/api/auth/login",
            "/oauth/token",
            "/v1/api/auth/login",
            "/v1/api/auth/refresh");

    @Test
    void everyDocumentedPathIsCalledAtTheRootAndBelowTheRealm() {
        String welcome = RunDemo.welcome(URI.create("http://localhost:9090"));

        assertThat(DOCUMENTED_PATHS)
                .allSatisfy(path -> assertThat(welcome)
                        .contains("http://localhost:9090" + path + " ")
                        .contains("http://localhost:9090/realms/legacy" + path + " "));
        assertThat(welcome).doesNotContain("8080");
    }
}
