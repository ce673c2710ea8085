package vn.tiendo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleUsersTest {
    @TempDir
    private Path folder;

    @Test
    void one_of_each_role_and_a_plain_member() throws Exception {
        Files.writeString(folder.resolve("posts.csv"), """
                organisationCode,role,subject,validFrom,validTo,deputyOfSubject
                VN,COMMITTEE_OFFICER,canbo.trunguong,2023-01-01,,
                LG,COMMITTEE_OFFICER,canbo.lagi,2023-01-01,,
                LG-A,COMMITTEE_OFFICER,canbo.lagi-a,2023-01-01,,
                BD,AUDITOR,kiemtra.bd,2023-01-01,,
                """);
        Files.writeString(folder.resolve("members.csv"), """
                cardNumber,name,birthDate,category,status,organisationCodes,joinedOn,subject,email,language
                1,A,1979-11-25,PARTY_MEMBER,ACTIVE,LG-A,2011-03-26,canbo.lagi,a@lagi.example,vi
                2,B,1979-11-25,PARTY_MEMBER,ACTIVE,LG-A,2011-03-26,,b@lagi.example,vi
                3,C,1979-11-25,PARTY_MEMBER,ACTIVE,LG-A,2011-03-26,nguyen.van.an,c@lagi.example,vi
                """);

        assertThat(SampleUsers.of(folder))
                .containsExactly(
                        "  quantri                      the first administrator",
                        "  canbo.lagi                   committee officer of LG",
                        "  kiemtra.bd                   auditor of BD",
                        "  nguyen.van.an                member of LG-A",
                        "  all: " + folder.resolve("posts.csv") + " and members.csv");
    }

    @Test
    void without_a_sample_there_is_the_administrator() {
        assertThat(SampleUsers.of(folder)).containsExactly("  quantri                      the first administrator");
    }
}
