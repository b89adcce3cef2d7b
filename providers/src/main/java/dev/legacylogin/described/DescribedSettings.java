package dev.legacylogin.described;

import com.google.auto.service.AutoService;
import dev.legacylogin.settings.OriginClaims;
import dev.legacylogin.settings.Setting;
import dev.legacylogin.settings.Settings;
import dev.legacylogin.settings.SettingsForm;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.protocol.ProtocolMapper;
import org.keycloak.protocol.ProtocolMapperConfigException;

/** The settings form of an API that is described instead of built in: by a text in the form, or in the jar. */
@AutoService(ProtocolMapper.class)
public final class DescribedSettings extends SettingsForm {
    /** The form's name, and that of an API that its own text describes. */
    public static final String NAME = "described";

    /** The setting with the description. */
    static final String DESCRIPTION_KEY = "description";

    private static final Setting API = Setting.choice(
            "api",
            "legacyLoginApi",
            Stream.concat(Stream.of(NAME), Presets.NAMES.stream()).toArray(String[]::new));
    private static final Setting DESCRIPTION = Setting.lines(DESCRIPTION_KEY, "legacyLoginDescription");

    /** For Keycloak. */
    public DescribedSettings() {
        super(
                NAME,
                "Legacy login: another API",
                "Lets this client answer the calls of another old API, which a preset or your own description says.",
                OriginClaims.none(),
                List.of(API, DESCRIPTION));
    }

    /** The API's name: a preset's, or {@link #NAME}. */
    static String api(Settings settings) {
        return settings.value(API);
    }

    /** What describes it. */
    static String description(Settings settings) {
        return settings.has(API, NAME) ? settings.value(DESCRIPTION) : Presets.text(api(settings));
    }

    @Override
    protected void validate(Settings settings) throws ProtocolMapperConfigException {
        List<Mistake> mistakes = Description.of(description(settings)).mistakes();
        if (!mistakes.isEmpty()) {
            throw refused(
                    mistakes.size() == 1 ? "legacyLoginDescriptionMistake" : "legacyLoginDescriptionMistakes",
                    mistakes.get(0),
                    mistakes.size() - 1);
        }
    }
}
