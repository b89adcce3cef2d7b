package dev.legacylogin.http;

import static dev.legacylogin.http.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form is read as PHP reads it, but for what is not UTF-8. */
class FormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                         | {}
                    &                          | {}
                    a=b                        | {"a":"b"}
                    a=b&c=d                    | {"a":"b","c":"d"}
                    &&a=b&&                    | {"a":"b"}
                    a=                         | {"a":""}
                    a                          | {"a":""}
                    =b                         | {"":"b"}
                    a=b=c                      | {"a":"b=c"}
                    a=b+c                      | {"a":"b c"}
                    a=b%20c%2Bd%26e%3Df        | {"a":"b c+d&e=f"}
                    %61%62=1                   | {"ab":"1"}
                    a=%C5%BE%c5%be             | {"a":"žž"}
                    a=%F0%9F%98%80             | {"a":"😀"}
                    a=5&b=true&c=null          | {"a":"5","b":"true","c":"null"}
                    a=1;b=2                    | {"a":"1;b=2"}
                    a=1&A=2                    | {"a":"1","A":"2"}
                    a=1&a=2                    | {"a":"2"}
                    a=1&b=2&a=                 | {"a":"","b":"2"}
                    a=1&%61=2                  | {"a":"2"}
                    a&a                        | {"a":""}
                    a[]=1&a[]=2                | {"a":["1","2"]}
                    a=0&a[]=1&a[]=2            | {"a":["1","2"]}
                    a[]=1&a=2                  | {"a":"2"}
                    a[b]=1&c=2                 | {"a":["1"],"c":"2"}
                    a[=1&]b=2&[c]=3            | {"a[":"1","]b":"2","[c]":"3"}
                    a=%                        | {"a":"%"}
                    a=100%&b=50%off            | {"a":"100%","b":"50%off"}
                    a=%4                       | {"a":"%4"}
                    a=%4g&b=%zz                | {"a":"%4g","b":"%zz"}
                    a=%u0041                   | {"a":"%u0041"}
                    %=1                        | {"%":"1"}
                    """)
    void parametersAreMembers(String form, String members) {
        assertThat(read(form)).isEqualTo(members);
    }

    @Test
    void bytesThatAreNotEscapedAreUtf8() {
        assertThat(read("jméno=žluť")).isEqualTo("{\"jméno\":\"žluť\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%E9", "a=%C5", "a=%C0%80", "a=%ED%A0%80", "%FF=1"})
    void whatIsNotUtf8IsRefused(String form) {
        assertRefused(Fault.MALFORMED, () -> read(form));
    }

    @Test
    void otherEncodingsAreRefused() {
        assertRefused(Fault.MALFORMED, () -> Form.read("a=é".getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static String read(String form) {
        return Form.read(form.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
