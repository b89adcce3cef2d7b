package dev.legacylogin.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * What {@code -Dbenchmark.NAME=…} says; docs/performance.md explains it to those who run it.
 *
 * @param only the parts to measure
 * @param rounds how often each pair is measured; an even number has as many of each order of its sides
 * @param slice for how long each side of a pair is measured in a round; in milliseconds on the command line
 * @param connections how many are open at a time, each of them busy all the time
 * @param imported how many users an import has
 * @param users how many a large realm has
 * @param clients how many a large realm has
 * @param fields how many attributes and roles a user with many has
 * @param realms how many there are in a server with many
 * @param starts how often Keycloak is started with and without the jar
 * @param minutes how long mixed traffic goes on
 */
record Options(
        List<String> only,
        int rounds,
        Duration slice,
        int connections,
        int imported,
        int users,
        int clients,
        int fields,
        int realms,
        int starts,
        int minutes) {

    private static final List<String> PARTS = List.of(
            "logins",
            "refreshes",
            "fields",
            "translator",
            "refusals",
            "described",
            "root",
            "import",
            "wear",
            "large",
            "realms",
            "starts");

    static Options ofBuild() {
        return new Options(
                parts(System.getProperty("benchmark.only", "")),
                number("rounds", 8),
                Duration.ofMillis(number("slice", 500)),
                number("connections", 8),
                number("imported", 10_000),
                number("users", 1_000_000),
                number("clients", 10_000),
                number("fields", 200),
                number("realms", 500),
                number("starts", 15),
                number("minutes", 10));
    }

    /**
     * Those that are asked for: all, where nothing is.
     *
     * @throws IllegalArgumentException one of them is none, which would be left out unnoticed
     */
    static List<String> parts(String only) {
        List<String> parts = only.isEmpty() ? PARTS : List.of(only.split(","));
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("benchmark.only=" + only + " has others than " + PARTS);
        }
        return parts;
    }

    private static int number(String name, int otherwise) {
        return Integer.getInteger("benchmark." + name, otherwise);
    }

    /** Whether this part is to be measured. */
    boolean has(String part) {
        return only.contains(part);
    }
}
