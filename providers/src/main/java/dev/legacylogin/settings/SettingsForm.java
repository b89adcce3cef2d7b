package dev.legacylogin.settings;

import dev.legacylogin.token.AccessTokenMapper;
import dev.legacylogin.user.LegacyUser;
import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.AccessToken;

/**
 * The settings of one shape as a typed form in the admin console: Clients, the client, Client scopes, the dedicated
 * scope, Add mapper, By configuration. It is a protocol mapper, so that Keycloak shows, saves, exports and imports it
 * with the client, and runs it when it makes an access token, for the {@link OriginClaims}.
 */
public abstract class SettingsForm extends AccessTokenMapper {
    private static final String PREFIX = "legacy-login-";

    private final String shape;
    private final String displayType;
    private final String helpText;
    private final OriginClaims claims;
    private final List<Setting> settings;

    /**
     * @param shape the shape's name; the provider id is {@code legacy-login-} and this
     * @param displayType the form's name in the console
     * @param helpText what switching it on does
     * @param claims what its access tokens have beside Keycloak's claims
     * @param settings the shape's own fields, in order; the ones of every shape follow
     */
    protected SettingsForm(
            String shape, String displayType, String helpText, OriginClaims claims, List<Setting> settings) {
        this.shape = shape;
        this.displayType = displayType;
        this.helpText = helpText;
        this.claims = claims;
        this.settings = Stream.of(settings, claims.setting().stream().toList(), Sunset.SETTINGS)
                .flatMap(List::stream)
                .toList();
    }

    /** The shape's name. */
    public final String shape() {
        return shape;
    }

    /** What the shape's access tokens have beside Keycloak's claims. */
    public final OriginClaims claims() {
        return claims;
    }

    /** What the form says at this client, or empty where the client does not carry it. */
    public final Optional<Settings> settingsOf(ClientModel client) {
        return forms(client)
                .findFirst()
                .map(form -> new Settings(form.getConfig() == null ? Map.of() : form.getConfig()));
    }

    /** The values that count, by key: the stored ones and the defaults. */
    public final Map<String, String> values(Settings stored) {
        Map<String, String> values = new LinkedHashMap<>();
        settings.forEach(setting -> values.put(setting.key(), stored.value(setting)));
        return values;
    }

    /** The settings with a stored value that the form would refuse. */
    public final List<Setting> unusable(Settings stored) {
        return settings.stream()
                .filter(setting -> setting.isUnusableIn(stored.stored()))
                .toList();
    }

    /** How many forms of this shape a client has: an import may bring more than one. */
    public final long countOf(ClientModel client) {
        return forms(client).count();
    }

    /** Whether a client or a client scope carries it: an import may bring it to the latter, where it does nothing. */
    public final boolean isOn(ProtocolMapperContainerModel owner) {
        return forms(owner).findAny().isPresent();
    }

    private Stream<ProtocolMapperModel> forms(ProtocolMapperContainerModel owner) {
        return owner.getProtocolMappersStream().filter(mapper -> getId().equals(mapper.getProtocolMapper()));
    }

    @Override
    protected final AccessToken transform(AccessToken token, ClientModel client, Owner owner) {
        return settingsOf(client)
                .map(settings -> claims.in(token, new LegacyUser(owner), settings))
                .orElse(token);
    }

    @Override
    public final String getId() {
        return PREFIX + shape;
    }

    @Override
    public String getProtocol() {
        return "openid-connect";
    }

    @Override
    public String getDisplayCategory() {
        return "Legacy login";
    }

    @Override
    public String getDisplayType() {
        return displayType;
    }

    @Override
    public String getHelpText() {
        return helpText;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return settings.stream().map(Setting::property).toList();
    }

    /**
     * Refuses a form that could not work, with a message for the admin. Called by the admin console and API when a
     * mapper is saved, not at an import; {@link Setting#valueIn} copes with what an import brings.
     */
    @Override
    public void validateConfig(
            KeycloakSession session, RealmModel realm, ProtocolMapperContainerModel owner, ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        if (!(owner instanceof ClientModel)) {
            throw refused("legacyLoginNotAClient", displayType);
        }
        boolean another = forms(owner).anyMatch(other -> !other.getId().equals(mapper.getId()));
        if (another) {
            throw refused("legacyLoginTwice", displayType);
        }
        Map<String, String> config = mapper.getConfig() == null ? Map.of() : mapper.getConfig();
        for (Setting setting : settings) {
            if (setting.isUnusableIn(config)) {
                throw refused("legacyLoginInvalid", setting.label(), setting.rule());
            }
        }
        if (Sunset.isMissing(config)) {
            throw refused("legacyLoginSunsetMissing");
        }
        validate(new Settings(config));
        session.getKeycloakSessionFactory().publish(new FormSaved(session));
    }

    /** Refuses what is wrong with a shape's own settings, and is not wrong with one of them alone. */
    protected void validate(Settings settings) throws ProtocolMapperConfigException {
        // most forms are right where each setting is
    }

    /** Keycloak answers the English text as the error, and the text in the admin's language as its description. */
    protected static ProtocolMapperConfigException refused(String key, Object... parameters) {
        String english = MessageFormat.format(Messages.english(key), parameters);
        return new ProtocolMapperConfigException(key, english, parameters);
    }

    @Override
    public ProtocolMapper create(KeycloakSession session) {
        // Keycloak uses the factory itself for every protocol mapper and never calls this
        throw new UnsupportedOperationException();
    }

    @Override
    public void init(Config.Scope config) {
        // settings are per client, none per server
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // holds nothing
    }
}
