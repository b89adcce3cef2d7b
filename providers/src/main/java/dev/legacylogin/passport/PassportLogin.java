package dev.legacylogin.passport;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.Members;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Client;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Operation;
import dev.legacylogin.shape.ServedBy.Credentials;
import dev.legacylogin.token.TokenOutcome;
import dev.legacylogin.token.TokenOutcome.Granted;
import dev.legacylogin.token.Tokens;
import dev.legacylogin.user.LegacyUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code POST /api/auth/login} as documented by hpo-v2, a Laravel application with Passport. */
final class PassportLogin extends Endpoint {
    private static final String USERNAME = "username";
    private static final String PASSWORD = "password";

    PassportLogin() {
        super("/api/auth/login", Passport.BODY);
    }

    @Override
    public boolean takesTrailingSlash() {
        return true;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("POST", PassportLogin::login);
    }

    @Override
    public Credentials credentials(Call call) {
        return Passport.credentials(call.body());
    }

    /** Laravel takes a body that it cannot read for one without members, and looks for these before the client. */
    @Override
    public Answer refuse(Fault fault, Call call) {
        return switch (fault) {
            case MALFORMED -> required(List.of(USERNAME, PASSWORD));
            case CLIENT_UNKNOWN -> missing(call.body()).isEmpty() ? doesNotMatch() : required(missing(call.body()));
            default -> Answer.json(fault.status(), new Failure(false, fault.message()));
        };
    }

    private static Answer login(Call call, Client client) {
        Members body = call.body();
        List<String> missing = missing(body);
        if (!missing.isEmpty()) {
            return required(missing);
        }
        if (body.trimmed("grant_type").filter(PASSWORD::equals).isEmpty()) {
            return doesNotMatch();
        }
        String username = value(body, USERNAME).get();
        return client.tokens()
                .password(username, value(body, PASSWORD).get(), List.of())
                .fold(granted -> answer(granted, client), reason -> denied(reason, username, client));
    }

    private static List<String> missing(Members body) {
        return Stream.of(USERNAME, PASSWORD)
                .filter(field -> value(body, field).isEmpty())
                .toList();
    }

    private static Optional<String> value(Members body, String field) {
        return field.equals(PASSWORD) ? Passport.password(body) : body.trimmed(field);
    }

    private static Answer answer(Granted granted, Client client) {
        PassportUser user = PassportUser.of(new LegacyUser(granted));
        Tokens tokens = granted.tokens();
        String message = "You are logged in. Please wait.";
        return Answer.json(
                200,
                PassportSettings.flat(client.settings())
                        ? new Flat(true, message, tokens.accessToken(), tokens.refreshToken(), tokens.expiresIn(), user)
                        : new Documented(
                                true,
                                message,
                                new Pair(tokens.accessToken(), tokens.refreshToken()),
                                String.valueOf(tokens.expiresIn()),
                                user));
    }

    private static Answer denied(TokenOutcome.Reason reason, String username, Client client) {
        return switch (reason) {
            case UNKNOWN_USER ->
                PassportSettings.hidesUnknownUsername(client.settings())
                                || client.tokens().isKnownToAStore(username)
                        ? doesNotMatch()
                        : invalid(Map.of(USERNAME, List.of("The selected username is invalid.")));
            case INVALID_CREDENTIALS,
                    PASSWORD_UPDATE_REQUIRED,
                    ACTION_REQUIRED,
                    CLIENT_REFUSED,
                    REFUSED,
                    INVALID_TOKEN -> doesNotMatch();
        };
    }

    private static Answer required(List<String> fields) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        fields.forEach(field -> errors.put(field, List.of("The " + field + " field is required.")));
        return invalid(errors);
    }

    private static Answer invalid(Map<String, List<String>> errors) {
        return Answer.json(422, new Invalid("error.validation", errors, false));
    }

    private static Answer doesNotMatch() {
        return Answer.json(422, new Failure(false, "Email or password does not match."));
    }

    private record Documented(
            boolean success, String message, Pair access_token, String expires_in, PassportUser logged_in_user) {}

    private record Pair(String access_token, String refresh_token) {
        /** Without the values: a record would print them. */
        @Override
        public String toString() {
            return "Pair";
        }
    }

    private record Flat(
            boolean success,
            String message,
            String access_token,
            String refresh_token,
            long expires_in,
            PassportUser logged_in_user) {
        /** Without the values: a record would print them. */
        @Override
        public String toString() {
            return "Flat";
        }
    }

    private record Failure(boolean success, String message) {}

    private record Invalid(String message, Map<String, List<String>> errors, boolean success) {}
}
