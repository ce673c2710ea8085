package vn.tiendo.kit.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import vn.tiendo.kit.content.ContentProblem.FileNameRefused;

class FileNameProperties {

    @Property(tries = 2000)
    void whatever_name_is_taken_the_header_is_plain_and_gives_it_back(@ForAll @StringLength(max = 60) String given) {
        FileName name;
        try {
            name = FileName.of(given + ".pdf");
        } catch (FileNameRefused refused) {
            Assume.that(false);
            return;
        }
        var header = name.disposition();
        assertThat(header).matches("[ -~]*").doesNotContain("\r", "\n");
        var encoded = header.substring(header.indexOf("UTF-8''") + "UTF-8''".length());
        assertThat(encoded).matches("[A-Za-z0-9.%_-]*");
        assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(name.text());
    }
}
