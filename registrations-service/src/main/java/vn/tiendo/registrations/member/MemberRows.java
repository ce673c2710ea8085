package vn.tiendo.registrations.member;

import static vn.tiendo.kit.security.Role.ADMINISTRATOR;
import static vn.tiendo.kit.security.Role.CELL_SECRETARY;
import static vn.tiendo.kit.security.Role.COMMITTEE_OFFICER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.tiendo.kit.audit.AuditTrail;
import vn.tiendo.kit.audit.AuditTrail.Deed;
import vn.tiendo.kit.body.BodyLimit;
import vn.tiendo.kit.intake.ImportRow;
import vn.tiendo.kit.intake.LargeImports;
import vn.tiendo.kit.intake.RowImporter;
import vn.tiendo.kit.intake.RowOutcome;
import vn.tiendo.kit.outbox.Outbox;
import vn.tiendo.kit.problem.DomainProblem;
import vn.tiendo.kit.security.Actor;
import vn.tiendo.kit.security.Role;
import vn.tiendo.registrations.member.ImportedMembers.Taken;

/// Takes members in from rows, one membership per row. Rows of one person are known by its numbers or its account; an
/// import adds persons and memberships, it changes nothing that is kept.
@ApplicationScoped
class MemberRows implements RowImporter {

    static final String PATH = "/api/v1/members/imports";

    private static final List<String> REQUIRED =
            List.of("name", "birthDate", "category", "status", "organisationCode", "from");
    private static final List<String> OPTIONAL = List.of(
            "to", "cardNumber", "nationalId", "language", "email", "phone", "identityIssuer", "identitySubject");

    @Inject
    NaturalKeys keys;

    @Inject
    RowReading reading;

    @Inject
    KnownMembers known;

    @Inject
    MemberRepository members;

    @Inject
    Standings standings;

    @Inject
    Duplicates duplicates;

    @Inject
    MemberReads reads;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Event<MemberChange.All> changes;

    @Produces
    @Singleton
    BodyLimit ofImports() {
        return new BodyLimit(Pattern.compile(PATH), LargeImports.LARGEST_FILE);
    }

    @Override
    public String subject() {
        return "members";
    }

    @Override
    public Set<Role> senders() {
        return Set.of(ADMINISTRATOR, COMMITTEE_OFFICER, CELL_SECRETARY);
    }

    @Override
    public boolean standAlone() {
        return true;
    }

    @Override
    public List<String> required() {
        return REQUIRED;
    }

    @Override
    public List<String> optional() {
        return OPTIONAL;
    }

    /// Numbers and names are no names of rows: what stands there outlives the cells.
    @Override
    public Identity identify(ImportRow row) {
        var person = personOf(row);
        return new Identity(person + "|" + row.cell("organisationCode") + "|" + row.cell("from"), person, null);
    }

    private String personOf(ImportRow row) {
        if (!row.cell("nationalId").isEmpty()) {
            return HexFormat.of().formatHex(keys.nationalId(row.cell("nationalId")));
        }
        if (!row.cell("cardNumber").isEmpty()) {
            return HexFormat.of().formatHex(keys.card(row.cell("cardNumber")));
        }
        var known = row.cell("identitySubject").isEmpty()
                ? String.join(
                        "|",
                        "person",
                        new PersonName(row.cell("name")).searchKey(),
                        row.cell("birthDate"),
                        row.cell("organisationCode"))
                : String.join("|", "account", row.cell("identityIssuer"), row.cell("identitySubject"));
        return HexFormat.of().formatHex(keys.anything(known));
    }

    @Override
    public List<RowOutcome> take(Batch batch) {
        var read = batch.rows().stream()
                .map(row -> reading.read(row, personOf(row)))
                .toList();
        var earlier = batch.dryRun()
                ? batch.earlier()
                        .named(read.stream().map(RowReading.Read::person).collect(Collectors.toSet()))
                : Map.<String, List<EarlierRow>>of();
        var imported = new ImportedMembers(known.lookUp(read), earlier, batch.actor(), keys);
        var outcomes =
                read.stream().map(row -> decide(row, imported, batch.dryRun())).toList();
        if (!batch.dryRun()) {
            store(imported, batch.actor());
        }
        reads.saw(batch.actor(), "match-member", imported.met());
        return outcomes;
    }

    private static RowOutcome decide(RowReading.Read row, ImportedMembers imported, boolean dryRun) {
        try {
            return imported.take(row, dryRun);
        } catch (DomainProblem refused) {
            return RowOutcome.Rejected.of(refused);
        }
    }

    /// A fixed number of statements, however many rows there were.
    private void store(ImportedMembers imported, Actor actor) {
        var added = imported.added();
        var extended = imported.extended();
        if (added.isEmpty() && extended.isEmpty()) {
            return;
        }
        members.persist(added);
        standings.begin(added);
        outbox.addAll(Member.STREAM, added, "added");
        outbox.addAll(Member.STREAM, extended, "joined");
        duplicates.note(added.stream().map(Member::id).toList());
        audit.recordAll(actor, imported.taken().stream().map(MemberRows::deed).toList());
        changes.fire(new MemberChange.All(imported.taken().stream()
                .<MemberChange>map(taken -> new MemberChange.Joined(
                        taken.member().id(),
                        taken.membership().organisationId(),
                        taken.membership().validFrom()))
                .toList()));
    }

    private static Deed deed(Taken taken) {
        return new Deed(
                taken.post(),
                taken.isNew() ? "add-member" : "add-membership",
                MemberReads.SUBJECT,
                taken.member().id(),
                null,
                MemberFacts.of(taken.member()));
    }
}
