package dev.legacylogin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record prints what it holds, and so into a log: those that hold tokens or passwords do not. */
class RecordsKeepSecretsTest {
    private static final String SECRET = "the-secret";
    /** The names of components that hold one, or whatever a caller sent or is sent. */
    private static final Pattern NAMES =
            Pattern.compile("(?i).*(token|password|secret|encoded|^value$|^body$|^headers$).*");

    static Stream<Class<?>> records() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.legacylogin").stream()
                        .map(JavaClass::reflect)
                        .filter(type -> type.isRecord() && holdsSecrets(type));
    }

    @ParameterizedTest
    @MethodSource("records")
    void printsNone(Class<?> type) throws ReflectiveOperationException {
        assertThat(full(type).toString()).doesNotContain(SECRET);
    }

    @Test
    void allAreFound() {
        assertThat(records().map(Class::getName).map(name -> name.replaceFirst(".*[.]", "")))
                .contains(
                        "Tokens",
                        "TokenOutcome$Granted",
                        "BearerRenewal$InternalRefreshToken",
                        "ServedBy$Credentials",
                        "BasicCredentials",
                        "Answer",
                        "Cookie",
                        "SphinxTokens",
                        "SphinxLogin$Success",
                        "PassportLogin$Documented",
                        "NomicToken$Success");
    }

    /** Itself, or in a record that it holds. */
    private static boolean holdsSecrets(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .anyMatch(component ->
                        component.getType().isRecord() ? holdsSecrets(component.getType()) : isSecret(component));
    }

    private static boolean isSecret(RecordComponent component) {
        return NAMES.matcher(component.getName()).matches()
                && List.of(String.class, Optional.class, List.class).contains(component.getType());
    }

    /** A record whose secrets are all there. */
    private static Object full(Class<?> type) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i]);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object value(RecordComponent component) throws ReflectiveOperationException {
        Class<?> type = component.getType();
        if (isSecret(component)) {
            return type == Optional.class
                    ? Optional.of(SECRET)
                    : type == List.class ? List.of(Map.entry("Authorization", SECRET)) : SECRET;
        }
        if (type.isRecord()) {
            return full(type);
        }
        return Map.<Class<?>, Object>of(boolean.class, false, int.class, 0, long.class, 0L)
                .get(type);
    }
}
