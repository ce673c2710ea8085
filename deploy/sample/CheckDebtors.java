import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks that the sample is consistent in itself: the tree, the members, the posts, and that every predicate of
 * debtors.json resolves to exactly the organisations listed beside it. Run with {@code java CheckDebtors.java [folder]}.
 */
final class CheckDebtors {
    private static final Set<String> CATEGORIES = Set.of(
            "PARTY_MEMBER",
            "CADRE",
            "CIVIL_SERVANT",
            "PUBLIC_EMPLOYEE",
            "SOLDIER",
            "YOUTH_UNION_MEMBER",
            "ASSOCIATION_MEMBER");
    private static final Set<String> STATUSES = Set.of("ACTIVE", "RETIRED", "EXEMPT_FROM_ACTIVITY", "ELDERLY");
    private static final Set<String> ROLES = Set.of(
            "MEMBER",
            "CELL_SECRETARY",
            "COMMITTEE_OFFICER",
            "COMMITTEE_LEADER",
            "INSPECTOR",
            "AUDITOR",
            "ADMINISTRATOR");
    private static final Set<String> OF_PERSONS = Set.of("INDIVIDUAL_REGISTRATION", "MEMBER_REVIEW");

    private final Path folder;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Map<String, String>> organisations = new LinkedHashMap<>();
    private final Map<String, List<String>> membersByOrganisation = new HashMap<>();
    private final Set<String> memberSubjects = new HashSet<>();
    private final List<Map<String, String>> posts = new ArrayList<>();

    private CheckDebtors(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws IOException {
        var check = new CheckDebtors(Path.of(args.length > 0 ? args[0] : "."));
        check.organisations();
        int obligations = 0;
        // Nothing can be resolved in a broken tree.
        if (check.faults.isEmpty()) {
            check.members();
            check.posts();
            obligations = check.debtors();
        }
        check.faults.forEach(System.err::println);
        System.out.printf(
                "%d organisations, %d member subjects, %d posts, %d obligations, %d faults%n",
                check.organisations.size(),
                check.memberSubjects.size(),
                check.posts.size(),
                obligations,
                check.faults.size());
        System.exit(check.faults.isEmpty() ? 0 : 1);
    }

    private void organisations() throws IOException {
        var kinds = new HashMap<String, String>();
        for (var row : csv("kinds.csv", "code,nameVi,nameEn,hierarchy")) {
            require(kinds.put(row.get("code"), row.get("hierarchy")) == null, "kind twice", row);
        }
        for (var row : csv("organisations.csv", "code,parentCode,hierarchy,kind,name,validFrom,validTo")) {
            var parent = row.get("parentCode");
            require(row.get("code").matches("[A-Z0-9]+(-[A-Z0-9]+)*"), "code is not plain ASCII", row);
            // A parent stands above its children, so there is no cycle.
            require(parent.isEmpty() ? organisations.isEmpty() : organisations.containsKey(parent), "parent", row);
            require(row.get("hierarchy").equals(kinds.get(row.get("kind"))), "hierarchy of the kind", row);
            LocalDate.parse(row.get("validFrom"));
            require(organisations.put(row.get("code"), row) == null, "code twice", row);
        }
    }

    private void members() throws IOException {
        var cards = new HashSet<String>();
        var persons = new HashSet<String>();
        for (var row : csv(
                "members.csv",
                "cardNumber,name,birthDate,category,status,organisationCodes,joinedOn,subject,email,language")) {
            require(cards.add(row.get("cardNumber")), "card number twice", row);
            require(persons.add(row.get("name") + row.get("birthDate")), "person twice", row);
            require(CATEGORIES.contains(row.get("category")), "category", row);
            require(STATUSES.contains(row.get("status")), "status", row);
            require(LocalDate.parse(row.get("birthDate")).isBefore(LocalDate.parse(row.get("joinedOn"))), "dates", row);
            for (var code : row.get("organisationCodes").split("\\|")) {
                require(organisations.containsKey(code), "unknown organisation", row);
                membersByOrganisation
                        .computeIfAbsent(code, _ -> new ArrayList<>())
                        .add(row.get("subject"));
            }
            if (!row.get("subject").isEmpty()) {
                require(memberSubjects.add(row.get("subject")), "subject twice", row);
            }
        }
    }

    private void posts() throws IOException {
        var seen = new HashSet<String>();
        posts.addAll(csv("posts.csv", "organisationCode,role,subject,validFrom,validTo,deputyOfSubject"));
        for (var row : posts) {
            var code = row.get("organisationCode");
            require(organisations.containsKey(code), "unknown organisation", row);
            require(ROLES.contains(row.get("role")), "role", row);
            require(row.get("subject").matches("[a-z0-9]+([.-][a-z0-9]+)*"), "subject is not plain ASCII", row);
            require(seen.add(code + row.get("role") + row.get("subject")), "post twice", row);
            LocalDate.parse(row.get("validFrom"));
            if (row.get("role").equals("MEMBER")) {
                require(membersHere(code).contains(row.get("subject")), "no such member there", row);
            }
            if (!row.get("deputyOfSubject").isEmpty()) {
                require(held(code, row.get("role"), row.get("deputyOfSubject")), "deputy of nobody", row);
            }
        }
        membersByOrganisation.forEach((code, subjects) -> subjects.stream()
                .filter(subject -> !subject.isEmpty())
                .forEach(subject -> require(held(code, "MEMBER", subject), "no MEMBER post at " + code, subject)));
    }

    private int debtors() throws IOException {
        var documents = object(json("documents.json"));
        var words = new LinkedHashMap<String, String>();
        var kinds = new HashMap<String, String>();
        var issueDates = new HashMap<String, LocalDate>();
        for (var file : documents.keySet()) {
            var document = object(documents.get(file));
            require(organisations.containsKey((String) document.get("organisation")), "issuer", file);
            require(Files.exists(folder.resolve("examples").resolve(file)), "no such example", file);
            for (var item : list(object(json("examples/" + file.replace(".txt", ".expected.json")))
                    .get("obligations"))) {
                var id = (String) object(item).get("id");
                words.put(id, (String) object(item).get("subject"));
                kinds.put(id, (String) object(item).get("kind"));
                issueDates.put(id, LocalDate.parse((String) document.get("issueDate")));
            }
        }
        var seen = new HashSet<String>();
        for (var item : list(json("debtors.json"))) {
            var row = object(item);
            var id = (String) row.get("id");
            if (!seen.add(id) || !words.containsKey(id)) {
                faults.add(id + ": id twice or unknown");
                continue;
            }
            require(row.get("words").equals(words.get(id)), "words differ from the extraction", id);
            require(!((String) row.get("why")).isBlank(), "no reason", id);
            var listed = strings(row.get("organisations"));
            var debtors = object(row.get("debtors"));
            var resolved = new TreeSet<String>();
            for (var entry : list(debtors.get("anyOf"))) {
                var found = resolve(object(entry), issueDates.get(id));
                require(!found.isEmpty(), "an entry matches nobody", id);
                var role = (String) object(entry).get("post");
                for (var code : found) {
                    require(role == null || held(code, role, null), "nobody holds " + role + " at " + code, id);
                }
                resolved.addAll(found);
            }
            for (var code : strings(debtors.get("except"))) {
                require(resolved.remove(code), "except names a stranger", id);
            }
            require(!listed.isEmpty() && listed.equals(List.copyOf(resolved)), "resolves to " + resolved, id);
            for (var key : List.of("recipient", "via")) {
                var code = (String) row.get(key);
                require(code == null || code.equals("PARENT") || organisations.containsKey(code), key, id);
            }
            if (OF_PERSONS.contains(kinds.get(id))) {
                var empty = new ArrayList<>(listed);
                empty.removeAll(membersByOrganisation.keySet());
                // One cell is empty on purpose.
                require(Set.of("LG-PHUOCHOI-CB3").containsAll(empty), "keeps no members " + empty, id);
            }
        }
        require(seen.equals(words.keySet()), "obligations without a row", words.size() - seen.size());
        return seen.size();
    }

    private Set<String> resolve(Map<String, Object> entry, LocalDate day) {
        var found = new TreeSet<String>();
        if (entry.containsKey("organisations")) {
            found.addAll(strings(entry.get("organisations")));
            return found;
        }
        for (var row : organisations.values()) {
            int depth = depthBelow(row.get("code"), (String) entry.get("under"));
            boolean valid = !day.isBefore(LocalDate.parse(row.get("validFrom")))
                    && (row.get("validTo").isEmpty() || day.isBefore(LocalDate.parse(row.get("validTo"))));
            if (valid
                    && depth >= ((Number) entry.get("tierFrom")).intValue()
                    && depth <= ((Number) entry.get("tierTo")).intValue()
                    && strings(entry.get("kinds")).contains(row.get("kind"))) {
                found.add(row.get("code"));
            }
        }
        return found;
    }

    private int depthBelow(String code, String ancestor) {
        int depth = 0;
        for (var at = code; !at.isEmpty(); at = organisations.get(at).get("parentCode")) {
            if (at.equals(ancestor)) {
                return depth;
            }
            depth++;
        }
        return -1;
    }

    private List<String> membersHere(String code) {
        return membersByOrganisation.getOrDefault(code, List.of());
    }

    private boolean held(String code, String role, String subject) {
        return posts.stream()
                .anyMatch(post -> post.get("organisationCode").equals(code)
                        && post.get("role").equals(role)
                        && (subject == null || post.get("subject").equals(subject)));
    }

    private void require(boolean holds, String fault, Object where) {
        if (!holds) {
            faults.add(where + ": " + fault);
        }
    }

    private List<Map<String, String>> csv(String file, String header) throws IOException {
        var lines = Files.readAllLines(folder.resolve(file));
        require(lines.getFirst().equals(header), "header", file);
        var names = header.split(",");
        var rows = new ArrayList<Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var values = cells(line);
            require(values.size() == names.length, "number of cells", line);
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private Object json(String file) throws IOException {
        return new Json(Files.readString(folder.resolve(file))).value();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    private static List<String> strings(Object value) {
        return list(value).stream().map(String.class::cast).toList();
    }

    /** Reads the JSON of this folder, which is known to be well formed. */
    private static final class Json {
        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object value() {
            return switch (peek()) {
                case '{' -> members();
                case '[' -> items();
                case '"' -> string();
                default -> literal();
            };
        }

        private Map<String, Object> members() {
            var members = new LinkedHashMap<String, Object>();
            at++;
            while (peek() != '}') {
                var name = string();
                peek();
                at++;
                members.put(name, value());
                if (peek() == ',') {
                    at++;
                }
            }
            at++;
            return members;
        }

        private List<Object> items() {
            var items = new ArrayList<Object>();
            at++;
            while (peek() != ']') {
                items.add(value());
                if (peek() == ',') {
                    at++;
                }
            }
            at++;
            return items;
        }

        private String string() {
            peek();
            var string = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                if (text.charAt(at) != '\\') {
                    string.append(text.charAt(at));
                    continue;
                }
                at++;
                switch (text.charAt(at)) {
                    case 'n' -> string.append('\n');
                    case 't' -> string.append('\t');
                    case 'u' -> {
                        string.append((char) Integer.parseInt(text, at + 1, at + 5, 16));
                        at += 4;
                    }
                    default -> string.append(text.charAt(at));
                }
            }
            at++;
            return string.toString();
        }

        private Object literal() {
            int start = at;
            while (at < text.length() && "+-.".indexOf(text.charAt(at)) >= 0
                    || at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            return switch (text.substring(start, at)) {
                case "null" -> null;
                case "true" -> true;
                case "false" -> false;
                case String number -> Double.valueOf(number);
            };
        }

        private char peek() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.charAt(at);
        }
    }
}
