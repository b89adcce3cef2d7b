package dev.legacylogin.sphinx;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.legacylogin.http.Answer;
import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.LegacyRequest;
import dev.legacylogin.http.RefusedException;
import dev.legacylogin.settings.LegacyClient;
import dev.legacylogin.settings.ShapeClients;
import dev.legacylogin.token.Tokens;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code POST /v1/api/auth/refresh} as documented by sphinx-cbs. How the new tokens arrive is a setting, because the
 * page does not say it.
 */
public final class SphinxRefresh extends DocumentedPath {
    private static final String BEARER = "Bearer ";
    private static final String X_REFRESH_TOKEN = "X-Refresh-Token";

    /** Served by the client of this name. */
    public SphinxRefresh(String clientId) {
        super("/v1/api/auth/refresh", ShapeClients.named(SphinxSettings.SHAPE, clientId));
    }

    @Override
    public Map<String, Function<LegacyRequest, Answer>> operations() {
        return Map.of("POST", this::refresh);
    }

    @Override
    public List<String> exposedHeaders() {
        return List.of(HttpHeaders.AUTHORIZATION, X_REFRESH_TOKEN);
    }

    @Override
    public Answer refuse(Fault fault, LegacyRequest request) {
        return error(SphinxError.of(fault));
    }

    private Answer refresh(LegacyRequest request) {
        LegacyClient client = request.client();
        String refreshToken = refreshToken(request, client).orElseThrow(() -> new RefusedException(Fault.MALFORMED));
        return request.tokens(client)
                .refresh(refreshToken)
                .fold(
                        granted -> answer(granted.tokens(), client, request),
                        reason -> error(SphinxError.of(401, "invalid_token", "The refresh token is not valid")));
    }

    /** In the body as documented, as Bearer as on the origin's other pages, or in the cookie where cookies are on. */
    private static Optional<String> refreshToken(LegacyRequest request, LegacyClient client) {
        return request.body()
                .json()
                .text("refresh_token")
                .or(() -> request.header(HttpHeaders.AUTHORIZATION)
                        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                        .map(value -> value.substring(BEARER.length()).strip()))
                .or(() -> SphinxSettings.deliversInCookies(client)
                        ? request.cookie(SphinxCookies.REFRESH_TOKEN)
                        : Optional.empty());
    }

    private static Answer answer(Tokens tokens, LegacyClient client, LegacyRequest request) {
        if (SphinxSettings.deliversInBody(client)) {
            return Answer.json(200, new Result(new OkWithTokens(0, "Ok", SphinxTokens.of(tokens))));
        }
        Answer answer = Answer.json(200, new Result(new Ok(0, "Ok")));
        if (SphinxSettings.deliversInCookies(client)) {
            return SphinxCookies.add(answer, tokens, request);
        }
        Answer withAccessToken = answer.with(HttpHeaders.AUTHORIZATION, BEARER + tokens.accessToken());
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
