package dev.legacylogin.fusio;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.LegacyRequest;
import dev.legacylogin.http.Members;
import dev.legacylogin.settings.LegacyClient;
import dev.legacylogin.settings.ShapeClients;
import dev.legacylogin.token.TokenOutcome;
import dev.legacylogin.token.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code POST /consumer/login} as documented by Fusio, and {@code PUT}, which later versions of Fusio (4.3.4 on) have
 * for refreshing.
 */
public final class FusioLogin extends DocumentedPath {
    /** Served by the client of this name. */
    public FusioLogin(String clientId) {
        super("/consumer/login", ShapeClients.named(FusioSettings.SHAPE, clientId));
    }

    @Override
    public Map<String, Function<LegacyRequest, Answer>> operations() {
        return Map.of("POST", this::login, "PUT", this::refresh);
    }

    @Override
    public Answer refuse(Fault fault, LegacyRequest request) {
        return error(fault.status(), fault.message());
    }

    private Answer login(LegacyRequest request) {
        LegacyClient client = request.client();
        Members body = request.body().json();
        Optional<String> username = body.text("username");
        if (username.isEmpty()) {
            return error(400, "No username provided");
        }
        Optional<String> password = body.text("password");
        if (password.isEmpty()) {
            return error(400, "No password provided");
        }
        List<String> scopes = FusioScopes.allowed(client.model(), body.texts("scopes"));
        if (scopes.isEmpty() && body.has("scopes")) {
            return error(400, "No scopes provided");
        }
        return request.tokens(client)
                .password(username.get(), password.get(), scopes)
                .fold(granted -> answer(granted.tokens(), client), reason -> denied(reason));
    }

    private Answer refresh(LegacyRequest request) {
        LegacyClient client = request.client();
        Members body = request.body().json();
        return body.text("refresh_token")
                .map(token -> request.tokens(client).refresh(token))
                .map(outcome ->
                        outcome.fold(granted -> answer(granted.tokens(), client), reason -> invalidRefreshToken()))
                .orElseGet(FusioLogin::invalidRefreshToken);
    }

    private static Answer answer(Tokens tokens, LegacyClient client) {
        return Answer.json(
                200,
                FusioSettings.extended(client)
                        ? new ExtendedToken(
                                tokens.accessToken(),
                                tokens.expiresIn(),
                                tokens.refreshToken(),
                                String.join(",", tokens.scope().split(" ")))
                        : new Token(tokens.accessToken()));
    }

    private static Answer denied(TokenOutcome.Reason reason) {
        return switch (reason) {
            case UNKNOWN_USER,
                    INVALID_CREDENTIALS,
                    PASSWORD_UPDATE_REQUIRED,
                    ACTION_REQUIRED,
                    CLIENT_REFUSED,
                    INVALID_TOKEN -> error(400, "Invalid name or password");
        };
    }

    private static Answer invalidRefreshToken() {
        return error(400, "Invalid refresh token");
    }

    private static Answer error(int status, String message) {
        return Answer.json(status, new Failure(false, "Internal Server Error", message));
    }

    private record Token(String token) {}

    private record ExtendedToken(String token, long expires_in, String refresh_token, String scope) {}

    /** The title is the same for every failure in the origin. */
    private record Failure(boolean success, String title, String message) {}
}
