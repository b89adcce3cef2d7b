package dev.legacylogin.sphinx;

import dev.legacylogin.Expect;
import dev.legacylogin.RealmChange;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A login at {@code /v1/api/auth/login} that fails. */
@ResourceLock(TestRealm.DEMO)
class SphinxDeniedIT {

    private static final TestRealm DEMO = TestRealm.demo();

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "nobody@example.org", "\\u001b[31m", "a\\r\\nb"})
    void unknownUserIsAnsweredTheSame(String username) {
        SphinxPath.wrongCredentials(SphinxPath.login(DEMO, username, "password"));
    }

    @Test
    void passwordThatMustBeChangedIsToldWithTheConfiguredRedirect() {
        try (TestUser user = DEMO.createUser("right")) {
            user.attributes(Map.of("redirect", "the/users/own")).requiredActions("UPDATE_PASSWORD");

            passwordResetRequired(SphinxPath.login(user), "pw/reset");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account/reset?from=login", "https://example.org/reset"})
    void redirectIsASetting(String redirect) {
        try (TestRealm realm =
                TestRealm.copy(RealmChange.setting(SphinxPath.CLIENT, "password.reset.redirect", redirect))) {
            TestUser user = realm.createUser("right");
            user.requiredActions("UPDATE_PASSWORD");
            Answer answer = SphinxPath.post(
                    realm,
                    SphinxPath.LOGIN,
                    "{\"user\":\"%s\",\"password\":\"right\",\"redirect\":\"evil\"}".formatted(user.username()));

            passwordResetRequired(answer, redirect);
        }
    }

    @Test
    void redirectThatTheSettingMayNotHoldIsTheDefault() {
        try (TestRealm realm = TestRealm.copy(
                RealmChange.setting(SphinxPath.CLIENT, "password.reset.redirect", "javascript:alert(1)"))) {
            TestUser user = realm.createUser("right");
            user.requiredActions("UPDATE_PASSWORD");

            passwordResetRequired(SphinxPath.login(user), "pw/reset");
        }
    }

    @Test
    void passwordComesFirstAmongPendingActions() {
        try (TestUser user = DEMO.createUser("right")) {
            user.requiredActions("CONFIGURE_TOTP", "UPDATE_PASSWORD", "VERIFY_EMAIL");

            passwordResetRequired(SphinxPath.login(user), "pw/reset");
        }
    }

    @Test
    void pendingPasswordChangeIsNotToldToWhoDoesNotKnowThePassword() {
        try (TestUser user = DEMO.createUser("right")) {
            user.requiredActions("UPDATE_PASSWORD");

            SphinxPath.wrongCredentials(SphinxPath.login(DEMO, user.username(), "wrong"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"VERIFY_EMAIL", "UPDATE_PROFILE", "CONFIGURE_TOTP"})
    void otherPendingActionIsToldWithoutARedirect(String action) {
        try (TestUser user = DEMO.createUser("right")) {
            user.attributes(Map.of("redirect", "the/users/own")).requiredActions(action);

            accountSetupRequired(SphinxPath.login(user));
        }
    }

    @Test
    void pendingActionIsToldOfAnEmailAddressToo() {
        try (TestUser user = DEMO.createUser("right")) {
            user.requiredActions("UPDATE_PASSWORD");

            passwordResetRequired(SphinxPath.login(DEMO, user.username() + "@example.org", "right"), "pw/reset");
        }
    }

    @Test
    void incompleteProfileIsToldAsAPendingAction() {
        try (TestUser user = DEMO.createUser("right")) {
            user.change(it -> it.setEmail(""));

            accountSetupRequired(SphinxPath.login(user));
        }
    }

    private static void passwordResetRequired(Answer answer, String redirect) {
        Expect.json(answer, 403, """
                {"code":403,"error":"password_reset_required","desc":"The password must be changed before the login",\
                "redirect":"%s"}""".formatted(redirect));
    }

    private static void accountSetupRequired(Answer answer) {
        Expect.json(answer, 403, SphinxPath.error(403, "account_setup_required", "The account is not fully set up"));
    }
}
