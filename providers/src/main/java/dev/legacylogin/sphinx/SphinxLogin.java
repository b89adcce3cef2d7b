package dev.legacylogin.sphinx;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.legacylogin.http.Answer;
import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.LegacyRequest;
import dev.legacylogin.http.Members;
import dev.legacylogin.http.RefusedException;
import dev.legacylogin.settings.LegacyClient;
import dev.legacylogin.settings.ShapeClients;
import dev.legacylogin.token.TokenOutcome;
import dev.legacylogin.token.TokenOutcome.Granted;
import dev.legacylogin.user.LegacyUser;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code POST /v1/api/auth/login} as documented by sphinx-cbs. */
public final class SphinxLogin extends DocumentedPath {
    /** Served by the client of this name. */
    public SphinxLogin(String clientId) {
        super("/v1/api/auth/login", ShapeClients.named(SphinxSettings.SHAPE, clientId));
    }

    @Override
    public Map<String, Function<LegacyRequest, Answer>> operations() {
        return Map.of("POST", this::login);
    }

    @Override
    public Answer refuse(Fault fault, LegacyRequest request) {
        return error(SphinxError.of(fault));
    }

    private Answer login(LegacyRequest request) {
        LegacyClient client = request.client();
        Members body = request.body().json();
        String user = body.text("user").orElseThrow(() -> new RefusedException(Fault.MALFORMED));
        String password = body.text("password").orElseThrow(() -> new RefusedException(Fault.MALFORMED));
        return request.tokens(client)
                .password(user, password, List.of())
                .fold(granted -> answer(granted, client, request), reason -> denied(reason, client));
    }

    private static Answer answer(Granted granted, LegacyClient client, LegacyRequest request) {
        String redirect = new LegacyUser(granted).text("redirect").orElse(null);
        Answer answer = Answer.json(200, new Success(0, SphinxTokens.of(granted.tokens()), redirect));
        return SphinxSettings.deliversInCookies(client) ? SphinxCookies.add(answer, granted.tokens(), request) : answer;
    }

    private static Answer denied(TokenOutcome.Reason reason, LegacyClient client) {
        return switch (reason) {
            case UNKNOWN_USER, INVALID_CREDENTIALS, CLIENT_REFUSED, INVALID_TOKEN ->
                error(SphinxError.of(401, "invalid_credentials", "User or password does not match"));
            case PASSWORD_UPDATE_REQUIRED ->
                error(new SphinxError(
                        403,
                        "password_reset_required",
                        "The password must be changed before the login",
                        SphinxSettings.passwordResetRedirect(client)));
            case ACTION_REQUIRED ->
                error(SphinxError.of(403, "account_setup_required", "The account is not fully set up"));
        };
    }

    private static Answer error(SphinxError error) {
        return Answer.json(error.code(), error);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Success(int code, SphinxTokens result, String redirect) {}
}
