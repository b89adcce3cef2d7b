package dev.legacylogin.pocketbase;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.DocumentedPath;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.LegacyRequest;
import dev.legacylogin.http.Members;
import dev.legacylogin.settings.LegacyClient;
import dev.legacylogin.settings.ShapeClients;
import dev.legacylogin.token.TokenOutcome;
import dev.legacylogin.token.TokenOutcome.Granted;
import dev.legacylogin.user.LegacyUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code POST /auth/login} as documented by wanderer, over PocketBase. */
public final class PocketbaseLogin extends DocumentedPath {
    /** Served by the client of this name. */
    public PocketbaseLogin(String clientId) {
        super("/auth/login", ShapeClients.named(PocketbaseSettings.SHAPE, clientId));
    }

    @Override
    public Map<String, Function<LegacyRequest, Answer>> operations() {
        return Map.of("POST", this::login);
    }

    @Override
    public Answer refuse(Fault fault, LegacyRequest request) {
        String message = fault == Fault.MALFORMED ? "Invalid json" : fault.message();
        return PocketbaseError.answer(fault.status(), message, request);
    }

    private Answer login(LegacyRequest request) {
        LegacyClient client = request.client();
        Members body = request.body().json();
        Optional<String> identity = body.text("username").or(() -> body.text("email"));
        Optional<String> password = body.text("password");
        if (identity.isEmpty() || password.isEmpty()) {
            return PocketbaseError.blank(blankFields(identity, password), request);
        }
        return request.tokens(client)
                .password(identity.get(), password.get(), List.of())
                .fold(granted -> answer(granted, client, request), reason -> denied(reason, request));
    }

    private static List<String> blankFields(Optional<String> identity, Optional<String> password) {
        List<String> blank = new ArrayList<>();
        if (identity.isEmpty()) {
            blank.add("identity");
        }
        if (password.isEmpty()) {
            blank.add("password");
        }
        return blank;
    }

    private static Answer answer(Granted granted, LegacyClient client, LegacyRequest request) {
        PocketbaseRecord user = PocketbaseRecord.of(new LegacyUser(granted));
        Answer answer = Answer.json(200, new Success(user, granted.tokens().accessToken()));
        if (!PocketbaseSettings.cookie(client)) {
            return answer;
        }
        return PocketbaseCookie.header(granted.tokens(), user, request.isHttps())
                .map(cookie -> answer.with("Set-Cookie", cookie))
                .orElse(answer);
    }

    private static Answer denied(TokenOutcome.Reason reason, LegacyRequest request) {
        return switch (reason) {
            case UNKNOWN_USER,
                    INVALID_CREDENTIALS,
                    PASSWORD_UPDATE_REQUIRED,
                    ACTION_REQUIRED,
                    CLIENT_REFUSED,
                    INVALID_TOKEN -> PocketbaseError.wrongCredentials(request);
        };
    }

    private record Success(PocketbaseRecord record, String token) {}
}
