package dev.legacylogin.nomic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Jwt;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.RawHttp;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.KeysMetadataRepresentation.KeyMetadataRepresentation;

/** Tokens that Keycloak did not issue, or not as they are now: all are refused at {@code /api/auth/token}. */
@Tag("threat-17")
@ResourceLock(TestRealm.DEMO)
class NomicForgedTokenIT {
    private static final TestRealm REALM = TestRealm.demo();
    private static final NomicPath PATH = NomicPath.of(REALM);

    private static final TestUser user = REALM.createUser("a password");
    private static final String token = PATH.loggedIn(user);

    @AfterAll
    static void deleteUser() {
        PATH.renewed(token);
        user.close();
    }

    /** The page's second sample: a token of the old server. */
    @Test
    void tokenOfTheOldServerIsRefused() {
        NomicPath.assertRefused(
                PATH.renew(
                        "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIiwiaXNzIjoiTm9taWNHYW1lTW"
                                + "FuYWdlci5BcGkiLCJleHAiOjE2NzcyODE4NjEsImlhdCI6MTY3NzI3NDY2MX0.vewwb46Ac1q_QNp3cdJ4Ot2n8PLsIl-YzhSMYi4"
                                + "N97P4AhFeTNg5L4ldocxiWNm2mk1q_neekP0iBnHS44w_E95st3PKKKWqavG9cc3Xgbq8O4pHU2fvarYmChfQUAA2V-XM9a7m11nv"
                                + "nYhkBVXdAetk_q2r1dJbBnMZv2iApChxQ5w6WvgtCOnQDLniOm-fzTLRyf9-DgzBqDn28CWR3m-PsmYcZ2omUqzAS8z10Qbmbrej3"
                                + "wSd6tAAcAK0Fruw4BzpAQ8vaVbWMCmNwNiOL6Ozxm-XmjsCAjU6bbbuE2nTWdq2STsu3diZMK5onjuD-ZQnwzs3y5v-wlXMHp5A4g"));
    }

    @Test
    void changedClaimsAreRefused() {
        Jwt changed = Jwt.of(token);
        changed.claims().put("exp", changed.seconds("exp") + 1);

        NomicPath.assertRefused(PATH.renew(Forgery.unsigned(changed) + signature()));
    }

    @Test
    void changedSignatureIsRefused() {
        String content = Forgery.unsigned(token);
        String signature = signature();
        char other = signature.charAt(20) == 'A' ? 'B' : 'A';

        NomicPath.assertRefused(PATH.renew(content + signature.substring(0, 20) + other + signature.substring(21)));
        NomicPath.assertRefused(PATH.renew(content + signature.substring(0, 100)));
        NomicPath.assertRefused(PATH.renew(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "None",
                "NONE",
                "",
                "HS256",
                "HS512",
                "RS384",
                "PS256",
                "ES256",
                "EdDSA",
                "RSA-OAEP",
                "XX999"
            })
    void anotherAlgorithmIsRefused(String algorithm) {
        Jwt changed = Jwt.of(token);
        changed.header().put("alg", algorithm);

        NomicPath.assertRefused(PATH.renew(Forgery.unsigned(changed)));
        NomicPath.assertRefused(PATH.renew(Forgery.unsigned(changed) + signature()));
        changed.header().remove("kid");
        NomicPath.assertRefused(PATH.renew(Forgery.unsigned(changed) + signature()));
        changed.header().remove("alg");
        NomicPath.assertRefused(PATH.renew(Forgery.unsigned(changed) + signature()));
    }

    @Test
    void signatureOfAnotherKeyIsRefused() {
        Jwt same = Jwt.of(token);
        NomicPath.assertRefused(PATH.renew(Forgery.signedWithAnotherKey(same)));

        same.header().put("kid", "nonesuch");
        NomicPath.assertRefused(PATH.renew(Forgery.signedWithAnotherKey(same)));
    }

    /** The realm's public key, which everybody knows, taken for a shared secret. */
    @Test
    void signatureWithThePublicKeyAsSecretIsRefused() {
        Jwt changed = Jwt.of(token);
        changed.header().put("alg", "HS256");
        String kid = changed.header().path("kid").textValue();
        String publicKey = REALM.admin().keys().getKeyMetadata().getKeys().stream()
                .filter(key -> kid.equals(key.getKid()))
                .map(KeyMetadataRepresentation::getPublicKey)
                .findFirst()
                .orElseThrow();

        NomicPath.assertRefused(PATH.renew(Forgery.signedWithSecret(changed, publicKey)));
    }

    static List<String> junk() {
        return List.of(
                "",
                "x",
                ".",
                "..",
                "...",
                "a.b",
                "a.b.c",
                "a.b.c.d.e",
                "e30.e30.e30",
                "bnVsbA.bnVsbA.bnVsbA",
                "bnVsbA.e30.e30",
                "eyJhbGciOiJSUzI1NiJ9.bnVsbA.e30",
                "W10.W10.W10",
                "eyJhbGciOnt9fQ.e30.e30",
                "eyJhbGciOiJSUzI1NiJ9.e30.e30",
                "null",
                "undefined",
                "%00",
                "\"x\"",
                "a b",
                "x".repeat(60_000));
    }

    @ParameterizedTest
    @MethodSource("junk")
    void junkIsRefused(String junk) {
        NomicPath.assertRefused(PATH.renew(junk));
    }

    @Test
    void junkAroundAGoodTokenIsRefused() {
        for (String junk : List.of("x" + token, "." + token, token + "x", token + ".x", token + "," + token)) {
            NomicPath.assertRefused(PATH.renew(junk));
        }
    }

    @Test
    void goodHeaderOfAnythingElseIsRefused() {
        String header = token.substring(0, token.indexOf('.') + 1);
        for (String claims : List.of("", "bnVsbA", "W10", "e30", "MQ", "x")) {
            NomicPath.assertRefused(PATH.renew(header + claims + "." + signature()));
            NomicPath.assertRefused(PATH.renew(header + claims));
        }
    }

    /** Keycloak takes headers of 64 KiB at most; longer ones never reach a path. */
    @Test
    void endlessTokenIsRefusedByTheServer() {
        // over a connection of its own, which the server closes
        Answer answer = RawHttp.send("POST " + PATH.path() + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                + "Authorization: Bearer " + "x".repeat(100_000) + "\r\n\r\n");

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.body()).isEmpty();
    }

    private static String signature() {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
