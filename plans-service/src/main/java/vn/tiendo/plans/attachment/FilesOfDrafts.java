package vn.tiendo.plans.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.tiendo.kit.content.StoredContents;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.plans.plan.GoesWithDraft;

/// The files of a draft go with it: their bytes count to nobody's quota and are collected if nothing else needs them.
@ApplicationScoped
class FilesOfDrafts implements GoesWithDraft {

    @Inject
    AttachmentRepository attachments;

    @Inject
    StoredContents contents;

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void letGo(UUID plan, Actor actor, HeldPost post) {
        var files = attachments.list("planId", plan);
        attachments.delete("planId", plan);
        files.stream()
                .collect(Collectors.groupingBy(Attachment::organisationId, Collectors.summingLong(Attachment::size)))
                .forEach(contents::giveBack);
        files.stream().map(Attachment::hash).distinct().forEach(contents::release);
    }
}
