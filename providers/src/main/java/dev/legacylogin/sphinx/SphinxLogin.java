package dev.legacylogin.sphinx;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.legacylogin.http.Answer;
import dev.legacylogin.http.BodyType;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.Members;
import dev.legacylogin.http.RefusedException;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Client;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Operation;
import dev.legacylogin.token.TokenOutcome;
import dev.legacylogin.token.TokenOutcome.Granted;
import dev.legacylogin.user.LegacyUser;
import java.util.List;
import java.util.Map;

/** {@code POST /v1/api/auth/login} as documented by sphinx-cbs. */
final class SphinxLogin extends Endpoint {
    SphinxLogin() {
        super("/v1/api/auth/login", BodyType.JSON);
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("POST", SphinxLogin::login);
    }

    @Override
    public Answer refuse(Fault fault, Call call) {
        return error(SphinxError.of(fault));
    }

    private static Answer login(Call call, Client client) {
        Members body = call.body();
        String user = body.text("user").orElseThrow(() -> new RefusedException(Fault.MALFORMED));
        String password = body.text("password").orElseThrow(() -> new RefusedException(Fault.MALFORMED));
        return client.tokens()
                .password(user, password, List.of())
                .fold(granted -> answer(granted, call, client), denied -> denied(denied.reason(), client));
    }

    private static Answer answer(Granted granted, Call call, Client client) {
        String redirect = new LegacyUser(granted).text("redirect").orElse(null);
        Answer answer = Answer.json(200, new Success(0, SphinxTokens.of(granted.tokens()), redirect));
        return SphinxSettings.deliversInCookies(client.settings())
                ? SphinxCookies.add(answer, granted.tokens(), call)
                : answer;
    }

    private static Answer denied(TokenOutcome.Reason reason, Client client) {
        return switch (reason) {
            case UNKNOWN_USER, INVALID_CREDENTIALS, CLIENT_REFUSED, INVALID_TOKEN ->
                error(SphinxError.of(401, "invalid_credentials", "User or password does not match"));
            case PASSWORD_UPDATE_REQUIRED ->
                error(new SphinxError(
                        403,
                        "password_reset_required",
                        "The password must be changed before the login",
                        SphinxSettings.passwordResetRedirect(client.settings())));
            case ACTION_REQUIRED ->
                error(SphinxError.of(403, "account_setup_required", "The account is not fully set up"));
            case REFUSED -> error(SphinxError.of(403, "access_denied", "The login is refused"));
        };
    }

    private static Answer error(SphinxError error) {
        return Answer.json(error.code(), error);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Success(int code, SphinxTokens result, String redirect) {}
}
