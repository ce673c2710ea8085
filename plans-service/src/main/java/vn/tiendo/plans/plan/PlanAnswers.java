package vn.tiendo.plans.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.tiendo.plans.document.Citations;
import vn.tiendo.plans.document.Remark;
import vn.tiendo.plans.plan.PlanApi.PlanView;

/// Completes what is answered about one plan: citations tied to known documents, and warnings that refuse nothing.
@ApplicationScoped
public class PlanAnswers {

    @Inject
    Citations citations;

    @Inject
    PlanNumbering numbering;

    PlanView of(Plan plan, List<Locale> languages) {
        var tied = citations.tie(plan.words().document(), plan.organisationPath());
        var remarks = new ArrayList<Remark>(tied.remarks());
        numbering.remarkOn(plan).ifPresent(remarks::add);
        return PlanView.of(
                plan,
                tied.parts(),
                remarks.stream().map(remark -> remark.in(languages)).toList());
    }
}
