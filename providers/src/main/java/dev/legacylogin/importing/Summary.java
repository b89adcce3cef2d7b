package dev.legacylogin.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The figures of an import, which grow with it. Not for several threads. */
@JsonPropertyOrder({"import", "rows", "created", "exists", "refused", "hashes", "warnings", "seconds", "brokenOff"})
public final class Summary {
    private static final double NANOS = 1e9;

    private final String id;
    private final long started = System.nanoTime();
    private final Map<Verdict.Kind, Integer> verdicts = new EnumMap<>(Verdict.Kind.class);
    private final Map<String, Integer> hashes = new TreeMap<>();
    private final Map<Warning, Integer> warnings = new EnumMap<>(Warning.class);
    private String brokenOff;

    Summary(String id) {
        this.id = id;
    }

    void add(Verdict verdict) {
        verdicts.merge(verdict.verdict(), 1, Integer::sum);
        if (verdict.verdict() == Verdict.Kind.CREATED) {
            if (verdict.hash() != null) {
                hashes.merge(verdict.hash(), 1, Integer::sum);
            }
            verdict.warnings().forEach(warning -> warnings.merge(warning, 1, Integer::sum));
        }
    }

    void brokenOff(String reason) {
        brokenOff = reason;
    }

    /** What the users of this import are marked with. */
    @JsonProperty("import")
    public String id() {
        return id;
    }

    /** Rows that have a verdict. */
    @JsonProperty
    public int rows() {
        return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @JsonProperty
    int created() {
        return verdicts.getOrDefault(Verdict.Kind.CREATED, 0);
    }

    @JsonProperty
    int exists() {
        return verdicts.getOrDefault(Verdict.Kind.EXISTS, 0);
    }

    @JsonProperty
    int refused() {
        return verdicts.getOrDefault(Verdict.Kind.REFUSED, 0);
    }

    /** How many of the created users have which family of hashes. */
    @JsonProperty
    Map<String, Integer> hashes() {
        return hashes;
    }

    /** How many of the created users have which warning, and what to do. */
    @JsonProperty
    Map<String, Warned> warnings() {
        Map<String, Warned> warned = new LinkedHashMap<>();
        warnings.forEach((warning, users) -> warned.put(warning.name(), new Warned(users, warning.action())));
        return warned;
    }

    @JsonProperty
    double seconds() {
        return Math.round((System.nanoTime() - started) / NANOS * 10) / 10.0;
    }

    /** Why it did not get to the end of the file; absent where it did. */
    @JsonProperty
    @JsonInclude(JsonInclude.Include.NON_NULL)
    String brokenOff() {
        return brokenOff;
    }

    /**
     * @param users how many
     * @param action what they have, and what to do
     */
    record Warned(int users, String action) {}
}
