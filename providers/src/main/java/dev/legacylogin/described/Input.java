package dev.legacylogin.described;

import dev.legacylogin.http.BasicCredentials;
import dev.legacylogin.http.Members;
import dev.legacylogin.shape.Call;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where something of a request is: {@code body.user.email}, {@code query.username}, {@code header.X-Token},
 * {@code cookie.token}, {@code basic.username}, {@code basic.password} or {@code bearer}.
 *
 * @param source the part in front of the first dot
 * @param names what is behind it
 */
record Input(String source, List<String> names) {
    static final String RULE =
            "body.NAME, query.NAME, header.NAME, cookie.NAME, basic.username, basic.password or bearer";
    static final String BODY = "body";
    static final String QUERY = "query";

    /** Names of members; of a header or a cookie, which are tokens (RFC 9110). */
    private static final Pattern SYNTAX = Pattern.compile("(?<source>body)\\.(?<members>[\\w-]+(?:\\.[\\w-]+){0,5})"
            + "|(?<other>query|header|cookie)\\.(?<name>[\\w.-]+)|(?<basic>basic)\\.(?<part>username|password)|bearer");

    /** Reads one, or empty where it is none. */
    static Optional<Input> of(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (text.length() > 200 || !matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group("source") != null) {
            return Optional.of(new Input(BODY, List.of(matcher.group("members").split("\\."))));
        }
        if (matcher.group("other") != null) {
            return Optional.of(new Input(matcher.group("other"), List.of(matcher.group("name"))));
        }
        return Optional.of(
                matcher.group("basic") != null
                        ? new Input("basic", List.of(matcher.group("part")))
                        : new Input("bearer", List.of()));
    }

    /** What the request has there: a text that is not blank. */
    Optional<String> in(Call call) {
        return switch (source) {
            case BODY -> owner(call).text(last());
            case QUERY -> call.query().text(last());
            case "header" -> call.header(last()).filter(text -> !text.isBlank());
            case "cookie" -> call.cookie(last());
            case "basic" ->
                basic(call, last().equals("username") ? BasicCredentials::username : BasicCredentials::password);
            default -> call.bearer().filter(text -> !text.isEmpty());
        };
    }

    /** The object or the parameters that it is a member of, for those that have a type. */
    Members owner(Call call) {
        Members owner = source.equals(QUERY) ? call.query() : call.body();
        for (String name : owners()) {
            owner = owner.object(name);
        }
        return owner;
    }

    /** As a description says it. */
    @Override
    public String toString() {
        return String.join(".", Stream.concat(Stream.of(source), names.stream()).toList());
    }

    /** The same for all spellings of one place: a header's name has no case. */
    String canonical() {
        return source.equals("header") ? toString().toLowerCase(Locale.ROOT) : toString();
    }

    /** Whether it is a whole header {@code Authorization}. */
    boolean isAuthorization() {
        return source.equals("header") && last().equalsIgnoreCase(HttpHeaders.AUTHORIZATION);
    }

    /** The names in front of the last one. */
    List<String> owners() {
        return names.subList(0, names.size() - 1);
    }

    String last() {
        return names.get(names.size() - 1);
    }

    private static Optional<String> basic(Call call, Function<BasicCredentials, String> part) {
        return call.basic().map(part).filter(text -> !text.isBlank());
    }
}
