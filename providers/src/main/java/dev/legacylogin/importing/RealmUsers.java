package dev.legacylogin.importing;

import dev.legacylogin.hash.OldHash;
import dev.legacylogin.importing.Verdict.Kind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** What the realm and its user profile say of candidates, and the users that come of them. For one transaction. */
final class RealmUsers {
    /** The profile's message for a name that a user has already: {@code Messages.USERNAME_EXISTS}. */
    private static final String USERNAME_EXISTS = "usernameExistsMessage";

    /** And for an e-mail address. Keycloak's texts for admins know neither. */
    private static final Set<String> EXISTS = Set.of(USERNAME_EXISTS, "emailExistsMessage");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String importId;
    private final UserProfileProvider profiles;
    private final UserProvider users;
    private final List<String> demanded;

    /**
     * @param demanded the fields that the user profile demands at a login
     */
    RealmUsers(KeycloakSession session, RealmModel realm, String importId, List<String> demanded) {
        this.session = session;
        this.realm = realm;
        this.importId = importId;
        this.profiles = session.getProvider(UserProfileProvider.class);
        this.users = session.getProvider(UserProvider.class); // no directory behind it gets new users
        this.demanded = demanded;
    }

    /**
     * What is to become of a row.
     *
     * @param verdict what to tell
     * @param candidate who is to be created, or empty
     * @param fields his fields, as the profile lets them through
     */
    record Plan(Verdict verdict, Optional<Candidate> candidate, Map<String, List<String>> fields) {}

    /** Looks a row up, as the admin API does before it creates a user. */
    Plan plan(Entry entry) {
        if (!(entry instanceof Candidate candidate)) {
            return nobody((Verdict) entry);
        }
        Map<String, List<String>> wanted = fields(candidate.user());
        UserProfile profile = profiles.create(UserProfileContext.USER_API, wanted);
        try {
            profile.validate();
        } catch (ValidationException e) {
            return nobody(refused(candidate, e));
        }
        Map<String, List<String>> fields = profile.getAttributes().toMap();
        return new Plan(
                candidate.verdict(Kind.CREATED, warnings(candidate, wanted, fields)), Optional.of(candidate), fields);
    }

    private static Plan nobody(Verdict verdict) {
        return new Plan(verdict, Optional.empty(), Map.of());
    }

    private Verdict refused(Candidate candidate, ValidationException refusal) {
        List<ValidationException.Error> errors = refusal.getErrors();
        if (errors.stream().anyMatch(RealmUsers::isTheUsername)) {
            return candidate.verdict(Kind.EXISTS, Set.of());
        }
        ValidationException.Error error = errors.get(0);
        return candidate.refused(
                error.getAttribute(),
                EXISTS.contains(error.getMessage()) ? "Another user has it." : ProfileMessages.text(session, error));
    }

    private static boolean isTheUsername(ValidationException.Error error) {
        return error.getMessage().equals(USERNAME_EXISTS)
                && error.getAttribute().equals(UserModel.USERNAME);
    }

    private Set<Warning> warnings(
            Candidate candidate, Map<String, List<String>> wanted, Map<String, List<String>> fields) {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        warnings.addAll(candidate.warnings());
        if (demanded.stream()
                .anyMatch(name -> filled(fields.getOrDefault(name, List.of())).isEmpty())) {
            warnings.add(Warning.PROFILE_INCOMPLETE);
        }
        if (!fields.keySet().containsAll(wanted.keySet())) {
            warnings.add(Warning.ATTRIBUTES_DROPPED);
        }
        return warnings;
    }

    private static Map<String, List<String>> fields(OldUser user) {
        Map<String, List<String>> fields = new HashMap<>();
        user.attributes().forEach((name, value) -> fields.put(name, List.of(value)));
        fields.put(UserModel.USERNAME, List.of(user.username().toLowerCase(Locale.ROOT)));
        put(fields, UserModel.EMAIL, user.email());
        put(fields, UserModel.FIRST_NAME, user.firstName());
        put(fields, UserModel.LAST_NAME, user.lastName());
        return fields;
    }

    private static void put(Map<String, List<String>> fields, String name, String value) {
        if (value != null) {
            fields.put(name, List.of(value));
        }
    }

    /** Creates the user: no roles, groups or required actions, not even the realm's defaults. */
    void carryOut(Plan plan) {
        plan.candidate().ifPresent(candidate -> create(candidate, plan.fields()));
    }

    private void create(Candidate candidate, Map<String, List<String>> fields) {
        UserModel user =
                users.addUser(realm, null, fields.get(UserModel.USERNAME).get(0), false, false);
        fields.forEach((name, values) -> set(user, name, values));
        user.setEnabled(candidate.user().enabled());
        user.setEmailVerified(candidate.user().emailVerified());
        if (candidate.user().created() != null) {
            user.setCreatedTimestamp(candidate.user().created());
        }
        Optional<CredentialModel> password = candidate.hash().map(hash -> store(user, hash));
        ImportMark.put(user, importId, password);
    }

    private static CredentialModel store(UserModel user, OldHash hash) {
        PasswordCredentialModel credential = hash.credential();
        credential.setCreatedDate(System.currentTimeMillis()); // "expire password" counts from it
        return user.credentialManager().createStoredCredential(credential);
    }

    private static void set(UserModel user, String name, List<String> values) {
        List<String> filled = filled(values);
        if (filled.isEmpty() || name.equals(UserModel.USERNAME)) {
            return;
        }
        switch (name) {
            case UserModel.EMAIL -> user.setEmail(filled.get(0));
            case UserModel.FIRST_NAME -> user.setFirstName(filled.get(0));
            case UserModel.LAST_NAME -> user.setLastName(filled.get(0));
            default -> user.setAttribute(name, filled);
        }
    }

    /** The profile has every field, the empty ones without a value. */
    private static List<String> filled(List<String> values) {
        return values.stream()
                .filter(value -> value != null && !value.isEmpty())
                .toList();
    }
}
