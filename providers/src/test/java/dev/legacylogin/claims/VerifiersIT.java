package dev.legacylogin.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.SignatureVerificationException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.legacylogin.Calls;
import dev.legacylogin.Jwt;
import dev.legacylogin.Route;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;

/** The libraries by which the origins' backends, or changed ones, verify a token, and what they then look at. */
class VerifiersIT {
    private static final int LEGACY_ID = 37;

    @AutoClose
    private static final TestRealm realm = ClaimsRealm.create("origin");

    private final TestUser user = ClaimsRealm.user(realm);

    /** Its filter and its {@code TokenRegistry}, where only the constant of the issuer is another. */
    @Test
    void nomicsBackend() throws Exception {
        var verifier = JWT.require(Algorithm.RSA256(publicKey(), null))
                .withIssuer(issuer())
                .withAudience(issuer())
                .withClaimPresence("sub")
                .acceptLeeway(10)
                .build();

        for (String token : tokens(Route.NOMIC)) {
            var verified = verifier.verify(token);
            verified.getClaims().values().forEach(claim -> claim.asString());

            assertThat(Integer.parseInt(verified.getSubject())).isEqualTo(LEGACY_ID);
            assertThatThrownBy(() -> verifier.verify(tampered(token)))
                    .isInstanceOf(SignatureVerificationException.class);
        }
    }

    /** Where the backend has a constant of its own for the audience. */
    @Test
    void nomicsOldAudienceIsThereToo() throws Exception {
        var verifier = JWT.require(Algorithm.RSA256(publicKey(), null))
                .withAudience("NomicGameManager.Api")
                .build();

        assertThat(verifier.verify(Calls.accessToken(Route.NOMIC, realm, user)).getSubject())
                .isEqualTo("37");
    }

    /** No package of league/oauth2-server 7.4 is to be had here: {@link League} does what it does. */
    @ParameterizedTest
    @EnumSource(names = {"PASSPORT", "OAUTH"})
    void passportsResourceServer(Route route) throws Exception {
        League league = new League(publicKey());
        for (String token : tokens(route)) {
            League.Request request = league.validate(token);

            assertThat(Integer.parseInt(request.userId())).isEqualTo(LEGACY_ID);
            assertThat(request.clientId()).isEqualTo("2");
            assertThat(request.scopes()).containsExactlyInAnyOrder("email", "profile");
            assertThatThrownBy(() -> league.validate(tampered(token))).hasMessage("Access token could not be verified");
        }
    }

    /** With what a resource server of Spring's makes of the setting {@code issuer-uri}. */
    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#WITH_ORIGIN_CLAIMS")
    void spring(Route route) {
        JwtDecoder decoder = JwtDecoders.fromIssuerLocation(issuer());

        for (String token : tokens(route)) {
            assertThat(decoder.decode(token).getClaimAsString(identifier(route)))
                    .isEqualTo(identity(route));
            assertThatThrownBy(() -> decoder.decode(tampered(token)))
                    .isInstanceOf(BadJwtException.class)
                    .hasMessageContaining("Invalid signature");
        }
    }

    /** By the realm's JWKS alone. */
    @ParameterizedTest
    @FieldSource("dev.legacylogin.Route#WITH_ORIGIN_CLAIMS")
    void nimbus(Route route) throws Exception {
        var processor = new DefaultJWTProcessor<>();
        JWKSet keys = JWKSet.parse(
                Http.get(realm.path("/protocol/openid-connect/certs")).send().body());
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                new JWTClaimsSet.Builder().issuer(issuer()).build(), Set.of("sub", "iat", "exp")));

        for (String token : tokens(route)) {
            assertThat(processor.process(token, null).getStringClaim(identifier(route)))
                    .isEqualTo(identity(route));
            assertThatThrownBy(() -> processor.process(tampered(token), null))
                    .isInstanceOf(BadJOSEException.class)
                    .hasMessageContaining("Invalid signature");
        }
    }

    private String identity(Route route) {
        return route == Route.SPHINX ? user.username() : Integer.toString(LEGACY_ID);
    }

    /** The claim that names the user to the old backend. */
    private static String identifier(Route route) {
        return switch (route) {
            case POCKETBASE -> "id";
            case SPHINX -> "identifier";
            default -> "sub";
        };
    }

    /** Of a login, and where there is one of a refresh or a renewal, and of another one. */
    private List<String> tokens(Route route) {
        Answer login = Calls.right(route, realm, user).send();
        if (!route.isRefreshed()) {
            return List.of(Calls.accessToken(route, login));
        }
        Answer refresh = ClaimsRealm.refreshed(route, realm, login);
        Route next = Calls.refreshedAt(route);
        return Stream.of(
                        Calls.accessToken(route, login),
                        Calls.accessToken(next, refresh),
                        Calls.accessToken(next, ClaimsRealm.refreshed(next, realm, refresh)))
                .toList();
    }

    /** Another user's, under the signature of this one's. */
    private static String tampered(String token) {
        String[] parts = token.split("\\.");
        parts[1] = Jwt.encoded(Jwt.of(token).claims().put("sub", "38").toString());
        return String.join(".", parts);
    }

    private static String issuer() {
        return Calls.url(realm.path(""));
    }

    /** As {@code docs/backends.md} gets it. */
    private static RSAPublicKey publicKey() throws Exception {
        String key = Http.get(realm.path("")).send().text("/public_key");
        return (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
    }
}
