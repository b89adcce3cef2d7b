package dev.legacylogin.token;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Which clients of a realm carry which protocol mappers, asked of Keycloak's database. Keycloak's models can only go
 * through all clients for that: with ten thousand it takes seconds, and everything else falls out of the realm cache.
 */
public final class MappedClients {
    private static final String QUERY =
            "select mapper.protocolMapper, mapper.client.id from ProtocolMapperEntity mapper"
                    + " where mapper.client.realmId = :realm and mapper.protocolMapper in (:types)"
                    + " order by mapper.client.clientId";

    private MappedClients() {}

    /**
     * Keycloak's ids of the clients, by the mapper's type, in the order of their client ids. A client that has two mappers
     * of a type is there twice, and a type that no client has is not there. Mappers of client scopes do not count.
     *
     * @param types provider ids of mappers
     */
    public static Map<String, List<String>> byType(
            KeycloakSession session, RealmModel realm, Collection<String> types) {
        EntityManager database =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return database
                .createQuery(QUERY, Object[].class)
                .setParameter("realm", realm.getId())
                .setParameter("types", types)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0], Collectors.mapping(row -> (String) row[1], Collectors.toList())));
    }
}
