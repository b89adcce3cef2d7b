package dev.legacylogin.checkup;

import static dev.legacylogin.checkup.Level.ERROR;
import static dev.legacylogin.checkup.Level.INFO;
import static dev.legacylogin.checkup.Level.WARNING;

/** What the check-up looks for. The names are the codes in the report and stay what they are. */
enum Check {
    REALM_DISABLED(ERROR, "The realm is disabled: every path answers 403.", "Realm settings: switch the realm on."),
    DEFAULT_ACTIONS(
            ERROR,
            "Every new user has to do this first and is refused at the documented paths: %s.",
            "Authentication, Required actions: switch Set as default action off."),
    VERIFY_EMAIL(
            ERROR,
            "The realm demands verified e-mail addresses, and users without one are refused: %d now.",
            "Realm settings, Login: switch Verify email off, or verify the addresses (users' field Email verified)."),
    USERS_INCOMPLETE(
            ERROR,
            "The user profile demands %s, and users who lack it are refused: %d now.",
            "Fill in the users' fields, or make them optional in Realm settings, User profile."),
    PROFILE_REQUIRES(
            ERROR,
            "The user profile demands %s too, and users who lack it are refused. They are not counted.",
            "Fill in the users' fields, or make them optional in Realm settings, User profile."),
    PASSWORDS_EXPIRE(
            ERROR,
            "Passwords expire after %d days, and no documented call can change one: the user is refused then.",
            "Authentication, Policies: remove Expire password."),
    PASSWORD_POLICY(
            WARNING,
            "The password policy (%s) may refuse the users' old passwords where they are set anew in Keycloak. A password "
                    + "that is there logs in.",
            "Import the users with their hashes, or relax the policy until all users have come over."),
    OLD_HASHES_UNVERIFIED(
            WARNING,
            "This server has no provider for old hashes: users whose hash is not Keycloak's own cannot log in. In FIPS mode "
                    + "there is none.",
            "Remove the server option spi-password-hashing--legacy-hash--enabled, or give these users new passwords."),
    ATTRIBUTES_SELF_WRITTEN(
            WARNING,
            "Users may write these attributes about themselves, so the answers leave them out: %s.",
            "Realm settings, User profile: add them with permission to edit for admins only, as in user-profile.json, or "
                    + "set Unmanaged Attributes to Only administrators can write."),
    PASSWORD_GRANT_REFUSED(
            WARNING,
            "Client policies refuse the password grant, and so every login, of the clients that they are for: %s.",
            "Realm settings, Client policies: leave the clients of the old APIs out by a condition."),
    BRUTE_FORCE_DETECTION_OFF(
            WARNING,
            "Anybody may guess passwords without limit.",
            "Realm settings, Security defenses: switch brute force detection on."),
    TLS_NOT_REQUIRED(
            WARNING,
            "Passwords may arrive over plain HTTP from anywhere.",
            "Realm settings, General: set Require SSL to External requests or All requests."),
    EVENTS_NOT_SAVED(
            WARNING,
            "Login events are not saved: nobody sees who still uses the old APIs.",
            "Realm settings, Events, User events settings: switch Save events on."),
    OTHER_CLIENT(
            WARNING,
            "Client %s carries this shape's settings, but only client %s serves it.",
            "Move the settings to that client, or name the other one in the server option client-id."),
    SETTINGS_ON_CLIENT_SCOPE(
            WARNING,
            "Client scope %s carries this shape's settings, which count at a client only: here they do nothing.",
            "Delete them there, and add them to the client's dedicated scope."),
    ANOTHER_EXTENSION(
            ERROR,
            "Another extension has taken the provider id legacy-login (%s) and answers every path in its own way.",
            "Take that extension out of providers/, or give it another id."),
    DESCRIPTION_UNUSABLE(
            ERROR,
            "An import brought client %s a description that cannot be used, so none of its paths answers: %s.",
            "Open the settings in the client's dedicated scope, mend the description, and save them."),
    CLIENT_ID_IN_NO_PATH(
            ERROR,
            "The client id %s cannot be in a path (it has a / or ;, a control character or a letter that Unicode would compose, or is . or ..): none of its paths answers.",
            "Clients: choose another client id."),
    CLIENT_DISABLED(ERROR, "The client is disabled: nobody can log in.", "Clients: enable it, or delete its settings."),
    NOT_OPENID_CONNECT(ERROR, "The client is a SAML client: nobody can log in.", "Use an OpenID Connect client."),
    BEARER_ONLY(ERROR, "The client is bearer-only: nobody can log in.", "Use another client."),
    DIRECT_ACCESS_GRANTS_OFF(
            ERROR,
            "Direct access grants are off: nobody can log in.",
            "Client, Settings: switch Direct access grants on."),
    CONSENT_REQUIRED(
            ERROR,
            "Consent is required, and no documented call can ask for it: nobody can log in.",
            "Client, Settings: switch Consent required off."),
    CLIENT_AUTHENTICATOR(
            ERROR,
            "The client authenticates by %s: nobody can log in.",
            "Client, Credentials: set Client Authenticator to Client Id and Secret."),
    CLIENT_AUTHENTICATION_FLOW(
            ERROR,
            "The realm's flow for client authentication knows no Client Id and Secret: nobody can log in.",
            "Authentication, Flows: add that step to the flow, as an alternative."),
    DIRECT_GRANT_DENIED(
            ERROR,
            "The client's direct grant flow (%s) denies access: nobody can log in.",
            "Authentication, Flows: remove the step Deny access, or bind another flow to direct grants."),
    DIRECT_GRANT_WITHOUT_PASSWORD(
            ERROR,
            "The client's direct grant flow (%s) has no step Password: nobody can log in, or anybody, as its other steps say.",
            "Authentication, Flows: add the step Password as Required, or bind another flow to direct grants."),
    CLIENT_SECRET_EXPIRED(
            ERROR,
            "The client's secret has expired: nobody can log in.",
            "Client, Credentials: regenerate the secret."),
    CLIENT_SECRET_IN_VAULT(
            WARNING,
            "The client's secret is a reference into the vault that this server does not resolve: the reference itself "
                    + "is the secret.",
            "Add the key to the vault (Keycloak takes secrets of clients from there from 26.6 on), or store the secret."),
    BOUND_TOKENS(
            ERROR,
            "The client's tokens must be bound to a key (DPoP or mutual TLS), which old apps cannot do: nobody can log in.",
            "Client, Settings and Advanced: switch it off."),
    REFRESH_TOKENS_OFF(
            ERROR,
            "The documented answer has a refresh token, but the client gets none.",
            "Client, Advanced, Open ID Connect Compatibility Modes: switch Use refresh tokens on."),
    LIGHTWEIGHT_TOKENS(
            ERROR,
            "The client's access tokens are lightweight: none is renewed.",
            "Client, Advanced: switch Always use lightweight access token off."),
    LIGHTWEIGHT_TOKENS_BY_POLICY(
            WARNING,
            "Client policies make access tokens lightweight, of the clients that they are for, and none of these is renewed: "
                    + "%s.",
            "Realm settings, Client policies: leave this client out by a condition."),
    TOKENS_WITHOUT_SUBJECT(
            ERROR,
            "The client's access tokens have no sub: none is renewed.",
            "Client, Client scopes: add the client scope basic as Default."),
    OFFLINE_ACCESS_BY_DEFAULT(
            ERROR,
            "The client has offline_access by default: its tokens are for offline sessions, and none is renewed.",
            "Client, Client scopes: set offline_access to Optional, or remove it."),
    SUNSET_REFUSES(
            ERROR,
            "The sunset %s has come: nobody can log in, refresh or renew.",
            "Delete the settings from the client, or set another date."),
    SUNSET_PASSED(
            WARNING,
            "The sunset %s has passed, and the shape still answers.",
            "Delete the settings from the client, switch Refuse after sunset on, or set another date."),
    SETTING_UNUSABLE(
            WARNING,
            "An import brought an invalid value for %s; the default is used.",
            "Open the settings in the client's dedicated scope, and save them."),
    SETTINGS_TWICE(
            WARNING,
            "The client carries this shape's settings more than once; which ones count is not certain.",
            "Delete all but one from the client's dedicated scope."),
    PUBLIC_CLIENT(
            WARNING,
            "The client is public: anybody can use it at Keycloak's own endpoints too. It need not be.",
            "Client, Settings: switch Client authentication on; the secret is added inside Keycloak."),
    PUBLIC_CLIENT_WITH_SECRET(
            WARNING,
            "The client is public, so the secret that the old app sends is not looked at.",
            "Client, Settings: switch Client authentication on, and set the old app's secret."),
    USERNAMES_DISCLOSED(
            WARNING,
            "The documented answer tells strangers which usernames exist.",
            "Set Unknown username to hidden, where the old app can live with it."),
    CLAIM_SELF_WRITTEN(
            ERROR,
            "Users may write an attribute about themselves that the answer carries as %s: the old app believes them.",
            "Realm settings, User profile: take their permission to edit it, or delete the mapper."),
    LEGACY_ID_UNDECLARED(
            WARNING,
            "Tokens name users by legacy_id, which the user profile does not have: Keycloak drops it where a user is "
                    + "created or saved.",
            "Realm settings, User profile: add it as in user-profile.json, or let admins write unmanaged attributes."),
    LEGACY_IDS_NEEDED(
            INFO,
            "Tokens name users by legacy_id. A user without one is named by Keycloak's id, by which an old backend finds "
                    + "nobody. Keycloak cannot count them.",
            "Give every user of the old application the id that he had there, or set Claims to keycloak."),
    TOKENS_UNREADABLE(
            ERROR,
            "The client's tokens count as expired in the old app, which cannot read %s in them.",
            "Choose a name, a realm or a host of ASCII without > ? ~."),
    CLAIMS_LEFT_OUT(
            WARNING,
            "The old app cannot read names other than of ASCII without > ? ~, so its tokens never say that they have "
                    + "these: %s.",
            "Rename the client scopes and roles, or take them from the client."),
    WEB_ORIGINS_ANY(
            WARNING,
            "Every web page may call the documented paths from a browser.",
            "Client, Settings: list the origins of the old web app under Web origins."),
    WEB_ORIGINS_NONE(
            INFO,
            "No web origin is listed: calls from a web page of another origin are refused.",
            "If the old app is a web page, list its origin under Web origins."),
    LONG_HEADERS(
            INFO,
            "Answers carry tokens in their headers, and a token carries all roles of its user: proxies refuse long headers.",
            "Client scopes, dedicated scope, Scope: switch Full scope allowed off. Or set the proxy's buffers, as "
                    + "docs/deployment.md has them."),
    TOKENS_LONG(
            WARNING,
            "An access token with every role that the client's scope lets in has some %d characters; %s.",
            "Client scopes, dedicated scope, Scope: switch Full scope allowed off, and assign what the app needs. Or set the "
                    + "proxy's buffers, as docs/deployment.md has them."),
    ACCESS_TOKEN_SHORTER(
            WARNING,
            "An access token lives %d s; the documented one lives %d s.",
            "If the old app counts on it: Client, Advanced, Access Token Lifespan; the session's maximum caps it."),
    REFRESH_TOKEN_SHORTER(
            WARNING,
            "A refresh token lives %d s; the documented one lives %d s.",
            "If the old app counts on it: Client, Advanced, Client Session Idle, or the realm's SSO Session Idle.");

    private final Level level;
    private final String message;
    private final String action;

    Check(Level level, String message, String action) {
        this.level = level;
        this.message = message;
        this.action = action;
    }

    /** The finding, with these values in its message. */
    Finding found(Object... values) {
        return new Finding(name(), level, message.formatted(values), action, null);
    }

    /** The finding with the number of users whom it concerns. */
    Finding foundAt(long users, Object... values) {
        return new Finding(name(), level, message.formatted(values), action, users);
    }
}
