package dev.legacylogin.benchmark;

import dev.legacylogin.Calls;
import dev.legacylogin.Failure;
import dev.legacylogin.Route;
import dev.legacylogin.benchmark.MeasuredRealm.User;
import dev.legacylogin.http.Fault;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What an old app sends to one documented path.
 *
 * @param target the server
 * @param measured the realm and its users
 * @param route the path
 */
record OldApp(Target target, MeasuredRealm measured, Route route) {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String WRONG = "wrong";

    /** Logins below the realm. */
    Visit login() {
        return logins(OK, path(), User::password);
    }

    /** Logins at the root of the server. */
    Visit loginAtRoot() {
        return logins(OK, route.path(), User::password);
    }

    /** Logins where no client has the form. */
    Visit loginWhereOff() {
        return logins(NOT_FOUND, path(), User::password);
    }

    /** Logins with a wrong password. */
    Visit wrongPassword() {
        return logins(Failure.wrongSecret(route, "").status(), path(), user -> WRONG);
    }

    private Visit logins(int status, String path, Function<User, String> password) {
        return new Requests(
                target,
                status,
                measured.users().stream()
                        .map(user -> message(path, user.name(), password.apply(user)))
                        .toList());
    }

    private Message message(String path, String username, String password) {
        return route.readsBody()
                ? Message.json(
                        "POST", path, Calls.body(route, username, password).toString())
                : Message.of("POST", path).basic(username, password);
    }

    /** A login of nobody. */
    Visit unknownUser() {
        return one(Failure.wrongSecret(route, "").status(), message(path(), "nobody", WRONG));
    }

    /** A login with a wrong secret of the client, where requests have one. */
    Visit wrongClient() {
        return one(
                Failure.clientRefused(route, "").status(), Message.json("POST", path(), bodyWith(Calls.SECRET, WRONG)));
    }

    /** A login of a client that nobody knows, where requests name theirs. */
    Visit unknownClient() {
        return one(
                Failure.clientRefused(route, "").status(),
                Message.json("POST", path(), bodyWith("\"client_id\":\"2\"", "\"client_id\":\"99\"")));
    }

    private String bodyWith(String changed, String to) {
        User user = measured.users().get(0);
        return Calls.body(route, user.name(), user.password()).toString().replace(changed, to);
    }

    /** What cannot be read. */
    Visit malformed() {
        Message message = route.readsBody()
                ? Message.json("POST", path(), "{\"username\"")
                : Message.of("POST", path()).with("Authorization", "Basic !");
        return one(Failure.of(Fault.MALFORMED, route, "").status(), message);
    }

    /** What a browser asks before a script's request. */
    Visit preflight() {
        return one(
                OK,
                Message.of("OPTIONS", path())
                        .with("Origin", "http://localhost:3000")
                        .with("Access-Control-Request-Method", "POST")
                        .with("Access-Control-Request-Headers", "content-type"));
    }

    private Visit one(int status, Message message) {
        return new Requests(target, status, List.of(message));
    }

    /** Refreshes of a session of each user, or renewals; every user logs in for it now. */
    Visit refresh() {
        String path = measured.realm().path(Calls.refreshedAt(route).path());
        return new Requests(
                target, OK, tokens().map(token -> refresh(path, token)).toList());
    }

    private Message refresh(String path, String token) {
        String method = route == Route.FUSIO ? "PUT" : "POST";
        return route.renews()
                ? Message.of(method, path).bearer(token)
                : Message.json(method, path, Calls.refreshBody(route, token).toString());
    }

    private Stream<String> tokens() {
        return measured.users().stream()
                .map(user -> target.granted(message(path(), user.name(), user.password())))
                .map(login -> Calls.refreshable(route, login));
    }

    private String path() {
        return measured.realm().path(route.path());
    }
}
