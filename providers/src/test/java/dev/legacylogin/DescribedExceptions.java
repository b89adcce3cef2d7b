package dev.legacylogin;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * The tests that a built-in API passes and its description does not, by {@code described/builtin/exceptions.txt}. Where
 * the APIs are described, each of them has to fail at least once: an exception that is none any more is told.
 */
public final class DescribedExceptions implements InvocationInterceptor, AfterAllCallback {
    private static final String PACKAGE = "dev.legacylogin.";
    private static final List<Deviation> ALL = read();
    private static final Set<Deviation> RAN = ConcurrentHashMap.newKeySet();
    private static final Set<Deviation> FAILED = ConcurrentHashMap.newKeySet();

    /**
     * Something that a description does not do.
     *
     * @param test {@code package.Class}, {@code package.Class#method}, or a page's name and which of its exchanges
     * @param reason what Java does and no description can, as {@code docs/described.md} says it
     * @param change of an exchange: what is another text in the answer, and that text, with {@code =>} between them
     */
    public record Deviation(String test, String reason, String change) {

        /** An answer of a page as the description gives it. */
        public String in(String answer) {
            String[] parts = change.split(" => ", 2);
            String changed = answer.replaceAll(parts[0], parts[1]);
            if (changed.equals(answer)) {
                throw new AssertionError(this + " changes nothing");
            }
            return changed;
        }

        private boolean isOf(Class<?> testClass, String method) {
            String name = testClass.getName().substring(PACKAGE.length());
            return test.equals(name) || test.equals(name + "#" + method);
        }
    }

    /** All of them. */
    public static List<Deviation> all() {
        return ALL;
    }

    /** Those of an exchange of a page, such as {@code nomic 2}; none where the APIs are answered by their Java. */
    public static List<Deviation> ofExchange(String exchange) {
        return AsDescribed.isOn()
                ? ALL.stream()
                        .filter(exception -> exception.test().equals(exchange))
                        .toList()
                : List.of();
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(test, method);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> test, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        proceed(test, method);
    }

    private static void proceed(Invocation<Void> test, ReflectiveInvocationContext<Method> method) throws Throwable {
        Optional<Deviation> exception = ALL.stream()
                .filter(one ->
                        one.isOf(method.getTargetClass(), method.getExecutable().getName()))
                .findFirst();
        if (exception.isEmpty()) {
            test.proceed();
            return;
        }
        RAN.add(exception.get());
        try {
            test.proceed();
        } catch (TestAbortedException e) {
            throw e;
        } catch (Throwable e) {
            FAILED.add(exception.get());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<Deviation> none = RAN.stream()
                .filter(one -> one.test()
                        .split("#")[0]
                        .equals(context.getRequiredTestClass().getName().substring(PACKAGE.length())))
                .filter(one -> !FAILED.contains(one))
                .toList();
        if (!none.isEmpty()) {
            throw new AssertionError("A description passes these, which are no exceptions any more: " + none);
        }
    }

    private static List<Deviation> read() {
        return Texts.resource(DescribedExceptions.class, "described/builtin/exceptions.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Stream.of(line.split("\\|", 3)).map(String::strip).toList())
                .map(parts -> new Deviation(parts.get(0), parts.get(1), parts.size() < 3 ? "" : parts.get(2)))
                .toList();
    }
}
