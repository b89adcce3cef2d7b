package dev.legacylogin.described;

import dev.legacylogin.http.Answer;
import dev.legacylogin.http.BodyType;
import dev.legacylogin.http.Fault;
import dev.legacylogin.shape.Call;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Operation;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One path of a description, with all of its methods. */
public final class DescribedEndpoint extends Endpoint {
    private final Map<String, DescribedCall> calls = new LinkedHashMap<>();
    private final List<String> exposedHeaders;

    private DescribedEndpoint(String path, BodyType body, List<DescribedCall> calls) {
        super(path, body);
        calls.forEach(call -> this.calls.put(call.method(), call));
        this.exposedHeaders = calls.stream()
                .flatMap(call ->
                        Stream.concat(Stream.of(call.success()), call.errors().answers()))
                .flatMap(answer -> answer.headers().stream())
                .map(AnswerTemplate.Header::name)
                .distinct()
                .toList();
    }

    /** The one of these calls, which have one path and none a method of another. */
    static DescribedEndpoint of(List<DescribedCall> calls) {
        BodyType body = calls.stream()
                .filter(DescribedCall::readsBody)
                .map(DescribedCall::body)
                .findFirst()
                .orElse(BodyType.NONE);
        return new DescribedEndpoint(calls.get(0).path(), body, calls);
    }

    /** Its calls, in the order of the description. */
    Collection<DescribedCall> calls() {
        return calls.values();
    }

    @Override
    public Map<String, Operation> operations() {
        return Collections.unmodifiableMap(calls);
    }

    /** In the words of the call with this method; where there is none, of the first that is described. */
    @Override
    public Answer refuse(Fault fault, Call call) {
        DescribedCall first = calls.values().iterator().next();
        return calls.getOrDefault(call.method(), first).errors().answer(Problem.of(fault), call.isHttps());
    }

    @Override
    public List<String> exposedHeaders() {
        return exposedHeaders;
    }
}
