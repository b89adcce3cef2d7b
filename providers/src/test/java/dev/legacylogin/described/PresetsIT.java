package dev.legacylogin.described;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legacylogin.Expect;
import dev.legacylogin.Jwt;
import dev.legacylogin.Texts;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import dev.legacylogin.server.TestUser;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The calls of each preset, in turn, with the whole documents of {@code presets.txt}, and those of three other APIs, which
 * somebody described who knew docs/described.md alone. simplejwt has a class of its own.
 */
class PresetsIT {
    private static final List<String> OTHERS = List.of("supabase.json", "feathers.yaml", "directus.json");

    private static final Pattern CALL = Pattern.compile(
            "(?<method>[A-Z]+) (?<path>\\S+)(?: (?<name>[A-Z][\\w-]+): (?<value>.*?))?(?: (?<body>[{g].*))?");

    private static final Pattern TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    /** Of five minutes, on a slow machine. */
    private static final String SECONDS_LEFT = "(?<=\"expires(?:_in|In)?\":\"?)29\\d";
    /** In seconds. */
    private static final String EPOCH = "(?<=:)1[789]\\d{8}\\b";

    private static final Map<String, List<String>> SECTIONS = sections();

    @AutoClose
    private static final TestRealm REALM = TestRealm.forManyLogins(realm -> {
        Presets.NAMES.forEach(preset -> DescribedApi.addClient(realm, preset, Map.of("api", preset)));
        OTHERS.forEach(file -> DescribedApi.addClient(realm, file.split("\\.")[0], text("others/" + file)));
    });

    private final TestUser user = REALM.createUser("right").attributes(Map.of("legacy_id", "37"));
    private final Map<String, String> known =
            new HashMap<>(Map.of("name", user.username(), "email", user.username() + "@example.org"));

    static Stream<String> presets() {
        return SECTIONS.keySet().stream();
    }

    @Test
    void allAreHere() {
        assertThat(Stream.concat(Stream.of("simplejwt"), presets()))
                .containsExactlyElementsOf(
                        Stream.concat(Presets.NAMES.stream(), OTHERS.stream().map(file -> file.split("\\.")[0]))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void answersAsDocumented(String preset) {
        for (Iterator<String> lines = SECTIONS.get(preset).iterator(); lines.hasNext(); ) {
            String call = lines.next();
            Answer answer = send(preset, call);
            String type =
                    answer.header("content-type").map(value -> " " + value).orElse("");
            String body = answer.body().isEmpty() ? "" : " " + shown(answer.body());

            assertThat(answer.status() + type + body).as(call).isEqualTo(lines.next());
            assertThat(answer.header("cache-control")).as(call).contains("no-store");
        }
    }

    @Test
    void jhipstersTokenIsInAHeaderToo() {
        Answer answer = send("jhipster", "POST /api/authenticate {\"username\":\"<name>\",\"password\":\"right\"}");

        Expect.json(answer, 200, "{\"id_token\":\"<Bearer jhipster>\"}", "authorization", "Bearer <Bearer jhipster>");
    }

    private Answer send(String preset, String line) {
        Matcher call = CALL.matcher(line);
        assertThat(call.matches()).as(line).isTrue();
        Http request =
                Http.request(call.group("method"), REALM.path("/legacy-login/clients/" + preset + call.group("path")));
        if (call.group("name") != null) {
            request = request.header(call.group("name"), filled(call.group("value")));
        }
        if (call.group("body") != null) {
            String body = filled(call.group("body"));
            request = "Content-Type".equals(call.group("name")) ? request.body(body) : request.json(body);
        }
        Answer answer = request.send();
        TOKEN.matcher(answer.body())
                .results()
                .forEach(token -> known.put(
                        Jwt.of(token.group()).text("typ").equals("Bearer") ? "access" : "refresh", token.group()));
        return answer;
    }

    private String filled(String text) {
        return Pattern.compile("<(name|email|access|refresh)>")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(known.get(found.group(1))));
    }

    private String shown(String body) {
        return Expect.shown(body)
                .replace(known.get("email"), "<email>")
                .replace(known.get("name"), "<name>")
                .replace(user.id(), "<id>")
                .replaceAll(TIME, "<time>")
                .replaceAll(EPOCH, "<time>")
                .replaceAll(SECONDS_LEFT, "300");
    }

    private static Map<String, List<String>> sections() {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        for (String section : (text("presets.txt") + text("others.txt")).split("(?m)^== ")) {
            List<String> lines = section.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            if (!lines.isEmpty()) {
                sections.put(lines.get(0), lines.subList(1, lines.size()));
            }
        }
        return sections;
    }

    private static String text(String name) {
        return Texts.resource(PresetsIT.class, name);
    }
}
