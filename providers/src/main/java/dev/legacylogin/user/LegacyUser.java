package dev.legacylogin.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.http.Json;
import dev.legacylogin.token.AccessTokenMapper.Owner;
import dev.legacylogin.token.LastModified;
import dev.legacylogin.token.TokenOutcome.Granted;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.models.UserModel;

/**
 * The documented fields of a user. Each is, in this order: the claim of that name that the client maps into UserInfo,
 * the user attribute of that name, empty. Of a list with one value, that value counts. A value that does not fit the
 * page's type counts as empty, with one warning in the log that names field and user and not the value: it never makes a
 * login fail.
 *
 * <p>What Keycloak itself knows of a user is read by its getters: a user store may have no attributes of these names.
 */
public final class LegacyUser {
    private static final Logger LOG = Logger.getLogger(LegacyUser.class);

    /**
     * Fields by which an old application tells who somebody is and what he may. As attributes they count only where
     * users cannot write them about themselves. The other fields are the user's own affair.
     */
    public static final Set<String> TRUSTED = Set.of(
            "legacy_id",
            "legacy_username",
            "role",
            "is_active",
            "code",
            "global_prefix",
            "api_token",
            "token",
            "redirect",
            "verified",
            "collectionId",
            "collectionName",
            "created",
            "updated",
            "created_at",
            "updated_at");

    private final UserModel user;
    private final Supplier<Map<String, Object>> claimsOfUserInfo;
    private final Predicate<String> selfWritten;
    private Map<String, Object> claims;

    /** The user to whom these tokens were granted. */
    public LegacyUser(Granted granted) {
        this(granted.user(), granted.claims(), granted.selfWritten());
    }

    /** The user to whom this token is to be granted. */
    public LegacyUser(Owner owner) {
        this(owner.user(), owner.claims(), owner.selfWritten());
    }

    LegacyUser(UserModel user, Supplier<Map<String, Object>> claims, Predicate<String> selfWritten) {
        this.user = user;
        this.claimsOfUserInfo = claims;
        this.selfWritten = selfWritten;
    }

    /** Keycloak's user. */
    public UserModel model() {
        return user;
    }

    /** The username as the old system wrote it, where that is known; else Keycloak's, which is in lower case. */
    public String username() {
        return claimedText("username").or(() -> text("legacy_username")).orElseGet(user::getUsername);
    }

    /** The e-mail. */
    public Optional<String> email() {
        return claimedText("email").or(() -> filled(user.getEmail()));
    }

    /** A text. */
    public Optional<String> text(String field) {
        return value(field, JsonNode::isValueNode, JsonNode::asText);
    }

    /** An integer, also when it is stored as text. */
    public Optional<Long> integer(String field) {
        return value(
                field,
                JsonNode::isValueNode,
                value -> new BigDecimal(value.asText().strip()).longValueExact());
    }

    /** True or false, also when it is stored as text. */
    public Optional<Boolean> bool(String field) {
        return value(field, JsonNode::isValueNode, value -> switch (value.asText()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** A text that must fulfil the page's rule. */
    public Optional<String> text(String field, Predicate<String> rule) {
        return value(field, value -> value.isValueNode() && rule.test(value.asText()), JsonNode::asText);
    }

    /** A point in time as a text in the page's own format, whose year is {@code uuuu}. */
    public Optional<String> date(String field, DateTimeFormatter format) {
        return value(field, JsonNode::isValueNode, value -> {
            format.withResolverStyle(ResolverStyle.STRICT).parse(value.asText());
            return value.asText();
        });
    }

    /**
     * An object: a claim that is one, an attribute that holds one as JSON, or dotted attributes ({@code field.member}).
     *
     * @param read makes the page's object from its members; throws a RuntimeException where they do not fit
     */
    public <T> Optional<T> object(String field, Function<Function<String, JsonNode>, T> read) {
        Optional<T> whole = value(field, value -> true, value -> read.apply(asObject(value)::get));
        return whole.or(() ->
                dotted(field) ? fitting(field, () -> read.apply(m -> attribute(field + "." + m))) : whole);
    }

    /**
     * Whatever a claim or an attribute of this name holds: all values of an attribute that has many.
     *
     * @param own whether it counts where users write it about themselves
     */
    public Optional<JsonNode> field(String name, boolean own) {
        Object claim = claim(name);
        List<String> values = user.getAttributeStream(name).toList();
        boolean counts = claim != null || !values.isEmpty() && (own || !selfWritten.test(name));
        return counts
                ? fitting(name, () -> Json.toNode(claim != null ? claim : values.size() == 1 ? values.get(0) : values))
                        .filter(value -> !isEmpty(value))
                : Optional.empty();
    }

    /** When the user was created, in the page's format, or empty where Keycloak does not know. */
    public Optional<String> created(DateTimeFormatter format) {
        return Optional.ofNullable(user.getCreatedTimestamp()).map(millis -> utc(format, millis));
    }

    /** When the user was last changed, in the page's format; where Keycloak does not know, when it was created. */
    public Optional<String> updated(DateTimeFormatter format) {
        return LastModified.of(user).map(millis -> utc(format, millis)).or(() -> created(format));
    }

    private static String utc(DateTimeFormatter format, long millis) {
        return format.format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    }

    private Optional<String> claimedText(String field) {
        return claim(field) == null ? Optional.empty() : text(field);
    }

    private static Optional<String> filled(String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }

    /** The mappers run when the first claim is asked for, and once. */
    private Object claim(String field) {
        if (claims == null) {
            claims = claimsOfUserInfo.get();
        }
        return claims.get(field);
    }

    private <T> Optional<T> value(String field, Predicate<JsonNode> fits, Function<JsonNode, T> read) {
        Object claim = claim(field);
        return fitting(field, () -> {
            JsonNode value = claim == null ? attribute(field) : only(Json.toNode(claim));
            if (value == null || isEmpty(value)) {
                return null;
            }
            if (!fits.test(value)) {
                throw new IllegalArgumentException();
            }
            return read.apply(value);
        });
    }

    /** A mapper that is "Multivalued" makes a list of a single value too. */
    private static JsonNode only(JsonNode value) {
        return value instanceof ArrayNode list && list.size() == 1 ? list.get(0) : value;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value instanceof ArrayNode && value.isEmpty()
                || value.isTextual() && value.textValue().isEmpty();
    }

    private JsonNode attribute(String name) {
        String value = user.getFirstAttribute(name);
        return value == null || TRUSTED.contains(name) && selfWritten.test(name) ? null : Json.toNode(value);
    }

    private boolean dotted(String field) {
        return user.getAttributes().keySet().stream().anyMatch(name -> name.startsWith(field + "."));
    }

    private static ObjectNode asObject(JsonNode value) {
        return value instanceof ObjectNode object
                ? object
                : Json.parseObject(value.asText()).orElseThrow(IllegalArgumentException::new);
    }

    private <T> Optional<T> fitting(String field, Supplier<T> read) {
        try {
            return Optional.ofNullable(read.get());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            LOG.warnf(
                    "The legacy field '%s' of user %s has a value that does not fit; it counts as empty",
                    field, user.getId());
            return Optional.empty();
        }
    }
}
