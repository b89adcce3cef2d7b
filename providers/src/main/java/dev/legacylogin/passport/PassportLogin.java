package dev.legacylogin.passport;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.Members;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Client;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Operation;
import dev.legacylogin.shape.ServedBy.Credentials;
import dev.legacylogin.token.TokenOutcome.Denied;
import dev.legacylogin.token.TokenOutcome.Granted;
import dev.legacylogin.token.Tokens;
import dev.legacylogin.user.LegacyUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
            case CLIENT_UNKNOWN -> {
                List<String> missing = missing(call.body());
                yield missing.isEmpty() ? doesNotMatch() : required(missing);
            }
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
        return client.tokens()
                .password(
                        body.trimmed(USERNAME).orElseThrow(),
                        Passport.password(body).orElseThrow(),
                        List.of())
                .fold(granted -> answer(granted, client), denied -> denied(denied, client));
    }

    private static List<String> missing(Members body) {
        List<String> missing = new ArrayList<>();
        if (body.trimmed(USERNAME).isEmpty()) {
            missing.add(USERNAME);
        }
        if (Passport.password(body).isEmpty()) {
            missing.add(PASSWORD);
        }
        return missing;
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

    private static Answer denied(Denied denied, Client client) {
        return switch (denied.reason()) {
            case UNKNOWN_USER ->
                PassportSettings.hidesUnknownUsername(client.settings())
                                || denied.inAStore().getAsBoolean()
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
