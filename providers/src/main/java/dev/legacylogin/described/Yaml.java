package dev.legacylogin.described;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legacylogin.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML 1.2, by the library that Keycloak ships, as the JSON that it stands for: no tags of one's own, no aliases. */
final class Yaml {
    /** Of the reader, which would go down any depth; JSON then has its own bound. */
    private static final int MAX_DEPTH = 32;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setAllowDuplicateKeys(false).build();

    private Yaml() {}

    /**
     * The mapping that is in this text, or empty where there is none.
     *
     * @param brokenAt is told where the text ceases to be one, such as {@code line 3, column 14}
     */
    static Optional<ObjectNode> parseObject(String text, Consumer<String> brokenAt) {
        Optional<Mark> broken;
        try {
            broken = firstThatIsNotRead(text);
            if (broken.isEmpty() && new Load(SETTINGS).loadFromString(text) instanceof Map<?, ?> mapping) {
                return Json.parseObject(new String(Json.write(withTexts(mapping)), StandardCharsets.UTF_8), brokenAt);
            }
        } catch (MarkedYamlEngineException e) {
            // the message of the exception holds a piece of the text: it must not get into a log
            broken = e.getProblemMark();
        } catch (YamlEngineException e) {
            broken = Optional.empty(); // of the whole text
        }
        brokenAt.accept(broken.map(at -> "line " + (at.getLine() + 1) + ", column " + (at.getColumn() + 1))
                .orElse("line 1, column 1"));
        return Optional.empty();
    }

    /** YAML has keys of any kind, JSON texts alone. */
    private static Object withTexts(Object value) {
        if (value instanceof Map<?, ?> mapping) {
            Map<String, Object> members = new LinkedHashMap<>();
            mapping.forEach((key, member) -> members.put(String.valueOf(key), withTexts(member)));
            return members;
        }
        return value instanceof List<?> list
                ? list.stream().map(Yaml::withTexts).collect(Collectors.toList())
                : value;
    }

    /** Where it is too deep, or repeats something: a few lines of that can stand for gigabytes. */
    private static Optional<Mark> firstThatIsNotRead(String text) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                default -> {
                    // no deeper
                }
            }
            if (depth > MAX_DEPTH || event.getEventId() == Event.ID.Alias) {
                return event.getStartMark();
            }
        }
        return Optional.empty();
    }
}
