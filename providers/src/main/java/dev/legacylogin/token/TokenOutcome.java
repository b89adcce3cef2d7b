package dev.legacylogin.token;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.keycloak.models.UserModel;

/** What came of a token request. Folded, so that no caller forgets the other case. */
public sealed interface TokenOutcome {

    /** The answer for either case. */
    <T> T fold(Function<Granted, T> granted, Function<Denied, T> denied);

    /**
     * Keycloak granted tokens.
     *
     * @param tokens the tokens
     * @param user who logged in
     * @param claims what the client maps into UserInfo for this user, computed when asked for
     * @param selfWritten which attributes the user may write without an admin
     */
    record Granted(Tokens tokens, UserModel user, Supplier<Map<String, Object>> claims, Predicate<String> selfWritten)
            implements TokenOutcome {
        @Override
        public <T> T fold(Function<Granted, T> granted, Function<Denied, T> denied) {
            return granted.apply(this);
        }
    }

    /**
     * Keycloak granted nothing.
     *
     * @param reason why, as far as a documented answer may differ by it; the full reason is in the event
     * @param inAStore whether a user store has the user after all, computed when asked for, by a page that would tell
     *     that there is none. Newer versions of Keycloak take a store that cannot be reached for one without the user;
     *     asked here, it fails
     */
    record Denied(Reason reason, BooleanSupplier inAStore) implements TokenOutcome {
        /** For a reason that has nothing to do with user stores. */
        public Denied(Reason reason) {
            this(reason, () -> false);
        }

        @Override
        public <T> T fold(Function<Granted, T> granted, Function<Denied, T> denied) {
            return denied.apply(this);
        }
    }

    /** The reasons that at least one page tells apart. */
    enum Reason {
        /** No user of this name. Only passport may tell. */
        UNKNOWN_USER,
        /** Wrong password, locked, disabled, second factor missing: all the same to the caller. */
        INVALID_CREDENTIALS,
        /** The password was right and the user must choose a new one first. */
        PASSWORD_UPDATE_REQUIRED,
        /** The password was right and another action is pending, or the profile is incomplete. */
        ACTION_REQUIRED,
        /** The client may not: wrong secret, disabled, no direct access grants, consent. */
        CLIENT_REFUSED,
        /**
         * Something else in Keycloak refused, and neither name nor password nor the client's secret is to blame: a step
         * of the flow that denies access, a limit of sessions, a client policy, a flow that is not set up right.
         */
        REFUSED,
        /** The refresh or bearer token is not, or no longer, good for this. */
        INVALID_TOKEN
    }
}
