package dev.legacylogin.fusio;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.Blanks;
import dev.legacylogin.http.BodyType;
import dev.legacylogin.http.BodyType.Also;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.Members;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Client;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Operation;
import dev.legacylogin.token.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /consumer/login} as documented by Fusio, and {@code PUT}, which later versions of Fusio (4.3.4 on) have
 * for refreshing.
 */
final class FusioLogin extends Endpoint {
    FusioLogin() {
        super("/consumer/login", BodyType.JSON.and(Also.FORM, Also.UNKNOWN_TYPES));
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("POST", FusioLogin::login, "PUT", FusioLogin::refresh);
    }

    /** As PSX, which Fusio is written in, does. */
    @Override
    public boolean takesTrailingSlash() {
        return true;
    }

    @Override
    public Answer refuse(Fault fault, Call call) {
        return error(fault.status(), fault.message());
    }

    private static Answer login(Call call, Client client) {
        Members body = call.body();
        // MariaDB, which Fusio looks names up in, does not see blanks at their end
        Optional<String> username = body.text("username").map(Blanks::withoutSpacesBehind);
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
        return client.tokens()
                .password(username.get(), password.get(), scopes)
                .fold(granted -> answer(granted.tokens(), client), denied -> error(400, "Invalid name or password"));
    }

    private static Answer refresh(Call call, Client client) {
        return call.body()
                .text("refresh_token")
                .map(client.tokens()::refresh)
                .map(outcome ->
                        outcome.fold(granted -> answer(granted.tokens(), client), denied -> invalidRefreshToken()))
                .orElseGet(FusioLogin::invalidRefreshToken);
    }

    private static Answer answer(Tokens tokens, Client client) {
        return Answer.json(
                200,
                FusioSettings.extended(client.settings())
                        ? new ExtendedToken(
                                tokens.accessToken(),
                                tokens.expiresIn(),
                                tokens.refreshToken(),
                                String.join(",", tokens.scope().split(" ")))
                        : new Token(tokens.accessToken()));
    }

    private static Answer invalidRefreshToken() {
        return error(400, "Invalid refresh token");
    }

    private static Answer error(int status, String message) {
        return Answer.json(status, new Failure(false, "Internal Server Error", message));
    }

    private record Token(String token) {
        /** Without the values: a record would print them. */
        @Override
        public String toString() {
            return "Token";
        }
    }

    private record ExtendedToken(String token, long expires_in, String refresh_token, String scope) {
        /** Without the values: a record would print them. */
        @Override
        public String toString() {
            return "ExtendedToken";
        }
    }

    /** The title is the same for every failure in the origin. */
    private record Failure(boolean success, String title, String message) {}
}
