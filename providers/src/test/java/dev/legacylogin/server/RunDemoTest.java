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
        String welcome = RunDemo.welcome(URI.create("http://localhost:9090"), URI.create("http://localhost:10090"));

        assertThat(DOCUMENTED_PATHS)
                .allSatisfy(path -> assertThat(welcome)
                        .contains("http://localhost:9090" + path + " ")
                        .contains("http://localhost:9090/realms/legacy" + path + " "));
        assertThat(welcome).contains("http://localhost:10090/metrics").doesNotContain("8080");
    }

    @Test
    void userEventsAreCountedByVersionsThatKnowHow() {
        assertThat(RunDemo.eventMetrics("26.0.8")).isEmpty();
        assertThat(RunDemo.eventMetrics("26.1.4")).isEmpty();
        assertThat(RunDemo.eventMetrics("26.2.0")).contains("--event-metrics-user-enabled=true");
        assertThat(RunDemo.eventMetrics("26.7.3")).contains("--event-metrics-user-enabled=true");
    }
}
