package slope.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcUrlTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ' ',
            value = {
                "jdbc:postgresql://host:5432/shop jdbc:postgresql://host:5432/shop",
                "jdbc:postgresql://host/shop?user=me&password=swordfish&sslmode=require"
                        + " jdbc:postgresql://host/shop?sslmode=require",
                "jdbc:postgresql://host/shop?sslmode=require&password=swordfish;x&currentSchema=a"
                        + " jdbc:postgresql://host/shop?sslmode=require&currentSchema=a",
                "jdbc:postgresql://host/shop?sslpassword=swordfish jdbc:postgresql://host/shop",
                "jdbc:mysql://me:swordfish@host/shop jdbc:mysql://host/shop",
                "jdbc:mysql://me:sword?fish@host/shop?a=b jdbc:mysql://host/shop",
                "jdbc:mysql://me:sword@fish@host/shop jdbc:mysql://host/shop",
                "jdbc:mysql://(host=h,port=3,user=me,password=swordfish)/shop jdbc:mysql://(host=h,port=3,,)/shop",
                "jdbc:oracle:thin:scott/swordfish@//host:1521/shop jdbc:oracle:thin://host:1521/shop",
                "jdbc:oracle:thin:scott/swordfish@host:1521:shop jdbc:oracle:thin:host:1521:shop",
                "jdbc:sqlserver://host:1433;databaseName=shop;user=sa;password=swordfish;encrypt=true"
                        + " jdbc:sqlserver://host:1433;databaseName=shop",
                "jdbc:h2:mem:shop;USER=sa;PASSWORD=swordfish;MODE=PostgreSQL jdbc:h2:mem:shop;MODE=PostgreSQL",
                "jdbc:h2:/home/me@work/shop jdbc:h2:/home/me@work/shop",
                "jdbc:db2://host:50000/shop:user=me;password=swordfish; jdbc:db2://host:50000/shop:",
                "jdbc:snowflake://host/?warehouse=w&token=swordfish&private_key_pwd=swordfish"
                        + " jdbc:snowflake://host/?warehouse=w",
                "JDBC:PostgreSQL://host/shop?PASSWORD=swordfish jdbc:postgresql://host/shop",
            })
    void onlyWhatIsHarmlessIsTold(String written, String told) {
        JdbcUrl url = new JdbcUrl(written);
        assertThat(url.told()).isEqualTo(told).doesNotContain("swordfish");
        assertThat(url).hasToString(told);
        assertThat(TableSource.of(written).location()).isEqualTo(told);
        assertThat(TableSource.of(written)).hasToString(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://host/shop?user=me&password=swordfish&sslmode=require",
                "jdbc:mysql://me:swordfish@host/shop",
                "jdbc:mysql://(host=h,password=swordfish)/shop",
                "jdbc:oracle:thin:scott/swordfish@host:1521:shop",
                "jdbc:sqlserver://host;password=swordfish;databaseName=shop",
                "jdbc:postgresql://host/shop?password=sword%66ish",
            })
    void aDriversSentenceIsScrubbed(String written) {
        JdbcUrl url = new JdbcUrl(written);
        assertThat(url.scrubbed("no connection to " + written + " with swordfish as the key", Optional.empty()))
                .doesNotContain("swordfish")
                .contains(url.told());
        assertThat(url.scrubbed("open sesame does not open", Optional.of("open sesame")))
                .isEqualTo("… does not open");
    }
}
