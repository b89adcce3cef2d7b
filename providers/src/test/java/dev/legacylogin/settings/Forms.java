package dev.legacylogin.settings;

import dev.legacylogin.Clients;
import dev.legacylogin.Route;
import dev.legacylogin.Shapes;
import dev.legacylogin.server.Answer;
import dev.legacylogin.server.Http;
import dev.legacylogin.server.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** The settings forms of a client over Keycloak's admin REST API, as the console uses it. */
public final class Forms {
    private Forms() {}

    /** The fields that the form of this shape does not share with the others. */
    static List<ProviderConfigProperty> ownFields(Route route) {
        return Shapes.ALL.stream()
                .filter(shape -> shape.name().equals(route.shape()))
                .flatMap(shape -> shape.form().getConfigProperties().stream())
                .filter(field -> !field.getName().endsWith("sunset"))
                .toList();
    }

    /** Saves a new form of the shape at the client that serves it. */
    static Answer add(TestRealm realm, Route route, Map<String, String> config) {
        return post(clientPath(realm, route.clientId()), json("another form", route.shape(), config));
    }

    /** Saves a new form at this place of the admin API. */
    static Answer post(String path, String json) {
        return Http.post(path).asAdmin().json(json).send();
    }

    /** Saves the changed form of a shape. */
    static Answer change(TestRealm realm, Route route, Map<String, String> config) {
        ProtocolMapperRepresentation form = of(realm, route);
        String json = json(form.getName(), route.shape(), config);
        return Http.put(clientPath(realm, route.clientId()) + "/" + form.getId())
                .asAdmin()
                .json(json.replaceFirst("\\{", "{\"id\":\"" + form.getId() + "\","))
                .send();
    }

    /** The form of a shape at the client that serves it. */
    static ProtocolMapperRepresentation of(TestRealm realm, Route route) {
        return Clients.mappers(realm, route.clientId()).getMappers().stream()
                .filter(mapper -> mapper.getProtocolMapper().equals("legacy-login-" + route.shape()))
                .findFirst()
                .orElseThrow();
    }

    /** Removes the form of a shape. */
    static void remove(TestRealm realm, Route route) {
        Clients.mappers(realm, route.clientId()).delete(of(realm, route).getId());
    }

    static String json(String name, String shape, Map<String, String> config) {
        String settings = config.entrySet().stream()
                .map(setting -> "\"" + setting.getKey() + "\":\"" + setting.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        return "{\"name\":\"%s\",\"protocol\":\"openid-connect\",\"protocolMapper\":\"legacy-login-%s\",\"config\":%s}"
                .formatted(name, shape, settings);
    }

    /** Where the admin API has the mappers of a client, forms among them. */
    public static String clientPath(TestRealm realm, String clientId) {
        return "/admin/realms/" + realm.name() + "/clients/" + Clients.id(realm, clientId) + "/protocol-mappers/models";
    }
}
