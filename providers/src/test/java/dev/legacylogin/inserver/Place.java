package dev.legacylogin.inserver;

import java.util.Locale;

/** Where a {@link Store} fails. */
public enum Place {
    /** When the user is looked for. */
    LOOKUP,
    /** When the password is looked at. */
    PASSWORD,
    /** When the transaction is committed, as a database that has gone meanwhile. */
    COMMIT,
    /** When the e-mail is asked for. */
    EMAIL,
    /** When an attribute is asked for. */
    ATTRIBUTE;

    /** The name of the user at whom the store fails here so; each name is another user. */
    public String username(Fault fault) {
        return Store.USER + label() + "-" + fault.label();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
