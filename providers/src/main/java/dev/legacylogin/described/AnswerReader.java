package dev.legacylogin.described;

import dev.legacylogin.described.AnswerTemplate.Header;
import dev.legacylogin.described.AnswerTemplate.TokenCookie;
import dev.legacylogin.described.AnswerTemplate.Typed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads an answer of a description.
 *
 * @param scope what it may name
 * @param lowest status
 * @param highest status
 */
record AnswerReader(Value.Scope scope, int lowest, int highest) {
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final int MAX_HEADERS = 16;
    private static final Pattern COOKIE_NAME = Pattern.compile("[\\w-]{1,100}");
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

    /** Headers without {@code X-} in which old APIs hand out tokens. */
    static final Set<String> HEADERS = Set.of(
            "authorization",
            "access-token",
            "auth-token",
            "client",
            "expiry",
            "id-token",
            "jwt",
            "refresh-token",
            "refreshtoken",
            "token",
            "token-type",
            "uid");

    /** Those with {@code X-} by which browsers, proxies and web servers do something of their own. */
    private static final Pattern POWERFUL = Pattern.compile(
            "x-(accel|content|dns|download|envoy|forwarded|frame|http|lighttpd|litespeed|original|permitted|powered|real-ip"
                    + "|reproxy|rewrite|robots|sendfile|served|ua-|webkit|xss).*");

    private static final String HEADER_RULE = "must be Authorization, another header for tokens ("
            + String.join(", ", HEADERS.stream().sorted().toList())
            + "), or begin with X- and be none that browsers or proxies act upon";

    AnswerTemplate read(Part part) {
        List<String> members = new ArrayList<>(List.of("status", "body", "text", "type", "headers"));
        if (scope == Value.Scope.GRANTED) {
            members.add("cookies");
        }
        Set<String> names = new LinkedHashSet<>();
        if (!part.isObjectOf(members)) {
            return new AnswerTemplate(
                    Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), names);
        }
        Optional<Integer> status = part.member("status").flatMap(one -> one.integer(lowest, highest));
        Optional<String> type = part.member("type").flatMap(one -> one.oneOf(List.of(JSON, PROBLEM)));
        Optional<Tree> body = part.member("body").map(one -> Tree.read(one, scope, names));
        Optional<Template> text = part.member("text").flatMap(one -> template(one, names));
        if (body.isPresent() && text.isPresent()) {
            part.wrong("has a \"body\" and a \"text\"; one of them can be sent");
        }
        if (status.filter(code -> code == 204 || code == 205).isPresent() && (body.isPresent() || text.isPresent())) {
            part.wrong("an answer with the status " + status.get() + " has neither \"body\" nor \"text\"");
        }
        return new AnswerTemplate(
                status.or(
                        () -> body.isEmpty() && text.isEmpty() && lowest == 200 ? Optional.of(204) : Optional.empty()),
                body.map(tree -> new Typed(type.orElse(JSON), tree)),
                text,
                headers(part, names),
                cookies(part, names),
                names);
    }

    private Optional<Template> template(Part part, Set<String> names) {
        return part.text(text -> true, "a text").map(text -> {
            Template template = Template.read(part, scope);
            names.addAll(template.names());
            return template;
        });
    }

    private List<Header> headers(Part part, Set<String> names) {
        List<Header> headers = new ArrayList<>();
        members(part, "headers", AnswerReader::isAllowed, HEADER_RULE).forEach(entry -> {
            if (headers.stream().anyMatch(other -> other.name().equalsIgnoreCase(entry.getKey()))) {
                entry.getValue().wrong("this header is there twice; its name has no case");
            }
            template(entry.getValue(), names).ifPresent(template -> headers.add(new Header(entry.getKey(), template)));
        });
        return headers;
    }

    private static boolean isAllowed(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return HEADER_NAME.matcher(header).matches()
                && (HEADERS.contains(name)
                        || name.startsWith("x-") && !POWERFUL.matcher(name).matches());
    }

    private List<TokenCookie> cookies(Part part, Set<String> names) {
        List<TokenCookie> cookies = new ArrayList<>();
        members(
                        part,
                        "cookies",
                        name -> COOKIE_NAME.matcher(name).matches()
                                && !name.toUpperCase(Locale.ROOT).contains("KEYCLOAK")
                                && !name.toUpperCase(Locale.ROOT).startsWith("KC_")
                                && !name.toUpperCase(Locale.ROOT).startsWith("WELCOME_")
                                && !name.toUpperCase(Locale.ROOT).startsWith("AUTH_SESSION"),
                        "must be a cookie's name of letters, digits, - and _, and none of Keycloak's own")
                .forEach(
                        entry -> cookie(entry.getKey(), entry.getValue(), names).ifPresent(cookies::add));
        return cookies;
    }

    private static Optional<TokenCookie> cookie(String name, Part part, Set<String> names) {
        if (!part.isObjectOf(List.of("value", "path", "scripts"))) {
            return Optional.empty();
        }
        Optional<String> value =
                part.needed("value").flatMap(one -> one.oneOf(List.of("{access_token}", "{refresh_token}")));
        Optional<String> path = part.member("path").flatMap(one -> one.oneOf(List.of("/")));
        boolean scripts = part.member("scripts")
                .filter(one -> {
                    if (!one.node().isBoolean()) {
                        one.wrong("must be true or false");
                    }
                    return one.node().booleanValue();
                })
                .isPresent();
        value.ifPresent(token -> names.add(token.substring(1, token.length() - 1)));
        return value.map(token -> new TokenCookie(name, token.equals("{refresh_token}"), path, scripts));
    }

    private static List<Map.Entry<String, Part>> members(Part part, String name, Predicate<String> valid, String rule) {
        return part.member(name)
                .filter(Part::isObject)
                .map(object -> {
                    if (object.node().size() > MAX_HEADERS) {
                        object.wrong("has more than " + MAX_HEADERS + " members");
                    }
                    return object.members()
                            .filter(entry -> {
                                boolean fits = valid.test(entry.getKey());
                                if (!fits) {
                                    entry.getValue().wrong(rule);
                                }
                                return fits;
                            })
                            .toList();
                })
                .orElse(List.of());
    }
}
