package vn.tiendo.plans.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class CountsTest {

    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /// Drafts of imported documents are kept as JSON and read again when they are confirmed.
    @Test
    void what_is_written_can_be_read_again() throws JsonProcessingException {
        var counts = new Counts(1, 2, null, "nhiệm vụ", Counts.Period.YEAR);
        var written = json.writeValueAsString(counts);
        assertThat(written).doesNotContain("given");
        assertThat(json.readValue(written, Counts.class)).isEqualTo(counts);
    }
}
