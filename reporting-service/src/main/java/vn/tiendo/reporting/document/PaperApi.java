package vn.tiendo.reporting.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the paper of a report or a plan looks like in JSON.
final class PaperApi {

    private PaperApi() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaperView(
            @Schema(description = "What a clerk has filled in")
            PaperDetails filledIn,

            RuleView rule,
            @Nullable String superior,
            String issuer,
            String numberLine,
            String placeAndDate,
            String type,
            String subject,
            List<String> addressees,
            List<String> recipients,
            List<String> authorities,

            @Schema(description = "What is left for a pen: number, symbol, place, date, post, signer")
            List<String> blanks) {
        static PaperView of(PaperDesk.Drawn drawn) {
            var paper = drawn.paper();
            return new PaperView(
                    drawn.details(),
                    RuleView.of(paper.rule()),
                    paper.superior(),
                    paper.issuer(),
                    paper.numberLine(),
                    paper.placeAndDate(),
                    paper.type(),
                    paper.subject(),
                    paper.addressees(),
                    paper.recipients(),
                    paper.authorities(),
                    paper.blanks());
        }
    }

    @Schema(description = "The rule on documents that is in force on the day of the paper")
    record RuleView(Form form, String code, LocalDate validFrom, String source) {
        static RuleView of(LayoutRule rule) {
            return new RuleView(rule.form(), rule.code(), rule.validFrom(), rule.source());
        }
    }
}
