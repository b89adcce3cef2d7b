package dev.legacylogin.described;

import dev.legacylogin.http.Fault;
import dev.legacylogin.token.TokenOutcome.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a call is refused. A description says the answer of those that its API tells apart; each of the others has the
 * answer of the next general one.
 */
enum Problem {
    /** All of them. */
    ERROR(null, Fault.MALFORMED.status(), "The request was refused"),
    /** The body, the query or a header cannot be read. */
    MALFORMED(ERROR, Fault.MALFORMED),
    /** A constant that must be there is not. */
    REQUIREMENT_MISSING(MALFORMED, MALFORMED.status, "A required value is missing"),
    USERNAME_MISSING(MALFORMED, MALFORMED.status, "The user name is missing"),
    PASSWORD_MISSING(MALFORMED, MALFORMED.status, "The password is missing"),
    CONTENT_TYPE(ERROR, Fault.UNSUPPORTED_MEDIA_TYPE),
    TOO_LARGE(ERROR, Fault.TOO_LARGE),
    METHOD(ERROR, Fault.METHOD_NOT_ALLOWED),
    /** Wrong password, unknown user, locked, disabled, second factor missing. */
    CREDENTIALS(ERROR, 401, "The credentials are wrong"),
    /** No such user: tells strangers which names there are, and so it has an answer of its own only where one is said. */
    UNKNOWN_USER(CREDENTIALS, CREDENTIALS.status, CREDENTIALS.message),
    /** The refresh or access token is not, or no longer, good for this. */
    TOKEN(ERROR, 401, "The token is not valid"),
    TOKEN_MISSING(TOKEN, TOKEN.status, "The token is missing"),
    /** The credentials were right, and nobody is let in all the same. */
    REFUSED(ERROR, 403, "Access denied"),
    ACTION_PENDING(REFUSED, REFUSED.status, "The account is not fully set up"),
    PASSWORD_CHANGE_REQUIRED(ACTION_PENDING, REFUSED.status, "The password must be changed first"),
    /** The client may not, or its sunset has come. */
    CLIENT(REFUSED, REFUSED.status, REFUSED.message),
    ORIGIN(REFUSED, Fault.ORIGIN_NOT_ALLOWED),
    HTTPS(REFUSED, Fault.HTTPS_REQUIRED),
    REALM_DISABLED(REFUSED, Fault.REALM_DISABLED),
    UNEXPECTED(ERROR, Fault.UNEXPECTED);

    /** Their names in a description. */
    static final List<String> KEYS =
            Arrays.stream(values()).map(Problem::key).sorted().toList();

    private final Problem general;
    private final int status;
    private final String message;

    Problem(Problem general, int status, String message) {
        this.general = general;
        this.status = status;
        this.message = message;
    }

    Problem(Problem general, Fault fault) {
        this(general, fault.status(), fault.message());
    }

    /** The one of this name, which must be one of {@link #KEYS}. */
    static Problem of(String key) {
        return valueOf(key.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    static Problem of(Fault fault) {
        return switch (fault) {
            case REALM_DISABLED -> REALM_DISABLED;
            case HTTPS_REQUIRED -> HTTPS;
            case ORIGIN_NOT_ALLOWED -> ORIGIN;
            case CLIENT_UNKNOWN -> CLIENT;
            case METHOD_NOT_ALLOWED -> METHOD;
            case UNSUPPORTED_MEDIA_TYPE -> CONTENT_TYPE;
            case TOO_LARGE -> TOO_LARGE;
            case MALFORMED -> MALFORMED;
            case UNEXPECTED -> UNEXPECTED;
        };
    }

    static Problem of(Reason reason) {
        return switch (reason) {
            case UNKNOWN_USER -> UNKNOWN_USER;
            case INVALID_CREDENTIALS -> CREDENTIALS;
            case PASSWORD_UPDATE_REQUIRED -> PASSWORD_CHANGE_REQUIRED;
            case ACTION_REQUIRED -> ACTION_PENDING;
            case CLIENT_REFUSED -> CLIENT;
            case REFUSED -> REFUSED;
            case INVALID_TOKEN -> TOKEN;
        };
    }

    /** Those with which this call may be refused. */
    static Stream<Problem> possible(DescribedCall call) {
        return Stream.of(values()).filter(problem -> problem.isPossible(call));
    }

    private boolean isPossible(DescribedCall call) {
        boolean login = call.operation() == Operations.LOGIN;
        return switch (this) {
            case ERROR -> false;
            case REQUIREMENT_MISSING -> !call.requires().isEmpty();
            case USERNAME_MISSING, PASSWORD_MISSING, CREDENTIALS, REFUSED, ACTION_PENDING, PASSWORD_CHANGE_REQUIRED ->
                login;
            case UNKNOWN_USER -> login && call.errors().tells(this);
            case TOKEN, TOKEN_MISSING -> !login;
            default -> true;
        };
    }

    /** Its name in a description. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status where the description says none. */
    int status() {
        return status;
    }

    /** A fixed text in English. */
    String message() {
        return message;
    }

    /** Itself, the next general one, and so on. */
    Stream<Problem> fromSpecificToGeneral() {
        return Stream.iterate(
                        Optional.of(this), Optional::isPresent, one -> one.flatMap(p -> Optional.ofNullable(p.general)))
                .flatMap(Optional::stream);
    }
}
