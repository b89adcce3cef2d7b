package dev.legacylogin.passport;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.legacylogin.http.Answer;
import dev.legacylogin.http.BasicCredentials;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.Members;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Client;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Operation;
import dev.legacylogin.shape.ServedBy.Credentials;
import dev.legacylogin.token.TokenOutcome;
import dev.legacylogin.token.TokenRequests;
import dev.legacylogin.token.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /oauth/token}, Laravel Passport's own route, where the documented {@code refresh_token} is used. Errors
 * are those of league/oauth2-server 7, which Passport 7 stands on.
 */
final class PassportToken extends Endpoint {
    PassportToken() {
        super("/oauth/token", Passport.BODY);
    }

    @Override
    public boolean takesTrailingSlash() {
        return true;
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("POST", PassportToken::token);
    }

    /** In the body, or else each of them in a Basic header (RFC 6749, section 2.3.1), as league has it. */
    @Override
    public Credentials credentials(Call call) {
        Credentials inBody = Passport.credentials(call.body());
        Optional<BasicCredentials> inHeader = call.basic();
        return new Credentials(
                inBody.clientId()
                        .or(() -> inHeader.map(BasicCredentials::username).filter(id -> !id.isBlank())),
                inBody.secret()
                        .or(() -> inHeader.map(BasicCredentials::password).filter(secret -> !secret.isBlank())));
    }

    @Override
    public Answer refuse(Fault fault, Call call) {
        return switch (fault) {
            case UNEXPECTED -> error(fault.status(), "server_error", fault.message(), null);
            case CLIENT_UNKNOWN -> invalidClient();
            default -> error(fault.status(), "invalid_request", fault.message(), null);
        };
    }

    private static Answer token(Call call, Client client) {
        Members body = call.body();
        return switch (body.trimmed("grant_type").orElse("")) {
            case "refresh_token" -> refresh(body, client.tokens());
            case "password" -> password(body, client.tokens());
            default ->
                error(
                        400,
                        "unsupported_grant_type",
                        "The authorization grant type is not supported by the authorization server.",
                        "Check that all required parameters have been provided");
        };
    }

    private static Answer refresh(Members body, TokenRequests tokens) {
        return body.trimmed("refresh_token")
                .map(tokens::refresh)
                .map(PassportToken::answer)
                .orElseGet(() -> missing("refresh_token"));
    }

    private static Answer password(Members body, TokenRequests tokens) {
        Optional<String> username = body.trimmed("username");
        Optional<String> password = Passport.password(body);
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
                denied -> denied(denied.reason()));
    }

    private static Answer denied(TokenOutcome.Reason reason) {
        return switch (reason) {
            case UNKNOWN_USER, INVALID_CREDENTIALS, PASSWORD_UPDATE_REQUIRED, ACTION_REQUIRED ->
                error(401, "invalid_credentials", "The user credentials were incorrect.", null);
            case INVALID_TOKEN ->
                error(401, "invalid_request", "The refresh token is invalid.", "Token has been revoked");
            case CLIENT_REFUSED -> invalidClient();
            case REFUSED ->
                error(401, "access_denied", "The resource owner or authorization server denied the request.", null);
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

    private record Success(String token_type, long expires_in, String access_token, String refresh_token) {
        /** Without the values: a record would print them. */
        @Override
        public String toString() {
            return "Success";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Failure(String error, String error_description, String hint, String message) {}
}
