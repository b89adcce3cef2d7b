package dev.legacylogin.passport;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.LegacyRequest;
import dev.legacylogin.http.Members;
import dev.legacylogin.settings.LegacyClient;
import dev.legacylogin.settings.ShapeClients;
import dev.legacylogin.token.TokenOutcome;
import dev.legacylogin.token.TokenOutcome.Granted;
import dev.legacylogin.token.Tokens;
import dev.legacylogin.user.LegacyUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code POST /api/auth/login} as documented by hpo-v2, a Laravel application with Passport. */
public final class PassportLogin extends DocumentedPath {
    private static final String USERNAME = "username";
    private static final String PASSWORD = "password";

    /** Served by the client that the request names. */
    public PassportLogin() {
        super("/api/auth/login", ShapeClients.any(PassportSettings.SHAPE));
    }

    @Override
    public Map<String, Function<LegacyRequest, Answer>> operations() {
        return Map.of("POST", this::login);
    }

    /** Laravel takes a body that it cannot read for one without members. */
    @Override
    public Answer refuse(Fault fault, LegacyRequest request) {
        return fault == Fault.MALFORMED
                ? required(List.of(USERNAME, PASSWORD))
                : Answer.json(fault.status(), new Failure(false, fault.message()));
    }

    private Answer login(LegacyRequest request) {
        Members body = request.body().jsonOrForm();
        Optional<LegacyClient> client = request.client(body.textOrInteger("client_id"));
        List<String> missing = List.of(USERNAME, PASSWORD).stream()
                .filter(field -> body.text(field).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            return required(missing);
        }
        if (client.isEmpty() || body.text("grant_type").filter(PASSWORD::equals).isEmpty()) {
            return doesNotMatch();
        }
        return request.tokens(client.get(), body.text("client_secret"))
                .password(body.text(USERNAME).get(), body.text(PASSWORD).get(), List.of())
                .fold(granted -> answer(granted, client.get()), reason -> denied(reason, client.get()));
    }

    private static Answer answer(Granted granted, LegacyClient client) {
        PassportUser user = PassportUser.of(new LegacyUser(granted));
        Tokens tokens = granted.tokens();
        String message = "You are logged in. Please wait.";
        return Answer.json(
                200,
                PassportSettings.flat(client)
                        ? new Flat(true, message, tokens.accessToken(), tokens.refreshToken(), tokens.expiresIn(), user)
                        : new Documented(
                                true,
                                message,
                                new Pair(tokens.accessToken(), tokens.refreshToken()),
                                String.valueOf(tokens.expiresIn()),
                                user));
    }

    private static Answer denied(TokenOutcome.Reason reason, LegacyClient client) {
        return switch (reason) {
            case UNKNOWN_USER ->
                PassportSettings.hidesUnknownUsername(client)
                        ? doesNotMatch()
                        : invalid(Map.of(USERNAME, List.of("The selected username is invalid.")));
            case INVALID_CREDENTIALS, PASSWORD_UPDATE_REQUIRED, ACTION_REQUIRED, CLIENT_REFUSED, INVALID_TOKEN ->
                doesNotMatch();
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

    private record Pair(String access_token, String refresh_token) {}

    private record Flat(
            boolean success,
            String message,
            String access_token,
            String refresh_token,
            long expires_in,
            PassportUser logged_in_user) {}

    private record Failure(boolean success, String message) {}

    private record Invalid(String message, Map<String, List<String>> errors, boolean success) {}
}
