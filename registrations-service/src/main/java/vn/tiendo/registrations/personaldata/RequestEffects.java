package vn.tiendo.registrations.personaldata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.registrations.consent.ConsentService;
import vn.tiendo.registrations.member.MemberSubjects;
import vn.tiendo.registrations.personaldata.RequestApi.CorrectionWish;

/// Does what was granted, in the transaction that says that it is done.
@ApplicationScoped
class RequestEffects {

    @Inject
    RequestRepository requests;

    @Inject
    MemberSubjects members;

    @Inject
    ConsentService consents;

    @Inject
    Erasing erasing;

    /// Nothing is promised that cannot be done by its day.
    ///
    /// @throws vn.tiendo.kit.problem.DomainProblem `still-a-member` (409) for who goes on belonging somewhere
    @Transactional(Transactional.TxType.MANDATORY)
    void requirePossible(DataSubjectRequest accepted) {
        if (accepted.kind() == RequestKind.ERASURE) {
            members.requireFormer(accepted.memberId(), accepted.lastDay());
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void bring(DataSubjectRequest request, @Nullable CorrectionWish correction, HeldPost post, Actor actor) {
        var member = request.memberId();
        switch (request.kind()) {
            case CORRECTION ->
                members.correct(member, Objects.requireNonNull(correction).asCorrection());
            case ERASURE -> {
                erasing.erase(member);
                requests.getEntityManager().refresh(request); // its words are gone with the others
            }
            case RESTRICTION, OBJECTION -> members.restrict(member);
            case WITHDRAWAL -> {
                consents.withdrawAll(member, request.onPaper(), actor, post);
                members.forgetContact(member);
            }
            case ACCESS -> {} // the export is open from the acceptance on
        }
    }

    /// Another request of the same person may still stop that its data is used.
    @Transactional(Transactional.TxType.MANDATORY)
    void end(DataSubjectRequest restricting) {
        var person = restricting.memberId();
        if (!requests.restricts(members.idsOf(person), restricting.id())) {
            members.liftRestriction(person);
        }
    }
}
