package dev.legacylogin.nomic;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.BasicCredentials;
import dev.legacylogin.http.BodyType;
import dev.legacylogin.http.Fault;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Client;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Operation;
import dev.legacylogin.token.TokenOutcome;
import dev.legacylogin.token.TokenRequests;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /api/auth/token} as documented by NomicGameManager: a login with a Basic header, a renewal with a Bearer
 * header. The body is not read.
 */
final class NomicToken extends Endpoint {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

    NomicToken() {
        super("/api/auth/token", BodyType.NONE);
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("POST", NomicToken::token);
    }

    /** A wrong method and a failure of the server in the origin's framework's form, all else as the page's 403. */
    @Override
    public Answer refuse(Fault fault, Call call) {
        return switch (fault) {
            case UNEXPECTED -> error(fault, "Internal Server Error");
            case METHOD_NOT_ALLOWED -> error(fault, "Method Not Allowed");
            default -> unauthenticated();
        };
    }

    private static Answer token(Call call, Client client) {
        return outcome(call, client.tokens())
                .map(outcome -> outcome.fold(
                        granted -> Answer.json(
                                200, new Success(true, granted.tokens().accessToken())),
                        denied -> unauthenticated()))
                .orElseGet(NomicToken::unauthenticated);
    }

    private static Optional<TokenOutcome> outcome(Call call, TokenRequests tokens) {
        return call.bearer()
                .map(tokens::renew)
                .or(() -> call.basic()
                        .filter(BasicCredentials::complete)
                        .map(basic -> tokens.password(basic.username(), basic.password(), List.of())));
    }

    private static Answer unauthenticated() {
        return Answer.empty(403);
    }

    private Answer error(Fault fault, String error) {
        String timestamp = TIMESTAMP.format(Instant.now().atOffset(ZoneOffset.UTC));
        return Answer.json(fault.status(), new Failure(timestamp, fault.status(), error, path()));
    }

    private record Success(boolean isSuccess, String token) {
        /** Without the values: a record would print them. */
        @Override
        public String toString() {
            return "Success";
        }
    }

    private record Failure(String timestamp, int status, String error, String path) {}
}
