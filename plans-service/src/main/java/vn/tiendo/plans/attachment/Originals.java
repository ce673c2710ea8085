package vn.tiendo.plans.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import vn.tiendo.kit.content.DocumentStore;
import vn.tiendo.kit.content.DocumentType;
import vn.tiendo.kit.content.FileName;
import vn.tiendo.kit.content.StoredContents;
import vn.tiendo.kit.security.Actor;

/// Keeps the original of a document before there is a plan that it could belong to, and hands it to the plan then.
@ApplicationScoped
public class Originals {

    @Inject
    StoredContents contents;

    @Inject
    DocumentStore store;

    @Inject
    AttachmentService attachments;

    /// From here on the bytes outlast a kill, and are collected if nothing comes to refer to them. No transaction is
    /// needed.
    ///
    /// @return their hash
    public String keep(byte[] bytes) {
        var received = store.receive(new ByteArrayInputStream(bytes), DocumentsPath.LARGEST);
        try {
            contents.announce(received.hash(), received.size());
            store.keep(received);
            return received.hash();
        } finally {
            store.discard(received);
        }
    }

    /// Begins the time of grace after which a content that nobody refers to is collected.
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(String hash) {
        contents.release(hash);
    }

    /// @param fileName NFC, with an extension
    /// @param mediaType one of those that plans may carry
    @Transactional(Transactional.TxType.MANDATORY)
    public void attach(UUID plan, String fileName, String mediaType, String hash, long size, Actor actor) {
        attachments.attach(
                plan, new ReceivedDocument(fileName, DocumentType.ofMediaType(mediaType), hash, size), actor);
    }

    /// @throws vn.tiendo.kit.content.ContentProblem.FileNameRefused when it could not be shown as it is, or says no
    /// type
    public String tidyName(String given) {
        return FileName.of(given).text();
    }
}
