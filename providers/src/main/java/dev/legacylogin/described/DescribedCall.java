package dev.legacylogin.described;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legacylogin.http.Answer;
import dev.legacylogin.http.BodyType;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Client;
import dev.legacylogin.token.TokenOutcome;
import dev.legacylogin.token.TokenOutcome.Denied;
import dev.legacylogin.user.LegacyUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One endpoint of a description: what it reads, what it asks for, what it answers.
 *
 * @param method the HTTP method
 * @param path the path
 * @param readsBody whether the method has a body
 * @param body what the body may be
 * @param operation what it does
 * @param inputs where the operation's inputs are, in the order in which they are looked for
 * @param requires constants that must be there
 * @param success the answer of a success
 * @param errors all other answers
 */
record DescribedCall(
        String method,
        String path,
        boolean readsBody,
        BodyType body,
        Operations operation,
        Map<String, List<Input>> inputs,
        Map<Input, JsonNode> requires,
        AnswerTemplate success,
        Errors errors) {

    /** The answer to a call that {@linkplain #isMeant means} this endpoint. */
    Answer answer(Call call, Client client) {
        return switch (operation) {
            case LOGIN -> login(call, client);
            case REFRESH -> withToken(call, token -> tokens(client.tokens().refresh(token), call));
            case RENEW -> withToken(call, token -> tokens(client.tokens().renew(token), call));
            case ME ->
                withToken(
                        call,
                        token -> client.tokens()
                                .user(token)
                                .map(owner -> success.in(Facts.of(new LegacyUser(owner)), call.isHttps()))
                                .orElseGet(() -> refused(Problem.TOKEN, call)));
            case LOGOUT ->
                withToken(
                        call,
                        token -> client.tokens().logout(token)
                                ? success.in(Facts.NONE, call.isHttps())
                                : refused(Problem.TOKEN, call));
        };
    }

    /** Whether it would be asked whenever the other, which stands behind it, is meant. */
    boolean answersFor(DescribedCall other) {
        return method.equals(other.method) && other.constants().containsAll(constants());
    }

    /** What it requires, in one spelling of each. */
    private Set<String> constants() {
        return requires.entrySet().stream()
                .map(one -> one.getKey().canonical() + "=" + one.getValue().asText())
                .collect(Collectors.toSet());
    }

    /** Whether all constants are there that it requires. */
    boolean isMeant(Call call) {
        return requires.entrySet().stream().allMatch(one -> isThere(one.getKey(), one.getValue(), call));
    }

    private static boolean isThere(Input input, JsonNode value, Call call) {
        boolean typed = input.source().equals(Input.BODY) || input.source().equals(Input.QUERY);
        return typed
                ? input.owner(call).is(input.last(), value)
                : input.in(call).filter(value.asText()::equals).isPresent();
    }

    private Answer login(Call call, Client client) {
        Optional<String> username = read("username", call);
        if (username.isEmpty()) {
            return refused(Problem.USERNAME_MISSING, call);
        }
        return read("password", call)
                .map(password -> tokens(client.tokens().password(username.get(), password, List.of()), call))
                .orElseGet(() -> refused(Problem.PASSWORD_MISSING, call));
    }

    private Answer withToken(Call call, Function<String, Answer> answer) {
        return read("token", call).map(answer).orElseGet(() -> refused(Problem.TOKEN_MISSING, call));
    }

    private Answer tokens(TokenOutcome outcome, Call call) {
        return outcome.fold(
                granted -> success.in(Facts.of(granted), call.isHttps()), denied -> refused(problem(denied), call));
    }

    /** A store that cannot be reached may know the user that Keycloak does not find; that costs a look. */
    private Problem problem(Denied denied) {
        Problem problem = Problem.of(denied.reason());
        return problem == Problem.UNKNOWN_USER
                        && errors.tells(problem)
                        && denied.inAStore().getAsBoolean()
                ? Problem.CREDENTIALS
                : problem;
    }

    private Answer refused(Problem problem, Call call) {
        return errors.answer(problem, call.isHttps());
    }

    private Optional<String> read(String name, Call call) {
        return inputs.get(name).stream()
                .flatMap(input -> input.in(call).stream())
                .findFirst();
    }
}
