package dev.legacylogin.described;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a described endpoint can do. */
enum Operations {
    /** A login with a password. */
    LOGIN(Value.Scope.GRANTED, Map.of("username", "body.username", "password", "body.password")),
    /** Fresh tokens for a refresh token. */
    REFRESH(Value.Scope.GRANTED, Map.of("token", "body.refresh_token")),
    /** A fresh access token for one that is still good. */
    RENEW(Value.Scope.GRANTED, Map.of("token", "bearer")),
    /** The user of an access token. */
    ME(Value.Scope.KNOWN_USER, Map.of("token", "bearer")),
    /** The end of the session of an access or a refresh token. */
    LOGOUT(Value.Scope.NOBODY, Map.of("token", "bearer"));

    /** Their names in a description. */
    static final List<String> KEYS =
            Arrays.stream(values()).map(Operations::key).toList();

    private final Value.Scope scope;
    private final Map<String, String> inputs;

    Operations(Value.Scope scope, Map<String, String> inputs) {
        this.scope = scope;
        this.inputs = new TreeMap<>(inputs);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its success may name. */
    Value.Scope scope() {
        return scope;
    }

    /** What it needs of a request, and where that is unless the description says otherwise. */
    Map<String, String> inputs() {
        return inputs;
    }

    /** Whether a description must say its success: it is the end of nothing without. */
    boolean needsAnswer() {
        return scope != Value.Scope.NOBODY;
    }
}
