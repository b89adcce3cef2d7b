package dev.legacylogin.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.legacylogin.http.Answer;
import dev.legacylogin.http.Cookie;
import dev.legacylogin.http.Json;
import dev.legacylogin.token.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An answer as a description says it.
 *
 * @param status its status, or empty where the reason of the answer has one
 * @param json its body as JSON, with its content type
 * @param text its body as bare text
 * @param headers its headers
 * @param cookies its cookies
 * @param names the values that it names
 */
record AnswerTemplate(
        Optional<Integer> status,
        Optional<Typed> json,
        Optional<Template> text,
        List<Header> headers,
        List<TokenCookie> cookies,
        Set<String> names) {
    /** An answer without a body. */
    static final AnswerTemplate NO_CONTENT =
            new AnswerTemplate(Optional.of(204), Optional.empty(), Optional.empty(), List.of(), List.of(), Set.of());

    private static final String TEXT = "text/plain;charset=UTF-8";
    /** What may stand in a header. */
    private static final Pattern VISIBLE = Pattern.compile("[ -~]*");

    /**
     * An answer without what is in it.
     *
     * @param type of its body; empty where it has none
     * @param headerNames those of its headers
     */
    record Outline(int status, Optional<String> type, List<String> headerNames) {}

    /** A document and the type under which it is sent. */
    record Typed(String type, Tree tree) {}

    /** A header, left out where a value in it is missing, or could not be a header's. */
    record Header(String name, Template value) {}

    /**
     * A cookie with a token, which ends when the token does.
     *
     * @param refresh whether it is the refresh token
     * @param path its path, or empty for the browser's own default
     * @param scripts whether scripts may read it
     */
    record TokenCookie(String name, boolean refresh, Optional<String> path, boolean scripts) {

        Answer addTo(Answer answer, Tokens tokens, boolean https) {
            String token = refresh ? tokens.refreshToken() : tokens.accessToken();
            return token == null
                    ? answer
                    : answer.with(new Cookie(
                            name,
                            token,
                            path.orElse(null),
                            refresh ? tokens.refreshExpiresAt() : tokens.expiresAt(),
                            https,
                            !scripts));
        }

        /** What it looks like, without its attributes. */
        String sample() {
            return name + "=" + (refresh ? "<refresh_token>" : "<access_token>");
        }
    }

    /** The answer of a success, with these values in it. */
    Answer in(Facts facts, boolean https) {
        return in(facts, status.orElse(200), https);
    }

    /** The answer with this status, and with these values in it. */
    Answer in(Facts facts, int code, boolean https) {
        Answer answer = body(facts, code);
        for (Header header : headers) {
            Optional<String> value = header.value()
                    .text(facts)
                    .filter(text -> VISIBLE.matcher(text).matches());
            if (value.isPresent()) {
                answer = answer.with(header.name(), value.get());
            }
        }
        for (TokenCookie cookie : cookies) {
            answer = facts.isSample()
                    ? answer.with("Set-Cookie", cookie.sample())
                    : cookie.addTo(answer, facts.tokens(), https);
        }
        return answer;
    }

    /** The answer with this status, without what is in it. */
    Outline outline(int code) {
        Stream<String> cookie = cookies.isEmpty() ? Stream.empty() : Stream.of("Set-Cookie");
        return new Outline(
                code,
                json.map(Typed::type).or(() -> text.map(template -> TEXT)),
                Stream.concat(headers.stream().map(Header::name), cookie).toList());
    }

    /** Without what an admin wrote: a record would print it. */
    @Override
    public String toString() {
        return "AnswerTemplate";
    }

    private Answer body(Facts facts, int code) {
        if (json.isPresent()) {
            JsonNode document = json.get().tree().in(facts);
            return Answer.of(code, json.get().type(), Json.write(document == null ? NullNode.getInstance() : document));
        }
        return text.map(template ->
                        Answer.of(code, TEXT, template.text(facts).orElse("").getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> Answer.empty(code));
    }
}
