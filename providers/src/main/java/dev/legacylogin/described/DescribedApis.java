package dev.legacylogin.described;

import dev.legacylogin.http.Json;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.shape.Endpoint;
import dev.legacylogin.shape.Promises;
import dev.legacylogin.shape.ServedBy;
import dev.legacylogin.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperContainerModel;

/**
 * The APIs that clients' forms describe. A description is read once, and kept while no form changes it: what is kept is
 * found by the text itself, and so no other server need be told.
 */
public final class DescribedApis {
    /** Of one server. Those beyond are read anew, which takes a millisecond. */
    private static final int KEPT = 200;

    private final DescribedSettings form = new DescribedSettings();

    private final Map<Key, Optional<Shape>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Shape>> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(String clientId, String api, String description) {}

    /** What the form says at this client, or empty where the client does not carry it. */
    public Optional<Settings> settingsOf(ClientModel client) {
        return form.settingsOf(client);
    }

    /** Whether a client or a client scope carries the form; at the latter it does nothing. */
    public boolean isOn(ProtocolMapperContainerModel owner) {
        return form.isOn(owner);
    }

    /** The API of a client whose form says this; empty where the description cannot be used. */
    public Optional<Shape> shape(ClientModel client, Settings settings) {
        Key key =
                new Key(client.getClientId(), DescribedSettings.api(settings), DescribedSettings.description(settings));
        synchronized (kept) {
            return kept.computeIfAbsent(key, this::read);
        }
    }

    /** The API's name, in events and in the check-up: a preset's, or {@code described}. */
    public static String name(Settings settings) {
        return DescribedSettings.api(settings);
    }

    /**
     * The OpenAPI document of such an API, as JSON.
     *
     * @param url the base URL, which the described paths follow
     */
    public static byte[] openApi(Shape shape, String url) {
        return Json.write(OpenApi.of(
                shape.name(),
                url,
                shape.endpoints().stream()
                        .map(DescribedEndpoint.class::cast)
                        .flatMap(endpoint -> endpoint.calls().stream())));
    }

    /** The values that count, by key, but for the description itself, which is long. */
    public Map<String, String> values(Settings settings) {
        Map<String, String> values = form.values(settings);
        values.remove(DescribedSettings.DESCRIPTION_KEY);
        return values;
    }

    /** What is wrong with the description of a client whose form says this. */
    public static List<Mistake> mistakes(Settings settings) {
        return Description.of(DescribedSettings.description(settings)).mistakes();
    }

    private Optional<Shape> read(Key key) {
        Description description = Description.of(key.description());
        return description.isUsable()
                ? Optional.of(new Shape(
                        key.api(),
                        form,
                        new ServedBy.FixedClient(key.clientId()),
                        promises(description),
                        List.<Endpoint>copyOf(description.endpoints()),
                        Optional.empty()))
                : Optional.empty();
    }

    private static Promises promises(Description description) {
        List<DescribedCall> calls = description.calls().toList();
        boolean refreshTokens =
                calls.stream().anyMatch(call -> call.success().names().contains("refresh_token"));
        boolean disclosure = calls.stream().anyMatch(call -> call.errors().tells(Problem.UNKNOWN_USER));
        boolean headers = calls.stream()
                .anyMatch(call -> !call.success().cookies().isEmpty()
                        || call.success().headers().stream()
                                .anyMatch(header ->
                                        header.value().names().stream().anyMatch(name -> name.endsWith("_token"))));
        Promises promises = Promises.NONE
                .refreshTokenWhere(settings -> refreshTokens)
                .usernamesWhere(settings -> disclosure)
                .tokensInHeadersWhere(settings -> headers)
                .trustedFields(trusted(calls));
        return calls.stream().anyMatch(call -> call.operation() == Operations.RENEW) ? promises.renewed() : promises;
    }

    private static String[] trusted(List<DescribedCall> calls) {
        return calls.stream()
                .flatMap(call -> call.success().names().stream())
                .filter(name -> name.startsWith(Value.FIELD))
                .map(name -> name.substring(Value.FIELD.length()))
                .distinct()
                .toArray(String[]::new);
    }
}
