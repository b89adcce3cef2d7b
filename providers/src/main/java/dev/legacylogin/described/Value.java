package dev.legacylogin.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.legacylogin.token.LastModified;
import dev.legacylogin.token.Tokens;
import dev.legacylogin.user.LegacyUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;

/**
 * Something that an answer can name: the whole vocabulary of descriptions. Nothing of the request is in it.
 *
 * @param kind what it is
 * @param read reads it, {@code null} where it is missing
 */
record Value(Kind kind, Function<Facts, JsonNode> read) {
    /** A claim of UserInfo or an attribute that users cannot write about themselves, by any name. */
    static final String FIELD = "field.";
    /** The same, but what users write about themselves counts too. */
    static final String OWN = "own.";

    private static final Value NOW = new Value(Kind.TIME, facts -> new LongNode(Time.currentTimeMillis()));

    private static final Map<String, Value> OF_TOKENS = Map.of(
            "access_token", token(Kind.TEXT, tokens -> text(tokens.accessToken())),
            "refresh_token", token(Kind.TEXT, tokens -> text(tokens.refreshToken())),
            "scope", token(Kind.TEXT, tokens -> text(tokens.scope())),
            "expires_in", token(Kind.SPAN, tokens -> new LongNode(tokens.expiresIn())),
            "expires_at", token(Kind.TIME, tokens -> time(tokens.expiresAt())),
            "refresh_expires_in",
                    token(Kind.SPAN, tokens -> has(tokens) ? new LongNode(tokens.refreshExpiresIn()) : null),
            "refresh_expires_at", token(Kind.TIME, tokens -> has(tokens) ? time(tokens.refreshExpiresAt()) : null));

    private static final Map<String, Value> OF_USERS = Map.ofEntries(
            Map.entry(
                    "user.id",
                    user(
                            Kind.IDENTIFIER,
                            user -> text(user.text("legacy_id")
                                    .orElseGet(() -> user.model().getId())))),
            Map.entry(
                    "user.keycloak_id",
                    user(Kind.TEXT, user -> text(user.model().getId()))),
            Map.entry("user.username", user(Kind.TEXT, user -> text(user.username()))),
            Map.entry("user.email", user(Kind.TEXT, user -> text(user.email().orElse(null)))),
            Map.entry(
                    "user.email_verified",
                    user(Kind.FLAG, user -> BooleanNode.valueOf(user.model().isEmailVerified()))),
            Map.entry(
                    "user.first_name", user(Kind.TEXT, user -> text(user.model().getFirstName()))),
            Map.entry(
                    "user.last_name", user(Kind.TEXT, user -> text(user.model().getLastName()))),
            Map.entry("user.name", user(Kind.TEXT, user -> text(name(user.model())))),
            Map.entry(
                    "user.created", user(Kind.TIME, user -> millis(user.model().getCreatedTimestamp()))),
            Map.entry(
                    "user.updated",
                    user(
                            Kind.TIME,
                            user -> millis(LastModified.of(user.model())
                                    .orElseGet(() -> user.model().getCreatedTimestamp())))));

    private static final Map<String, Value> OF_REFUSALS = Map.of(
            "status",
                    new Value(Kind.NUMBER, facts -> new LongNode(facts.refusal().status())),
            "path", new Value(Kind.TEXT, facts -> text(facts.refusal().path())),
            "reason",
                    new Value(Kind.TEXT, facts -> text(facts.refusal().problem().key())),
            "message",
                    new Value(Kind.TEXT, facts -> text(facts.refusal().problem().message())));

    /** What an answer may name. */
    enum Scope {
        /** Of an operation that grants tokens. */
        GRANTED(List.of(OF_TOKENS, OF_USERS)),
        /** Of one that knows the user and grants nothing. */
        KNOWN_USER(List.of(OF_USERS)),
        /** Of one that knows nobody. */
        NOBODY(List.of()),
        /** A refusal: nothing of what the caller sent, nor of whom he meant. */
        REFUSED(List.of(OF_REFUSALS));

        private final Map<String, Value> values = new TreeMap<>(Map.of("now", NOW));

        Scope(List<Map<String, Value>> values) {
            values.forEach(this.values::putAll);
        }

        /** The value of this name, or {@code null} where there is none. */
        Value named(String name) {
            boolean anyField = values.containsKey("user.id");
            if (anyField && name.startsWith(FIELD)) {
                return field(name.substring(FIELD.length()), false);
            }
            if (anyField && name.startsWith(OWN)) {
                return field(name.substring(OWN.length()), true);
            }
            return values.get(name);
        }

        /** The names that there are. */
        List<String> names() {
            List<String> names = new ArrayList<>(values.keySet());
            if (values.containsKey("user.id")) {
                names.addAll(List.of(FIELD + "NAME", OWN + "NAME"));
            }
            return names;
        }
    }

    private static Value field(String name, boolean own) {
        return name.matches("[A-Za-z0-9_.-]{1,100}")
                ? new Value(Kind.FIELD, facts -> facts.user().field(name, own).orElse(null))
                : null;
    }

    private static Value token(Kind kind, Function<Tokens, JsonNode> read) {
        return new Value(kind, facts -> read.apply(facts.tokens()));
    }

    private static Value user(Kind kind, Function<LegacyUser, JsonNode> read) {
        return new Value(kind, facts -> read.apply(facts.user()));
    }

    private static boolean has(Tokens tokens) {
        return tokens.refreshToken() != null;
    }

    private static JsonNode text(String text) {
        return text == null || text.isEmpty() ? null : new TextNode(text);
    }

    private static JsonNode time(Instant time) {
        return new LongNode(time.toEpochMilli());
    }

    private static JsonNode millis(Long millis) {
        return millis == null ? null : new LongNode(millis);
    }

    private static String name(UserModel user) {
        return Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
