package vn.tiendo.plans.organisation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tiendo.kit.intake.ImportProblem.RestsOnRejectedRow;
import vn.tiendo.kit.intake.RowImporter.EarlierRow;
import vn.tiendo.kit.security.HeldPost;
import vn.tiendo.plans.organisation.OrganisationApi.NewOrganisation;
import vn.tiendo.plans.organisation.OrganisationCreation.Place;
import vn.tiendo.plans.organisation.OrganisationProblem.UnknownParent;

/// The tree as one batch of rows sees it: what is kept, what became of earlier rows of the file, and what the batch
/// itself has decided so far.
final class ImportedTree {

    private final Map<String, Organisation> kept;
    private final Map<String, List<EarlierRow>> earlier;
    private final SequencedMap<String, Sound> sound = new LinkedHashMap<>();
    private final Map<String, Integer> rejected = new HashMap<>();

    /// A row that may be taken in.
    ///
    /// @param place where it would stand; its path is that of the nearest organisation that is stored
    record Sound(NewOrganisation organisation, String parentCode, Place place, HeldPost allowedBy) {}

    /// @param kept organisations by code, all that the rows name
    /// @param earlier rows by code, all that the rows name as parents
    ImportedTree(Map<String, Organisation> kept, Map<String, List<EarlierRow>> earlier) {
        this.kept = kept;
        this.earlier = earlier;
    }

    @Nullable
    Organisation kept(String code) {
        return kept.get(code);
    }

    /// The sound rows by code, parents before children.
    SequencedMap<String, Sound> sound() {
        return sound;
    }

    /// @return what later batches of a dry run have to know of it
    String accept(Sound row) {
        sound.put(row.organisation().code(), row);
        var place = row.place();
        return place.id() + " " + place.path() + " " + place.validFrom()
                + (place.validTo() == null ? "" : " " + place.validTo());
    }

    void reject(String code, int row) {
        rejected.put(code, row);
    }

    /// @throws UnknownParent when there is no such organisation, kept or in the file
    /// @throws RestsOnRejectedRow when it is in the file only, and was rejected
    Place place(String code) {
        var organisation = kept.get(code);
        if (organisation != null) {
            return Place.of(organisation);
        }
        var accepted = sound.get(code);
        if (accepted != null) {
            return accepted.place();
        }
        var rejectedHere = rejected.get(code);
        if (rejectedHere != null) {
            throw new RestsOnRejectedRow(rejectedHere);
        }
        var before = earlier.get(code);
        if (before == null) {
            throw new UnknownParent(code);
        }
        if (before.getFirst().rejected()) {
            throw new RestsOnRejectedRow(before.getFirst().number());
        }
        return remembered(Objects.requireNonNull(before.getFirst().memo()));
    }

    private static Place remembered(String memo) {
        var parts = memo.split(" ");
        return new Place(
                UUID.fromString(parts[0]),
                parts[1],
                LocalDate.parse(parts[2]),
                parts.length > 3 ? LocalDate.parse(parts[3]) : null);
    }
}
