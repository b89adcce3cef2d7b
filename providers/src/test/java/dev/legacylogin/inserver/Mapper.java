package dev.legacylogin.inserver;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/** A protocol mapper as foreign ones are: it fails, or maps what is no JSON. */
public final class Mapper extends AbstractOIDCProtocolMapper implements OIDCAccessTokenMapper, UserInfoTokenMapper {
    /** The mapper's id. */
    public static final String ID = "inserver-mapper";
    /** The setting that holds the {@link Fault#label} with which it fails; without one it does not. */
    public static final String FAULT = "fault";
    /** The setting that holds the name of the claim. */
    public static final String CLAIM = "claim";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "Tests of Legacy Login";
    }

    @Override
    public String getHelpText() {
        return "Fails, or maps what is no JSON.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapping,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        String wanted = mapping.getConfig().get(FAULT);
        Stream.of(Fault.values())
                .filter(fault -> fault.label().equals(wanted))
                .findFirst()
                .ifPresent(fault -> {
                    throw fault.exception();
                });
        token.getOtherClaims().put(mapping.getConfig().get(CLAIM), new Unwritable());
    }

    /** Fails when it is written. */
    public static final class Unwritable {
        /** A property, as JSON has them. */
        public String getValue() {
            throw Fault.NOT_FOUND.exception();
        }
    }
}
