package dev.legacylogin.pocketbase;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.BodyType;
import dev.legacylogin.http.BodyType.Also;
import dev.legacylogin.http.Fault;
import dev.legacylogin.http.Members;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Client;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Operation;
import dev.legacylogin.token.TokenOutcome.Granted;
import dev.legacylogin.user.LegacyUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /auth/login} as documented by wanderer, over PocketBase. */
final class PocketbaseLogin extends Endpoint {
    PocketbaseLogin() {
        super("/auth/login", BodyType.JSON.and(Also.ANY_TYPE, Also.BYTE_ORDER_MARK));
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of("POST", PocketbaseLogin::login);
    }

    @Override
    public Answer refuse(Fault fault, Call call) {
        String message = fault == Fault.MALFORMED ? "Invalid json" : fault.message();
        return PocketbaseError.answer(fault.status(), message, call.url());
    }

    private static Answer login(Call call, Client client) {
        Members body = call.body();
        Optional<String> identity = body.text(body.has("email") ? "email" : "username");
        Optional<String> password = body.text("password");
        if (identity.isEmpty() || password.isEmpty()) {
            return PocketbaseError.blank(blankFields(identity, password), call.url());
        }
        return client.tokens()
                .password(identity.get(), password.get(), List.of())
                .fold(granted -> answer(granted, call, client), denied -> PocketbaseError.wrongCredentials(call.url()));
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

    private static Answer answer(Granted granted, Call call, Client client) {
        PocketbaseRecord user = PocketbaseRecord.of(new LegacyUser(granted));
        Answer answer = Answer.json(200, new Success(user, granted.tokens().accessToken()));
        return PocketbaseSettings.cookie(client.settings())
                ? answer.with(PocketbaseCookie.versions(granted.tokens(), user, call.isHttps()))
                : answer;
    }

    private record Success(PocketbaseRecord record, String token) {
        /** Without the values: a record would print them. */
        @Override
        public String toString() {
            return "Success";
        }
    }
}
