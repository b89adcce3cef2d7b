package dev.legacylogin.token;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.specimpl.ResteasyHttpHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of the caller's headers gets to Keycloak's token endpoint, its authenticators and listeners of events. */
class TokenEndpointHeadersTest {
    /** Of Keycloak's configuration where no server is: system properties. */
    private static final String LOOKUP = "keycloak.x509cert-lookup.";

    private static final String PROVIDER = LOOKUP + "provider";
    private static final String CERTIFICATE = LOOKUP + "haproxy.sslClientCert";
    private static final String CHAIN = LOOKUP + "haproxy.sslCertChainPrefix";

    @AfterEach
    void forget() {
        List.of(PROVIDER, CERTIFICATE, CHAIN).forEach(System::clearProperty);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept",
                "Accept-Language",
                "Client-Cert",
                "Client-Cert-Chain",
                "Forwarded",
                "Host",
                "User-Agent",
                "X-Forwarded-For",
                "x-forwarded-client-cert",
                "X-Forwarded-Tls-Client-Cert",
                "X-Forwarded-Trusted-Proxy",
                "X-Real-IP",
                "X-Request-ID",
                "traceparent",
                "b3",
                "X-B3-TraceId"
            })
    void whatTellsOfTheCallerOrTheProxyGetsThrough(String name) {
        assertThat(headers(name).getRequestHeader(name)).containsExactly("value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "authorization",
                "Cookie",
                "Content-Length",
                "DPoP",
                "OAuth-Client-Attestation",
                "OAuth-Client-Attestation-PoP",
                "Origin",
                "Proxy-Authorization",
                "Referer",
                "Sec-Fetch-Dest",
                "Signature",
                "X-API-Key",
                "X-HTTP-Method-Override",
                "CERT",
                "CHAIN_0"
            })
    void nothingElseDoes(String name) {
        assertThat(headers(name).getRequestHeader(name)).isEmpty();
        assertThat(headers(name).getRequestHeaders()).containsOnlyKeys("Content-Type");
    }

    /** Where a proxy puts the client's certificate is an option of Keycloak's. */
    @Test
    void certificatesGetThroughUnderTheNameThatTheServerLooksFor() {
        System.setProperty(PROVIDER, "haproxy");
        System.setProperty(CERTIFICATE, "CERT");
        System.setProperty(CHAIN, "CHAIN");

        assertThat(headers("cert").getHeaderString("CERT")).isEqualTo("value");
        assertThat(headers("chain_0").getHeaderString("CHAIN_0")).isEqualTo("value");
        assertThat(headers("CHAINED").getHeaderString("CHAINED")).isNull();
    }

    @Test
    void theClientsOwnHeaderAndTheContentTypeAreOurs() {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.put("Authorization", List.of("Basic YTpi"));
        sent.put("Content-Type", List.of("application/json"));

        TokenEndpointHeaders headers = new TokenEndpointHeaders(
                new ResteasyHttpHeaders(sent), Optional.of("Basic Y2xpZW50OnNlY3JldA=="), name -> false);

        assertThat(headers.getRequestHeaders().get("authorization")).containsExactly("Basic Y2xpZW50OnNlY3JldA==");
        assertThat(headers.getHeaderString("content-type")).isEqualTo("application/x-www-form-urlencoded");
    }

    private static TokenEndpointHeaders headers(String name) {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.put(name, List.of("value"));
        return new TokenEndpointHeaders(
                new ResteasyHttpHeaders(sent), Optional.empty(), TokenEndpointHeaders.certificates());
    }
}
