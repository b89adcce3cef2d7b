package dev.legacylogin.sphinx;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.legacylogin.http.Answer;
import dev.legacylogin.http.BodyType;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.RefusedException;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Client;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Operation;
import dev.legacylogin.token.Tokens;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /v1/api/auth/refresh} as documented by sphinx-cbs. How the new tokens arrive is a setting, because the
 * page does not say it.
 */
final class SphinxRefresh extends Endpoint {
    private static final String X_REFRESH_TOKEN = "X-Refresh-Token";

    SphinxRefresh() {
        super("/v1/api/auth/refresh", BodyType.JSON);
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("POST", SphinxRefresh::refresh);
    }

    @Override
    public List<String> exposedHeaders() {
        return List.of(HttpHeaders.AUTHORIZATION, X_REFRESH_TOKEN);
    }

    @Override
    public Answer refuse(Fault fault, Call call) {
        return error(SphinxError.of(fault));
    }

    private static Answer refresh(Call call, Client client) {
        String refreshToken = refreshToken(call, client).orElseThrow(() -> new RefusedException(Fault.MALFORMED));
        return client.tokens()
                .refresh(refreshToken)
                .fold(
                        granted -> answer(granted.tokens(), call, client),
                        denied -> error(SphinxError.of(401, "invalid_token", "The refresh token is not valid")));
    }

    /**
     * In the body as documented, in the cookie where cookies are on, or as Bearer as on the origin's other pages. A client
     * that has the cookie may send a stale Bearer beside it.
     */
    private static Optional<String> refreshToken(Call call, Client client) {
        return call.body()
                .text("refresh_token")
                .or(() -> SphinxSettings.deliversInCookies(client.settings())
                        ? call.cookie(SphinxCookies.REFRESH_TOKEN)
                        : Optional.empty())
                .or(call::bearer);
    }

    private static Answer answer(Tokens tokens, Call call, Client client) {
        if (SphinxSettings.deliversInBody(client.settings())) {
            return Answer.json(200, new Result(new OkWithTokens(0, "Ok", SphinxTokens.of(tokens))));
        }
        Answer answer = Answer.json(200, new Result(new Ok(0, "Ok")));
        if (SphinxSettings.deliversInCookies(client.settings())) {
            return SphinxCookies.add(answer, tokens, call);
        }
        Answer withAccessToken = answer.with(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.accessToken());
        return tokens.refreshToken() == null
                ? withAccessToken
                : withAccessToken.with(X_REFRESH_TOKEN, tokens.refreshToken());
    }

    private static Answer error(SphinxError error) {
        return Answer.json(error.code(), new Result(error));
    }

    /** On this path everything stands inside {@code result}. */
    private record Result(Object result) {}

    private record Ok(int code, String desc) {}

    private record OkWithTokens(
            int code, String desc, @JsonUnwrapped SphinxTokens tokens) {}
}
