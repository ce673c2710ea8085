package vn.tiendo.plans.assignment;

import java.util.List;
import java.util.Map;
import vn.tiendo.plans.obligation.DebtorRepository.Debtor;
import vn.tiendo.plans.obligation.Obligation;

/// Keeps whom plans bind: who may read one, must acknowledge its receipt and should serve it. Whoever comes
/// to owe something after the plan was issued is bound like the others.
public interface Binding {

    /// Binds some organisations, but none a second time.
    void bind(Map<Obligation, List<Debtor>> found);
}
