package dev.legacylogin.described;

import java.util.List;

/** What a value is, and so the forms in which an answer may have it. The first is the default. */
enum Kind {
    TEXT(Form.TEXT),
    /** A text that many old systems have as a number. */
    IDENTIFIER(Form.TEXT, Form.INTEGER),
    NUMBER(Form.INTEGER, Form.TEXT),
    FLAG(Form.BOOLEAN, Form.TEXT),
    /** A span of time, in seconds. */
    SPAN(Form.INTEGER, Form.TEXT, Form.THOUSANDFOLD),
    /** A point in time, in milliseconds since the epoch. */
    TIME(Form.ISO, Form.EPOCH, Form.MILLISECONDS),
    /** A claim or an attribute, whatever it is. */
    FIELD(Form.TEXT, Form.INTEGER, Form.BOOLEAN, Form.LIST, Form.JSON);

    private final List<Form> forms;

    Kind(Form... forms) {
        this.forms = List.of(forms);
    }

    List<Form> forms() {
        return forms;
    }
}
