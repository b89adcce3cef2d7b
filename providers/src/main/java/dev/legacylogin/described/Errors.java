package dev.legacylogin.described;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.legacylogin.http.Answer;
import dev.legacylogin.http.Json;
import jakarta.ws.rs.core.Response.Status;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the calls of one endpoint are refused.
 *
 * @param path the endpoint's, as described
 * @param own what its own description says
 * @param shared what the description says of all endpoints
 */
record Errors(String path, Map<Problem, AnswerTemplate> own, Map<Problem, AnswerTemplate> shared) {
    private static final int MIN = 400;
    private static final int MAX = 599;
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final int FIRST_OF_THE_SERVER = 500;

    /** Where nothing is said at all: RFC 9457. */
    @JsonPropertyOrder({"type", "title", "status", "detail"})
    private record Default(String type, String title, int status, String detail) {}

    /** Reads the answers that this part of a description says. */
    static Map<Problem, AnswerTemplate> read(Optional<Part> part) {
        Map<Problem, AnswerTemplate> answers = new EnumMap<>(Problem.class);
        part.filter(errors -> errors.isObjectOf(Problem.KEYS))
                .ifPresent(errors -> errors.members()
                        .filter(entry -> Problem.KEYS.contains(entry.getKey()))
                        .forEach(entry -> answers.put(
                                Problem.of(entry.getKey()),
                                new AnswerReader(Value.Scope.REFUSED, MIN, MAX).read(entry.getValue()))));
        return answers;
    }

    /**
     * What the description says of a problem.
     *
     * @param status where a failure of the server stays one, also where all errors have one answer: those who watch it
     *     must see it
     */
    private record Said(AnswerTemplate template, int status) {}

    /** The answer for a problem. */
    Answer answer(Problem problem, boolean https) {
        return of(problem)
                .map(said -> said.template().in(Facts.of(problem, said.status(), path), said.status(), https))
                .orElseGet(() -> problemJson(problem));
    }

    /** The answer for a problem, without what is in it. */
    AnswerTemplate.Outline outline(Problem problem) {
        return of(problem)
                .map(said -> said.template().outline(said.status()))
                .orElseGet(() -> new AnswerTemplate.Outline(problem.status(), Optional.of(PROBLEM_JSON), List.of()));
    }

    /** All that are said. */
    Stream<AnswerTemplate> answers() {
        return Stream.of(own, shared).flatMap(answers -> answers.values().stream());
    }

    /** Whether the description has an answer for this very problem. */
    boolean tells(Problem problem) {
        return said(problem).filter(problem::equals).isPresent();
    }

    private Optional<Said> of(Problem problem) {
        return said(problem).map(said -> {
            AnswerTemplate template = at(said).get(0);
            boolean ofAll = problem != said && problem.status() >= FIRST_OF_THE_SERVER;
            return new Said(
                    template, ofAll ? problem.status() : template.status().orElse(problem.status()));
        });
    }

    private Optional<Problem> said(Problem problem) {
        return problem.fromSpecificToGeneral().filter(one -> !at(one).isEmpty()).findFirst();
    }

    private List<AnswerTemplate> at(Problem problem) {
        return Stream.of(own, shared)
                .flatMap(answers -> Optional.ofNullable(answers.get(problem)).stream())
                .toList();
    }

    private static Answer problemJson(Problem problem) {
        String title = Optional.ofNullable(Status.fromStatusCode(problem.status()))
                .map(Status::getReasonPhrase)
                .orElse("");
        return Answer.of(
                problem.status(),
                PROBLEM_JSON,
                Json.write(new Default("about:blank", title, problem.status(), problem.message())));
    }
}
