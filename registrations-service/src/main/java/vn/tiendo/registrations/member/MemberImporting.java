package vn.tiendo.registrations.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import vn.tiendo.kit.idempotency.Idempotent;
import vn.tiendo.kit.intake.LargeImports;
import vn.tiendo.kit.intake.ReceivedTable;
import vn.tiendo.kit.security.CurrentActor;
import vn.tiendo.kit.table.TableFormat;

/// Takes a file of members once, after its bytes are in: the request is the same when they are.
@ApplicationScoped
@Idempotent
class MemberImporting {

    @Inject
    LargeImports imports;

    @Inject
    MemberRows rows;

    @Inject
    CurrentActor actor;

    @Transactional
    Response submit(ReceivedTable received, TableFormat format, boolean dryRun) {
        var submitted = imports.submit(rows, format, received, dryRun, actor.get());
        return Response.accepted(submitted)
                .location(URI.create(MemberRows.PATH + "/" + submitted.id()))
                .build();
    }
}
