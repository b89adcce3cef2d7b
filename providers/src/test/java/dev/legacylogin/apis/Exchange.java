package dev.legacylogin.apis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request of a page in {@code docs/apis} and the answer that stands below it.
 *
 * @param with what is set for it, from the comment above: settings of the form, or one required action of the user
 * @param request its first line, such as {@code POST /consumer/login}, headers, an empty line and the body
 * @param answer the same; what is not the same each time is an ellipsis
 */
record Exchange(Optional<String> with, String request, String answer) {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern ON_A_PAGE = Pattern.compile(
            "(?:<!-- with (?<with>[^>]+) -->\\n)?```http\\n(?<request>(?!HTTP).*?)\\n```\\n+```http\\n(?<answer>HTTP.*?)\\n```",
            Pattern.DOTALL);

    /** The headers that pages show; an answer that has one which its page lacks is another one. */
    private static final List<String> SHOWN =
            List.of("Authorization", "Content-Type", "Set-Cookie", "WWW-Authenticate", "X-Refresh-Token");

    /** All of a page, in order. */
    static List<Exchange> of(String page) {
        List<Exchange> all = new ArrayList<>();
        Matcher matcher = ON_A_PAGE.matcher(page);
        while (matcher.find()) {
            all.add(new Exchange(
                    Optional.ofNullable(matcher.group("with")), matcher.group("request"), matcher.group("answer")));
        }
        return all;
    }

    /** The method and the documented path. */
    String line() {
        return request.lines().findFirst().orElseThrow();
    }

    String path() {
        return line().split(" ")[1];
    }

    /**
     * Sends the request.
     *
     * @param url where the documented path is
     * @param filled puts tokens where the page has a placeholder
     */
    Answer send(String url, UnaryOperator<String> filled) {
        Http http = Http.request(line().split(" ")[0], url);
        headers(request).forEach((name, values) -> values.forEach(value -> http.header(name, filled.apply(value))));
        return http.body(filled.apply(body(request))).send();
    }

    /** The same with another answer. */
    Exchange changed(UnaryOperator<String> change) {
        return new Exchange(with, request, change.apply(answer));
    }

    /** Fails where that is not the answer of the page. */
    void assertAnswer(Answer actual) {
        assertThat(actual.status()).as("%s", actual).isEqualTo(Integer.parseInt(answer.split("\\s", 3)[1]));
        for (String name : SHOWN) {
            List<String> expected = headers(answer).getOrDefault(name, List.of());
            assertThat(actual.headers(name)).as(name).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(actual.headers(name).get(i)).as(name).matches(pattern(expected.get(i)));
            }
        }
        assertThat(actual.body()).matches(pattern(compact(body(answer))));
    }

    /** As the server writes it: a page lays it out for reading, and may have an ellipsis in place of a number. */
    private static String compact(String document) {
        try {
            return document.isEmpty()
                    ? ""
                    : JSON.readTree(document.replaceAll("(?<=: )…", "\"<number>\""))
                            .toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + document, e);
        }
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Stream.of(text.split("(?<=…)|(?=…)|(?<=\"<number>\")|(?=\"<number>\")"))
                .map(part -> switch (part) {
                    case "…" -> "[^\"]+";
                    case "\"<number>\"" -> "[0-9]+";
                    default -> Pattern.quote(part);
                })
                .reduce("", String::concat));
    }

    private static Map<String, List<String>> headers(String message) {
        Map<String, List<String>> headers = new TreeMap<>();
        message.lines().skip(1).takeWhile(line -> !line.isEmpty()).forEach(line -> {
            String[] header = line.split(": ", 2);
            headers.computeIfAbsent(header[0], name -> new ArrayList<>()).add(header[1]);
        });
        return headers;
    }

    private static String body(String message) {
        int end = message.indexOf("\n\n");
        return end < 0 ? "" : message.substring(end + 2);
    }

    @Override
    public String toString() {
        return line() + with.map(what -> ", " + what).orElse("");
    }
}
