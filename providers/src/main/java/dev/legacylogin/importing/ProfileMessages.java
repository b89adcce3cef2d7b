package dev.legacylogin.importing;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;
import org.keycloak.userprofile.ValidationException;

/** Why the user profile refuses a field, in English words of Keycloak's. */
final class ProfileMessages {
    private static final Logger LOG = Logger.getLogger(ProfileMessages.class);

    /** The console's own theme has the texts in another syntax. */
    private static final String BASE = "base";

    private ProfileMessages() {}

    /** The text; the message's key where there is none. No text of Keycloak's has the field's value in it. */
    static String text(KeycloakSession session, ValidationException.Error error) {
        try {
            Properties texts = session.theme().getTheme(BASE, Theme.Type.ADMIN).getMessages(Locale.ENGLISH);
            String text = texts.getProperty(error.getMessage(), error.getMessage());
            return new MessageFormat(text, Locale.ENGLISH).format(error.getMessageParameters());
        } catch (IOException | IllegalArgumentException e) {
            LOG.debugf(e, "No text for %s", error.getMessage());
            return error.getMessage();
        }
    }
}
