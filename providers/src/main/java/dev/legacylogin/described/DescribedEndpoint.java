package dev.legacylogin.described;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.BodyType;
import dev.legacylogin.http.Fault;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One path of a description, with all of its methods. */
public final class DescribedEndpoint extends Endpoint {
    private final List<DescribedCall> calls;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final List<String> exposedHeaders;

    private DescribedEndpoint(String path, BodyType body, List<DescribedCall> calls) {
        super(path, body);
        this.calls = List.copyOf(calls);
        calls.forEach(call -> operations.computeIfAbsent(call.method(), this::operation));
        this.exposedHeaders = calls.stream()
                .flatMap(call ->
                        Stream.concat(Stream.of(call.success()), call.errors().answers()))
                .flatMap(answer -> answer.headers().stream())
                .map(AnswerTemplate.Header::name)
                .distinct()
                .toList();
    }

    /** Of several calls with one method the first whose constants are there. */
    private Operation operation(String method) {
        return (request, client) -> of(method)
                .filter(call -> call.isMeant(request))
                .findFirst()
                .map(call -> call.answer(request, client))
                .orElseGet(() -> refuse(Problem.REQUIREMENT_MISSING, request));
    }

    private Stream<DescribedCall> of(String method) {
        return calls.stream().filter(call -> call.method().equals(method));
    }

    /** The one of these calls, which have one path. */
    static DescribedEndpoint of(List<DescribedCall> calls) {
        BodyType body = calls.stream()
                .filter(DescribedCall::readsBody)
                .map(DescribedCall::body)
                .findFirst()
                .orElse(BodyType.NONE);
        return new DescribedEndpoint(calls.get(0).path(), body, calls);
    }

    /** Its calls, in the order of the description. */
    List<DescribedCall> calls() {
        return calls;
    }

    @Override
    public Map<String, Operation> operations() {
        return operations;
    }

    @Override
    public Answer refuse(Fault fault, Call call) {
        return refuse(Problem.of(fault), call);
    }

    /** In the words of the first call with this method; where there is none, of the first that is described. */
    private Answer refuse(Problem problem, Call call) {
        return of(call.method()).findFirst().orElse(calls.get(0)).errors().answer(problem, call.isHttps());
    }

    @Override
    public List<String> exposedHeaders() {
        return exposedHeaders;
    }
}
