package dev.legacylogin.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a described API is at the root: what the server option may say. */
class RootPathTest {

    @Test
    void namesRealmAndClientAsAPathSpellsThem() {
        assertThat(RootPath.of("/=legacy/old-app")).contains(new RootPath("", "legacy", "old-app"));
        assertThat(RootPath.of("/v1/x=my%20realm/%C3%A4%2Cb")).contains(new RootPath("/v1/x", "my realm", "ä,b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/=legacy",
                "/=legacy/",
                "v1=legacy/a",
                "/v1/=legacy/a",
                "/=legacy/a/b",
                "/=legacy/a%2Fb",
                "/=legacy/a;b",
                "/=legacy?x/a",
                "/=legacy/a#b",
                "/=legacy/%FF",
                "/=legacy/%61",
                "/=legacy/a b",
                "/..=legacy/a",
                "/a/.=legacy/a",
                "/realms=legacy/a",
                "/admin/x=legacy/a",
                "/robots.txt=legacy/a"
            })
    void whatCannotBeMeantIsNone(String entry) {
        assertThat(RootPath.of(entry)).isEmpty();
    }

    @Test
    void keycloaksOwnPathsAreNone() {
        RootPath root = new RootPath("", "legacy", "a");

        assertThat(root.described("/login")).contains("/login");
        assertThat(root.described("/")).isEmpty();
        assertThat(root.described("/realms/x")).isEmpty();
        assertThat(root.described("/.well-known/x")).isEmpty();
        assertThat(root.atRoot("/resources/x")).isEmpty();
        assertThat(new RootPath("/v1", "legacy", "a").described("/v1/realms/x")).contains("/realms/x");
        assertThat(new RootPath("/v1", "legacy", "a").described("/v10/x")).isEmpty();
    }
}
