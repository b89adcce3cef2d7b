package dev.legacylogin.benchmark;

import java.util.List;

/**
 * What an app sends to an API that is described in a form: Django's Simple JWT, by its preset.
 *
 * @param target the server
 * @param measured the realm and its users
 */
record DescribedApp(Target target, MeasuredRealm measured) {

    private static final int OK = 200;

    /** Logins. */
    Visit login() {
        return new Requests(target, OK, logins());
    }

    private List<Message> logins() {
        return measured.users().stream()
                .map(user -> post(
                        "/api/token/",
                        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(user.name(), user.password())))
                .toList();
    }

    /** Refreshes of a session of each user; every user logs in for it now. */
    Visit refresh() {
        return new Requests(
                target,
                OK,
                logins().stream()
                        .map(login -> target.granted(login).text("/refresh"))
                        .map(token -> post("/api/token/refresh/", "{\"refresh\":\"" + token + "\"}"))
                        .toList());
    }

    private Message post(String path, String body) {
        return Message.json(
                "POST", measured.realm().path("/legacy-login/clients/" + MeasuredRealm.DESCRIBED + path), body);
    }
}
