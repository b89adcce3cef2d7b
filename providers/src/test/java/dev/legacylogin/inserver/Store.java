package dev.legacylogin.inserver;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialInputValidator;
import org.keycloak.credential.UserCredentialManager;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.adapter.AbstractUserAdapter;
import org.keycloak.storage.user.UserLookupProvider;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.UserProfileDecorator;
import org.keycloak.userprofile.UserProfileMetadata;

/**
 * A user store as foreign ones are: its users have no attributes, only what Keycloak's getters answer, and it fails at
 * some of them. Who a user is, is told by the name.
 */
public final class Store
        implements UserStorageProvider, UserLookupProvider, CredentialInputValidator, UserProfileDecorator {
    /** The password of every user. */
    public static final String PASSWORD = "a password";
    /** What the getters of every user answer. */
    public static final String GIVEN_NAME = "Grace";
    /** See {@link #GIVEN_NAME}. */
    public static final String FAMILY_NAME = "Hopper";

    /** What the users of this store may write about themselves, whatever the realm's profile says. */
    public static final String OWN_FIELD = "code";

    static final String USER = "store-";

    private final KeycloakSession session;
    private final ComponentModel model;

    Store(KeycloakSession session, ComponentModel model) {
        this.session = session;
        this.model = model;
    }

    /** A user at whom it does not fail. */
    public static String username() {
        return USER + "user";
    }

    /** The one user who has attributes: {@link #OWN_FIELD} and {@code business_name}, each with its name as its value. */
    public static String withAttributes() {
        return USER + "attributes";
    }

    /** The e-mail of a user. */
    public static String email(String username) {
        return username + "@store.example.org";
    }

    @Override
    public UserModel getUserByUsername(RealmModel realm, String username) {
        if (!username.startsWith(USER)) {
            return null;
        }
        failAt(Place.LOOKUP, username);
        return new User(realm, username);
    }

    @Override
    public UserModel getUserById(RealmModel realm, String id) {
        return getUserByUsername(realm, StorageId.externalId(id));
    }

    @Override
    public UserModel getUserByEmail(RealmModel realm, String email) {
        return null;
    }

    @Override
    public boolean supportsCredentialType(String type) {
        return PasswordCredentialModel.TYPE.equals(type);
    }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String type) {
        return supportsCredentialType(type);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        failAt(Place.PASSWORD, user.getUsername());
        fault(Place.COMMIT, user.getUsername())
                .ifPresent(fault -> session.getTransactionManager().enlist(new FailingTransaction(fault)));
        return PASSWORD.equals(input.getChallengeResponse());
    }

    @Override
    public List<AttributeMetadata> decorateUserProfile(String providerId, UserProfileMetadata metadata) {
        return List.of(metadata.addAttribute(
                OWN_FIELD,
                0,
                List.of(),
                AttributeMetadata.ALWAYS_TRUE,
                AttributeMetadata.ALWAYS_TRUE,
                AttributeMetadata.ALWAYS_FALSE,
                AttributeMetadata.ALWAYS_TRUE));
    }

    @Override
    public void close() {
        // holds nothing
    }

    private static void failAt(Place place, String username) {
        fault(place, username).ifPresent(fault -> {
            throw fault.exception();
        });
    }

    private static Optional<Fault> fault(Place place, String username) {
        return Stream.of(Fault.values())
                .filter(fault -> place.username(fault).equals(username))
                .findFirst();
    }

    /** Fails when it is committed. */
    private static final class FailingTransaction extends AbstractKeycloakTransaction {
        private final Fault fault;

        FailingTransaction(Fault fault) {
            this.fault = fault;
        }

        @Override
        protected void commitImpl() {
            throw fault.exception();
        }

        @Override
        protected void rollbackImpl() {
            // nothing was done
        }
    }

    /** A user with getters only. */
    private final class User extends AbstractUserAdapter {
        private final String username;

        User(RealmModel realm, String username) {
            super(Store.this.session, realm, model);
            this.username = username;
        }

        @Override
        public String getUsername() {
            return username;
        }

        @Override
        public String getEmail() {
            failAt(Place.EMAIL, username);
            return email(username);
        }

        @Override
        public String getFirstName() {
            return GIVEN_NAME;
        }

        @Override
        public String getLastName() {
            return FAMILY_NAME;
        }

        @Override
        public boolean isEmailVerified() {
            return true;
        }

        @Override
        public String getFirstAttribute(String name) {
            failAt(Place.ATTRIBUTE, username);
            boolean hasIt =
                    username.equals(withAttributes()) && (name.equals(OWN_FIELD) || name.equals("business_name"));
            return hasIt ? name : null;
        }

        @Override
        public String getFederationLink() {
            return model.getId();
        }

        @Override
        public SubjectCredentialManager credentialManager() {
            return new UserCredentialManager(session, realm, this);
        }
    }
}
