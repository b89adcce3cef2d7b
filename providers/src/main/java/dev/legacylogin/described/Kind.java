package dev.legacylogin.described;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.legacylogin.http.Json;
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

    /** What a value of this kind and name may be, to show it in this form. */
    JsonNode sample(String name, Form form) {
        return switch (this) {
            case TEXT -> new TextNode("<" + name + ">");
            case FIELD ->
                switch (form) {
                    case INTEGER -> new LongNode(37);
                    case BOOLEAN -> BooleanNode.TRUE;
                    case JSON -> Json.object();
                    default -> new TextNode("<" + name + ">");
                };
            case IDENTIFIER -> new TextNode("37");
            case NUMBER -> new LongNode(400);
            case FLAG -> BooleanNode.TRUE;
            case SPAN -> new LongNode(300);
            case TIME -> new LongNode(1767225600000L); // 2026-01-01
        };
    }

    /** The forms in which an answer may have it. */
    List<Form> forms() {
        return forms;
    }
}
