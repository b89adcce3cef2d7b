package dev.legacylogin.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Calls;
import dev.legacylogin.benchmark.MeasuredRealm.User;
import dev.legacylogin.server.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What an app sends to Keycloak's own token endpoint, as one client: the measure of what a documented path takes.
 *
 * @param target the server
 * @param measured the realm and its users
 * @param clientId the client
 */
record OwnApp(Target target, MeasuredRealm measured, String clientId) {

    private static final int OK = 200;
    private static final String WRONG = "wrong";

    /** Logins. */
    Visit login() {
        return new Requests(target, OK, logins(User::password, Map.of()));
    }

    /** Logins with a wrong password. */
    Visit wrongPassword() {
        return refused("invalid_grant", logins(user -> WRONG, Map.of()));
    }

    /** Logins for UserInfo, which wants a scope of its own, and then that. */
    Visit loginAndUserInfo() {
        Requests logins = new Requests(target, OK, logins(User::password, Map.of("scope", "openid")));
        return new LoginAndUserInfo(logins, path("userinfo"));
    }

    private List<Message> logins(Function<User, String> password, Map<String, String> more) {
        return measured.users().stream()
                .map(user -> login(user.name(), password.apply(user), more))
                .toList();
    }

    /** A login of nobody. */
    Visit unknownUser() {
        return refused("invalid_grant", List.of(login("nobody", WRONG, Map.of())));
    }

    /** A login with a wrong secret of the client. */
    Visit wrongClient() {
        User user = measured.users().get(0);
        Message login = login(user.name(), user.password(), Map.of("client_secret", WRONG));
        return refused("unauthorized_client", List.of(login));
    }

    /** A login of a client that nobody knows. */
    Visit unknownClient() {
        User user = measured.users().get(0);
        return refused("invalid_client", List.of(login(user.name(), user.password(), Map.of("client_id", "nobody's"))));
    }

    /** Requests that are all refused for this. With which status depends on Keycloak's version, so that one is sent. */
    private Visit refused(String error, List<Message> messages) {
        Answer answer = target.ask(messages.get(0));
        assertThat(answer.text("/error")).as(answer.body()).isEqualTo(error);
        return new Requests(target, answer.status(), messages);
    }

    private Message login(String username, String password, Map<String, String> more) {
        return token(Map.of("grant_type", "password", "username", username, "password", password), more);
    }

    private Message token(Map<String, String> fields, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("client_id", clientId);
        form.put("client_secret", Calls.SECRET);
        form.putAll(more);
        return Message.form(path("token"), form);
    }

    /** Refreshes of a session of each user; every user logs in for it now. */
    Visit refresh() {
        return new Requests(
                target,
                OK,
                logins(User::password, Map.of()).stream()
                        .map(login -> token(
                                Map.of("grant_type", "refresh_token"),
                                Map.of("refresh_token", target.granted(login).text("/refresh_token"))))
                        .toList());
    }

    private String path(String endpoint) {
        return measured.realm().path("/protocol/openid-connect/" + endpoint);
    }
}
