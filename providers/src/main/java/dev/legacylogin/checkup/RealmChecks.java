package dev.legacylogin.checkup;

import dev.legacylogin.hash.LegacyHashProviderFactory;
import dev.legacylogin.token.SelfWritten;
import dev.legacylogin.user.LegacyUser;
import dev.legacylogin.user.ProfileDemands;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keycloak.common.enums.SslRequired;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What of the realm's settings concerns every shape. */
final class RealmChecks {
    private static final List<String> COUNTED = List.of(UserModel.FIRST_NAME, UserModel.LAST_NAME, UserModel.EMAIL);
    /** A constant of Keycloak that its newer versions want nobody to use. */
    private static final String RECOVERY_CODES_WARNING = "recoveryCodesWarningThreshold";
    /** Policies that refuse no password where it is set. */
    private static final Set<String> HARMLESS = Set.of(
            PasswordPolicy.HASH_ALGORITHM_ID,
            PasswordPolicy.HASH_ITERATIONS_ID,
            PasswordPolicy.PASSWORD_HISTORY_ID,
            PasswordPolicy.PASSWORD_AGE,
            PasswordPolicy.FORCE_EXPIRED_ID,
            PasswordPolicy.MAX_AUTH_AGE_ID,
            RECOVERY_CODES_WARNING);

    /** What a client policy does that leaves no password grant. */
    private static final Set<String> REFUSING = Set.of("reject-ropc-grant", "reject-request");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Set<String> scopes;
    private final List<Finding> findings = new ArrayList<>();

    private RealmChecks(KeycloakSession session, RealmModel realm, Set<String> scopes) {
        this.session = session;
        this.realm = realm;
        this.scopes = scopes;
    }

    /**
     * @param scopes the names of the client scopes that the clients of the old APIs have by default
     */
    static List<Finding> of(KeycloakSession session, RealmModel realm, Set<String> scopes) {
        RealmChecks checks = new RealmChecks(session, realm, scopes);
        checks.realm();
        checks.actions();
        checks.profile();
        checks.passwords();
        checks.selfWritten();
        checks.policies();
        return checks.findings;
    }

    private void realm() {
        if (!realm.isEnabled()) {
            findings.add(Check.REALM_DISABLED.found());
        }
        if (realm.getSslRequired() == SslRequired.NONE) {
            findings.add(Check.TLS_NOT_REQUIRED.found());
        }
        if (!realm.isBruteForceProtected()) {
            findings.add(Check.BRUTE_FORCE_DETECTION_OFF.found());
        }
        if (!realm.isEventsEnabled()) {
            findings.add(Check.EVENTS_NOT_SAVED.found());
        }
    }

    private void actions() {
        List<String> defaults = realm.getRequiredActionProvidersStream()
                .filter(action -> action.isEnabled() && action.isDefaultAction())
                // an import may bring one without a name
                .map(action -> action.getName() == null ? action.getAlias() : action.getName())
                .sorted()
                .toList();
        if (!defaults.isEmpty()) {
            findings.add(Check.DEFAULT_ACTIONS.found(String.join(", ", defaults)));
        }
        if (realm.isVerifyEmail()) {
            long users = new UserCounts(session, realm).unverified();
            findings.add(Check.VERIFY_EMAIL.foundAt(users, users));
        }
    }

    private void profile() {
        List<String> required = ProfileDemands.of(session, realm, scopes);
        List<String> counted = required.stream().filter(COUNTED::contains).toList();
        long users = counted.isEmpty() ? 0 : new UserCounts(session, realm).lacking(counted);
        if (users > 0) {
            findings.add(Check.USERS_INCOMPLETE.foundAt(users, String.join(", ", counted), users));
        }
        List<String> others =
                required.stream().filter(name -> !COUNTED.contains(name)).toList();
        if (!others.isEmpty()) {
            findings.add(Check.PROFILE_REQUIRES.found(String.join(", ", others)));
        }
    }

    private void passwords() {
        PasswordPolicy policy = realm.getPasswordPolicy();
        int days = policy.getDaysToExpirePassword();
        if (days > 0) {
            findings.add(Check.PASSWORDS_EXPIRE.found(days));
        }
        List<String> rules = policy.getPolicies().stream()
                .filter(rule -> !HARMLESS.contains(rule))
                .sorted()
                .toList();
        if (!rules.isEmpty()) {
            findings.add(Check.PASSWORD_POLICY.found(String.join(", ", rules)));
        }
        if (session.getProvider(PasswordHashProvider.class, LegacyHashProviderFactory.ID) == null) {
            findings.add(Check.OLD_HASHES_UNVERIFIED.found());
        }
    }

    private void selfWritten() {
        List<String> fields = LegacyUser.TRUSTED.stream()
                .filter(new SelfWritten(session, null))
                .sorted()
                .toList();
        if (!fields.isEmpty()) {
            findings.add(Check.ATTRIBUTES_SELF_WRITTEN.found(String.join(", ", fields)));
        }
    }

    private void policies() {
        List<String> policies = Policies.with(session, realm, REFUSING);
        if (!policies.isEmpty()) {
            findings.add(Check.PASSWORD_GRANT_REFUSED.found(String.join(", ", policies)));
        }
    }
}
