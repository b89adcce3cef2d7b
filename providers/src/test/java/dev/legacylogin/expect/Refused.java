package dev.legacylogin.expect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Await;
import dev.legacylogin.OwnTokenEndpoint;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;

/** Why a login may be refused without the caller being told; Keycloak's event tells it. */
public enum Refused {
    WRONG_PASSWORD("invalid_user_credentials", "wrong", (realm, user) -> user),
    DISABLED("user_disabled", "right", (realm, user) -> user.change(it -> it.setEnabled(false))),
    DISABLED_AND_WRONG_PASSWORD("user_disabled", "wrong", (realm, user) -> user.change(it -> it.setEnabled(false))),
    LOCKED("user_temporarily_disabled", "right", Refused::lock),
    LOCKED_AND_WRONG_PASSWORD("user_temporarily_disabled", "wrong", Refused::lock),
    SECOND_FACTOR_MISSING(
            "invalid_user_credentials",
            "right",
            (realm, user) -> user.change(it -> it.setCredentials(List.of(secondFactor()))));

    private final String eventError;
    private final String password;
    private final BiFunction<TestRealm, TestUser, TestUser> prepare;

    Refused(String eventError, String password, BiFunction<TestRealm, TestUser, TestUser> prepare) {
        this.eventError = eventError;
        this.password = password;
        this.prepare = prepare;
    }

    /** Lets a new user of the realm log in with these credentials, and looks up the event. */
    public void check(TestRealm realm, BiConsumer<String, String> login) {
        try (TestUser user = realm.createUser("right")) {
            prepare.apply(realm, user);
            login.accept(user.username(), password);
            assertThat(newestEvent(realm, user).getError()).isEqualTo(eventError);
        }
    }

    private static TestUser lock(TestRealm realm, TestUser user) {
        OwnTokenEndpoint own = OwnTokenEndpoint.of(realm, "legacy-fusio");
        Await.locked(user, () -> own.password(user.username(), "wrong"));
        return user;
    }

    private static EventRepresentation newestEvent(TestRealm realm, TestUser user) {
        return realm.admin()
                .getEvents(null, null, user.id(), null, null, null, 0, 1)
                .get(0);
    }

    private static CredentialRepresentation secondFactor() {
        CredentialRepresentation totp = new CredentialRepresentation();
        totp.setType("otp");
        totp.setSecretData("{\"value\":\"DJmQfC73VGFhw7D4QJ8A\"}");
        totp.setCredentialData(
                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        return totp;
    }
}
