package dev.legacylogin.fuzz;

import dev.legacylogin.Texts;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Every answer that may come, as forms.txt has them. */
final class Forms {
    private static final Map<String, String> VALUES = Map.of(
            "token", "[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++",
            "text", "\"(?:[^\"\\\\]|\\\\.)*+\"",
            "integer", "[0-9]{1,16}",
            "number", "-?[0-9]{1,3}(?:\\.[0-9]{1,16})?",
            "boolean", "(?:true|false)",
            "time", "[0-9T:.-]{23}\\+00:00",
            "url", "https?://[^\"?#]*",
            "id", "[0-9a-f-]{36}-[0-9]{1,9}",
            "character", ".");

    private static final List<Form> FORMS = read();

    private Forms() {}

    /** Is it an answer that this path may give? Every HTTP method may get every one, but that HEAD gets no body. */
    static boolean matches(String path, String method, RawAnswer answer) {
        if (!carriesWhatEveryAnswerCarries(answer)) {
            return false;
        }
        if (method.equals("OPTIONS")) {
            return answer.status() == 200
                    && answer.body().isEmpty()
                    && answer.header("allow").isPresent();
        }
        return anyMatches(path, method, answer);
    }

    /** Is it an answer to what gets to no documented path? */
    static boolean serversOwn(String method, RawAnswer answer) {
        return anyMatches("-", method, answer);
    }

    private static boolean anyMatches(String path, String method, RawAnswer answer) {
        return FORMS.stream()
                .filter(form -> form.path.equals(path) && form.status == answer.status())
                .anyMatch(form -> method.equals("HEAD")
                        ? answer.body().isEmpty()
                        : form.body.matcher(answer.body()).matches());
    }

    private static boolean carriesWhatEveryAnswerCarries(RawAnswer answer) {
        String type = answer.header("content-type").orElse("");
        return answer.header("cache-control").orElse("").equals("no-store")
                && answer.header("x-content-type-options").orElse("").equals("nosniff")
                && answer.header("www-authenticate").isEmpty()
                && (answer.body().isEmpty() || type.equals("application/json"));
    }

    private static List<Form> read() {
        return Texts.resource(Forms.class, "forms.txt")
                .lines()
                .filter(line -> line.startsWith("/") || line.startsWith("-"))
                .map(line -> line.split(" ", 3))
                .map(parts ->
                        new Form(parts[0], Integer.parseInt(parts[1]), pattern(parts.length == 2 ? "" : parts[2])))
                .toList();
    }

    private static Pattern pattern(String body) {
        String regex = Pattern.quote(body);
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            String pattern = value.getValue();
            regex = regex.replace("<" + value.getKey() + ">", "\\E" + pattern + "\\Q")
                    .replace("<" + value.getKey() + "?>", "\\E(?:null|" + pattern + ")\\Q");
        }
        return Pattern.compile(regex);
    }

    private record Form(String path, int status, Pattern body) {}
}
