package dev.legacylogin;

import java.util.Map;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Protocol mappers as the Admin API takes them. */
public final class Mappers {
    private Mappers() {}

    /** A mapper of OpenID Connect; {@code type} is its provider's id. */
    public static ProtocolMapperRepresentation of(String name, String type, Map<String, String> config) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(name);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(type);
        mapper.setConfig(config);
        return mapper;
    }

    /** The settings form of a shape, with nothing filled in. */
    public static ProtocolMapperRepresentation form(String shape) {
        return of("Legacy login", "legacy-login-" + shape, Map.of());
    }
}
