package dev.legacylogin.passport;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.legacylogin.http.Answer;
import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.LegacyRequest;
import dev.legacylogin.http.Members;
import dev.legacylogin.settings.LegacyClient;
import dev.legacylogin.settings.ShapeClients;
import dev.legacylogin.token.TokenClient;
import dev.legacylogin.token.TokenOutcome;
import dev.legacylogin.token.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code POST /oauth/token}, Laravel Passport's own route, where the documented {@code refresh_token} is used. Errors
 * are those of league/oauth2-server 7, which Passport 7 stands on.
 */
public final class PassportToken extends DocumentedPath {
    /** Served by the client that the request names. */
    public PassportToken() {
        super("/oauth/token", ShapeClients.any(PassportSettings.SHAPE));
    }

    @Override
    public Map<String, Function<LegacyRequest, Answer>> operations() {
        return Map.of("POST", this::token);
    }

    @Override
    public Answer refuse(Fault fault, LegacyRequest request) {
        return fault == Fault.UNEXPECTED
                ? error(fault.status(), "server_error", fault.message(), null)
                : error(fault.status(), "invalid_request", fault.message(), null);
    }

    private Answer token(LegacyRequest request) {
        Members body = request.body().jsonOrForm();
        Optional<LegacyClient> client = request.client(body.textOrInteger("client_id"));
        if (client.isEmpty()) {
            return invalidClient();
        }
        TokenClient tokens = request.tokens(client.get(), body.text("client_secret"));
        return switch (body.text("grant_type").orElse("")) {
            case "refresh_token" -> refresh(body, tokens);
            case "password" -> password(body, tokens);
            default ->
                error(
                        400,
                        "unsupported_grant_type",
                        "The authorization grant type is not supported by the authorization server.",
                        "Check that all required parameters have been provided");
        };
    }

    private static Answer refresh(Members body, TokenClient tokens) {
        return body.text("refresh_token")
                .map(tokens::refresh)
                .map(PassportToken::answer)
                .orElseGet(() -> missing("refresh_token"));
    }

    private static Answer password(Members body, TokenClient tokens) {
        Optional<String> username = body.text("username");
        Optional<String> password = body.text("password");
        if (username.isEmpty() || password.isEmpty()) {
            return missing(username.isEmpty() ? "username" : "password");
        }
        return answer(tokens.password(username.get(), password.get(), List.of()));
    }

    private static Answer answer(TokenOutcome outcome) {
        return outcome.fold(
                granted -> {
                    Tokens tokens = granted.tokens();
                    return Answer.json(
                            200,
                            new Success("Bearer", tokens.expiresIn(), tokens.accessToken(), tokens.refreshToken()));
                },
                PassportToken::denied);
    }

    private static Answer denied(TokenOutcome.Reason reason) {
        return switch (reason) {
            case UNKNOWN_USER, INVALID_CREDENTIALS, PASSWORD_UPDATE_REQUIRED, ACTION_REQUIRED ->
                error(401, "invalid_credentials", "The user credentials were incorrect.", null);
            case INVALID_TOKEN ->
                error(401, "invalid_request", "The refresh token is invalid.", "Token has been revoked");
            case CLIENT_REFUSED -> invalidClient();
        };
    }

    private static Answer invalidClient() {
        return error(401, "invalid_client", "Client authentication failed", null);
    }

    private static Answer missing(String parameter) {
        return error(
                400,
                "invalid_request",
                "The request is missing a required parameter, includes an invalid parameter value, includes a "
                        + "parameter more than once, or is otherwise malformed.",
                "Check the `" + parameter + "` parameter");
    }

    private static Answer error(int status, String error, String description, String hint) {
        return Answer.json(status, new Failure(error, description, hint, description));
    }

    private record Success(String token_type, long expires_in, String access_token, String refresh_token) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Failure(String error, String error_description, String hint, String message) {}
}
